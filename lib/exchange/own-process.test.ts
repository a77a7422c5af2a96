import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { commandOf } from "@/db/embedded/processes";
import { actorFor } from "@/lib/access/testing";
import { districtThatReports } from "@/lib/indicators/testing";
import { bringIn, carryOn } from "./jobs";
import { writeValues } from "./testing";
import { byCode, makeFacility, whole } from "./testing-imports";

const at = districtThatReports();
afterAll(() => closeDatabase());

let code: string;
beforeEach(async () => {
  code = `HC${randomUUID().slice(0, 6)}`;
  await makeFacility(at.db.owner, { districtId: at.here.districtId, villageId: at.village, code });
});

/** Few values, but so wordy that the file is a large one. */
function large(): Uint8Array[] {
  const comment = "x".repeat(400_000);
  const values = ["ANC1", "ANC4", "PENTA1"].map((dataElement, n) =>
    whole({ dataElement, orgUnit: code, value: String(n + 1), comment }),
  );
  return [new TextEncoder().encode(writeValues.csv(values))];
}
const reading = { name: "large.csv", via: "file", format: "csv", asked: byCode, write: false } as const;
const kept = async () =>
  (
    await at.db
      .owner`select value from data_values where district_id = ${at.here.districtId} order by element_number`
  ).map(({ value }) => value);
const parentOf = (pid: string) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
const importers = () =>
  readdirSync("/proc").filter((name) => {
    const pid = Number(name);
    return (
      pid > 0 && commandOf(pid).includes("scripts/import-values.ts") && parentOf(name) === String(process.pid)
    );
  });

describe("a large file", () => {
  it("is read and looked at beside the server, and what it refuses is told as it would be here", async () => {
    const { importId, options } = await bringIn(at.office, reading, large());
    expect(options).toMatchObject({ importStrategy: "CREATE_AND_UPDATE", dryRun: false });
    const [found] = await at.db.owner`select status, size from value_imports where id = ${importId}`;
    expect(found).toEqual({ status: "read", size: 3 });
    await carryOn(at.office, "write", importId);
    expect(await kept()).toEqual([1, 2, 3]);
    await carryOn(at.office, "undo", importId);
    expect(await kept()).toEqual([]);
    const wrong = bringIn(at.office, { ...reading, format: "xml" }, large());
    await expect(wrong).rejects.toMatchObject({ code: "invalid", details: { reason: "malformed" } });
  });

  it("that was cut off is no shorter file", async () => {
    async function* cut() {
      yield* large();
      throw new Error("the sender is gone");
    }
    await expect(bringIn(at.office, reading, cut())).rejects.toThrow("the sender is gone");
    const open = await at.db.owner`select status from value_imports where file_sha256 <> '' and size = 3
      and created_by = ${at.office.userId} and status <> 'undone'`;
    expect(open).toHaveLength(0);
  });

  it("whose process is killed while it writes is carried on by another", async () => {
    const blocker = await at.db.owner.reserve();
    const lock = blocker`hashtextextended('values ' || ${at.here.districtId}, 0)`;
    await blocker`select pg_advisory_lock(${lock})`;
    const done = bringIn(at.office, { ...reading, write: true }, large());
    await expect
      .poll(
        async () =>
          (await at.db.owner`select 1 from pg_locks where locktype = 'advisory' and not granted`).length,
        { timeout: 20_000 },
      )
      .toBe(1);
    const [killed] = importers();
    process.kill(Number(killed), "SIGKILL");
    await expect.poll(() => importers().some((pid) => pid !== killed)).toBe(true);
    await blocker`select pg_advisory_unlock(${lock})`;
    blocker.release();
    const { importId } = await done;
    expect(await kept()).toEqual([1, 2, 3]);
    const [found] = await at.db.owner`select status from value_imports where id = ${importId}`;
    expect(found?.status).toBe("written");
  });

  it("is nobody's who may not import", async () => {
    const actor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    await expect(bringIn(actor, reading, large())).rejects.toMatchObject({ code: "forbidden" });
    await expect(carryOn(actor, "write", randomUUID())).rejects.toMatchObject({ code: "forbidden" });
    await expect(carryOn(at.office, "write", randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});
