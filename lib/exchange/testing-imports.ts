import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import { judgeImport, writeImport } from "./import-commands";
import { stageFile } from "./stage-commands";
import { type WrittenValue, writeValues } from "./testing";

type Given = Pick<WrittenValue, "dataElement" | "orgUnit"> & Partial<WrittenValue>;
export const whole = (value: Given): WrittenValue => ({
  period: "202601",
  categoryOptionCombo: "",
  attributeOptionCombo: "",
  value: "1",
  deleted: false,
  comment: "",
  ...value,
});

export const byCode = { orgUnitIdScheme: "code", dataElementIdScheme: "code" };

/** Reads a file of these values and says what would become of them. */
export async function dryRun(
  actor: Actor,
  values: readonly Given[],
  asked: Readonly<Record<string, string>> = byCode,
): Promise<string> {
  const bytes = [new TextEncoder().encode(writeValues.csv(values.map(whole)))];
  const { importId } = await stageFile(actor, {
    name: "values.csv",
    via: "file",
    format: "csv",
    bytes,
    asked,
  });
  await judgeImport(actor, importId);
  return importId;
}

export async function imported(
  actor: Actor,
  values: readonly Given[],
  asked?: Readonly<Record<string, string>>,
) {
  const importId = await dryRun(actor, values, asked);
  return { importId, summary: await writeImport(actor, importId) };
}

export async function makeFacility(
  owner: Sql,
  { districtId, villageId, code }: { districtId: string; villageId: string; code: string },
): Promise<string> {
  const id = crypto.randomUUID();
  await owner`
    insert into facilities (id, type, name_lo, name_en, district_id, village_id, code, dhis2_uid, source)
    values (${id}, 'health_centre_a', ${`ສຸກສາລາ ${code}`}, ${`Centre ${code}`}, ${districtId}, ${villageId}, ${code},
      ${`U${code.padEnd(10, "0")}`}, 'test')`;
  return id;
}
