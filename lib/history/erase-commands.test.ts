import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { mediaName } from "@/lib/media/store";
import { EraseRecord, eraseOnRequest, erasureOf } from "./erase-commands";
import { placeHistory } from "./queries";

let db: TestDatabase;
let here: TestDistrict;
let folder: string;
const why = "asked by the village on 1 June";

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  folder = await mkdtemp(join(tmpdir(), "connect-erase-"));
  process.env.MEDIA_DIR = folder;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
  await rm(folder, { recursive: true });
});

const officeOf = (district: TestDistrict) =>
  actorFor({ role: "health_office", districtIds: [district.districtId] });
const village = () => here.villageIds[0] as string;

async function recorded(type: "workshop" | "photo" | "problem", fields: object) {
  const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  const change = newChange({ type, place: village(), fields: fields as never, madeAt: new Date() });
  expect((await applyChange(team, change)).status).toBe("accepted");
  return change.subject;
}
const aWorkshop = () =>
  recorded("workshop", { module: "3", level: "village", startDate: "2026-01-01", note: "in confidence" });
const photoOf = (workshopId: string, sha256: string) =>
  recorded("photo", {
    workshopId,
    purpose: "display",
    sha256,
    bytes: 4,
    width: 1,
    height: 1,
    type: "image/jpeg",
    sensitive: false,
  });

const pathOf = (...name: Parameters<typeof mediaName>) => join(folder, mediaName(...name));

describe("erasing on request", () => {
  it("says before what goes and what stays, and then erases with the reason in the history", async () => {
    const subject = await aWorkshop();
    await recorded("problem", { workshopId: subject, statement: "the road" });
    const before = await erasureOf(officeOf(here), village(), subject);
    expect(before).toMatchObject({ belonging: 1, shown: { lines: [{ erased: false }] } });
    expect(before.shown.lines[0]?.after).toMatchObject({ note: "in confidence" });
    await eraseOnRequest(officeOf(here), { subject, why, sure: "on" });
    const after = await placeHistory(officeOf(here), village(), subject);
    expect(after.shown).toMatchObject({
      chainHolds: true,
      lines: [{ erased: true, erasedWhy: why, after: null }],
    });
    expect(JSON.stringify(after)).not.toContain("in confidence");
  });

  it("repeated, leaves the first reason and changes nothing more", async () => {
    const subject = await aWorkshop();
    await eraseOnRequest(officeOf(here), { subject, why, sure: "on" });
    await eraseOnRequest(officeOf(here), { subject, why: "another reason", sure: "on" });
    const { shown } = await placeHistory(officeOf(here), village(), subject);
    expect(shown?.lines.map(({ erasedWhy }) => erasedWhy)).toEqual([why]);
  });

  it("is refused to other roles and to another district's office, who see no page for it either", async () => {
    const subject = await aWorkshop();
    for (const role of ["facilitator", "governor_office"] as const) {
      const actor = actorFor({ role, districtIds: [here.districtId] });
      await expect(eraseOnRequest(actor, { subject, why, sure: "on" })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(erasureOf(actor, village(), subject)).rejects.toMatchObject({ code: "forbidden" });
    }
    const stranger = officeOf(await makeDistrict(db.owner));
    await expect(eraseOnRequest(stranger, { subject, why, sure: "on" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(erasureOf(stranger, village(), subject)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.owner`select 1 from workshops where id = ${subject}`).toHaveLength(1);
  });

  it("takes the picture's file along, but not while another record shows it", async () => {
    const workshopId = await aWorkshop();
    const sha256 = randomBytes(32).toString("hex");
    const [one, other] = [await photoOf(workshopId, sha256), await photoOf(workshopId, sha256)];
    for (const path of [pathOf(sha256), pathOf(sha256, "thumb.webp")]) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, "file");
    }
    await eraseOnRequest(officeOf(here), { subject: one, why, sure: "on" });
    expect(existsSync(pathOf(sha256))).toBe(true);
    await eraseOnRequest(officeOf(here), { subject: other, why, sure: "on" });
    expect([pathOf(sha256), pathOf(sha256, "thumb.webp")].map(existsSync)).toEqual([false, false]);
  });

  it("leaves the record to be erased again when the picture's file cannot be removed", async () => {
    const sha256 = randomBytes(32).toString("hex");
    const subject = await photoOf(await aWorkshop(), sha256);
    // A folder in the file's place: removing it as a file fails, also for root.
    await mkdir(pathOf(sha256), { recursive: true });
    await expect(eraseOnRequest(officeOf(here), { subject, why, sure: "on" })).rejects.toThrow();
    expect(await db.owner`select 1 from photos where id = ${subject}`).toHaveLength(1);
    await rm(pathOf(sha256), { recursive: true });
    await eraseOnRequest(officeOf(here), { subject, why, sure: "on" });
    expect(await db.owner`select 1 from photos where id = ${subject}`).toHaveLength(0);
  });

  it("wants a reason and a second thought", () => {
    const subject = village();
    expect(EraseRecord.safeParse({ subject, why: "x", sure: "on" }).success).toBe(false);
    expect(EraseRecord.safeParse({ subject, why }).success).toBe(false);
  });
});
