import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { actorFor } from "@/lib/access/testing";
import { districtThatReports } from "@/lib/indicators/testing";
import { discardImport } from "./import-commands";
import { dryRun, imported, makeFacility } from "./testing-imports";

const at = districtThatReports();
afterAll(() => closeDatabase());

let file: { orgUnit: string; dataElement: string }[];
beforeEach(async () => {
  const code = `HC${randomUUID().slice(0, 6)}`;
  await makeFacility(at.db.owner, { districtId: at.here.districtId, villageId: at.village, code });
  file = [{ orgUnit: code, dataElement: "ANC1" }];
});
const left = async (id: string) => ({
  imports: (await at.db.owner`select 1 from value_imports where id = ${id}`).length,
  pages: (await at.db.owner`select 1 from value_import_pages where import_id = ${id}`).length,
});
const nothing = { imports: 0, pages: 0 };

describe("an import that nobody writes", () => {
  it("is discarded with its pages; again, there is nothing to do", async () => {
    const id = await dryRun(at.office, file);
    expect(await left(id)).toEqual({ imports: 1, pages: 1 });
    await discardImport(at.office, id);
    expect(await left(id)).toEqual(nothing);
    await discardImport(at.office, id);
  });

  it("is not discarded by who may not import, by another district's office, or once it is written", async () => {
    const id = await dryRun(at.office, file);
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    await expect(discardImport(governor, id)).rejects.toMatchObject({ code: "forbidden" });
    await discardImport(actorFor({ role: "health_office", districtIds: [randomUUID()] }), id);
    expect(await left(id)).toEqual({ imports: 1, pages: 1 });
    const { importId } = await imported(at.office, file);
    await expect(discardImport(at.office, importId)).rejects.toMatchObject({ code: "stale" });
  });

  it("goes by itself: 30 days after it was read, a day after its reading broke off; what is written stays", async () => {
    const [read, young, broken, begun] = [
      await dryRun(at.office, file),
      await dryRun(at.office, file),
      await dryRun(at.office, file),
      await dryRun(at.office, file),
    ];
    const { importId: written } = await imported(at.office, file);
    const age = (id: string, days: number, status = "read") => at.db.owner`
      update value_imports set status = ${status}, created_at = now() - make_interval(days => ${days}) where id = ${id}`;
    await age(read, 31);
    await age(young, 29);
    await age(broken, 2, "reading");
    await age(begun, 90, "writing");
    await age(written, 400, "written");
    await at.db.owner`select auth_prune()`;
    expect([await left(read), await left(broken)]).toEqual([nothing, nothing]);
    for (const id of [young, begun, written]) expect((await left(id)).imports).toBe(1);
  });
});
