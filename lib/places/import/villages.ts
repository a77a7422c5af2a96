import { cleanLaoName, isLao, laoKey } from "@/db/places/lao-name";
import { placeId } from "@/db/places/place-id";
import { soundKey } from "@/db/places/sound-key";
import { searchKey } from "@/lib/i18n/lao";
import { editDistance } from "../search";
import { cellOf, type ImportField, type Mapping } from "./columns";
import {
  type PlannedRow,
  planned,
  plannedOr,
  RowProblem,
  refuseRepeats,
  type Suggestion,
} from "./planned-row";
import { pointOf } from "./point";
import type { TableRow } from "./table";

export const villageFields: readonly ImportField[] = ["code", "district", "nameLo", "nameEn", "lat", "lng"];

export type KnownVillage = Suggestion & {
  districtId: string;
  code7: string | null;
  lat: number | null;
  lng: number | null;
};
export type KnownDistrict = { id: string; pcode: string; nameLo: string; nameEn: string };
export type Known = {
  districts: readonly KnownDistrict[];
  villagesOf: (districtId: string) => readonly KnownVillage[];
  byCode7: (code: string) => KnownVillage | undefined;
};

/** Official 7-digit code first, else district and folded name; a name that is only similar waits for a person (issue §2). */
export function planVillages(rows: readonly TableRow[], mapping: Mapping, known: Known): PlannedRow[] {
  const plans = rows.map((row) => plannedOr(row.rowNo, () => planVillage(row, mapping, known)));
  return refuseRepeats(plans, (row) => row.subject ?? null);
}

function planVillage({ rowNo, cells }: TableRow, mapping: Mapping, known: Known): PlannedRow {
  const cell = (field: ImportField) => cellOf(cells, mapping, field);
  const code7 = code7Of(cell("code"), mapping.code ?? "code");
  const district = districtOf({ text: cell("district"), code7, codeText: cell("code") }, mapping, known);
  const nameLo = cleanLaoName(cell("nameLo")).replace(/^(?:ບ້ານ\s*(?=[^\s])|ບ\.\s*)/u, "");
  const nameEn = cell("nameEn").replace(/^ban\s+/iu, "");
  const nameColumn = mapping.nameLo ?? "name_lo";
  if (nameLo === "") throw new RowProblem("name_missing", nameColumn, cell("nameLo"));
  if (!isLao(nameLo)) throw new RowProblem("name_not_lao", nameColumn, nameLo);
  const point = pointOf(cells, mapping);
  const next = {
    code7,
    nameLo,
    nameEn,
    districtId: district.id,
    lat: point?.lat ?? null,
    lng: point?.lng ?? null,
  };
  const found = matchVillage({ code7, nameLo, district, nameColumn }, known);
  if (found.kind === "same") return existing(rowNo, found.village, next, mapping);
  if (found.kind === "similar") {
    const { id, nameLo: lo, nameEn: en } = found.village;
    const suggestion = { id, nameLo: lo, nameEn: en };
    return planned({
      rowNo,
      outcome: "confirm",
      errorCode: "similar_name",
      column: nameColumn,
      value: nameLo,
      suggestion,
      next,
    });
  }
  const subject = placeId(code7 ? `official7:${code7}` : `import:${district.pcode}:${laoKey(nameLo)}`);
  return planned({ rowNo, outcome: "create", column: nameColumn, value: nameLo, subject, next });
}

function code7Of(text: string, column: string): string | null {
  if (text === "") return null;
  if (!/^\d{6,7}$/u.test(text)) throw new RowProblem("code_not_seven_digits", column, text);
  return text.padStart(7, "0");
}

type Holder = { text: string; code7: string | null; codeText: string };

function districtOf({ text, code7, codeText }: Holder, mapping: Mapping, known: Known): KnownDistrict {
  const column = mapping.district ?? "district";
  const byCode = code7
    ? known.districts.find((district) => district.pcode === `LA${code7.slice(0, 4)}`)
    : undefined;
  if (code7 && !byCode) throw new RowProblem("unknown_district", mapping.code ?? "code", codeText);
  if (text === "") {
    if (byCode) return byCode;
    throw new RowProblem("unknown_district", column, "");
  }
  const digits = /^\d{3,4}$/u.test(text) ? `LA${text.padStart(4, "0")}` : text.toUpperCase();
  const [key, sound] = [searchKey(text), soundKey(text)];
  const named = known.districts.filter(
    (one) => one.pcode === digits || searchKey(one.nameLo) === key || searchKey(one.nameEn) === key,
  );
  const heard = named.length > 0 ? named : known.districts.filter((one) => soundKey(one.nameLo) === sound);
  const choice = byCode && heard.includes(byCode) ? byCode : heard.length === 1 ? heard[0] : undefined;
  if (!choice)
    throw new RowProblem(byCode && heard.length > 0 ? "district_differs" : "unknown_district", column, text);
  if (byCode && choice !== byCode) throw new RowProblem("district_differs", column, text);
  return choice;
}

type Wanted = { code7: string | null; nameLo: string; district: KnownDistrict; nameColumn: string };
type Match = { kind: "same" | "similar"; village: KnownVillage } | { kind: "none" };

function matchVillage({ code7, nameLo, district, nameColumn }: Wanted, known: Known): Match {
  const coded = code7 ? known.byCode7(code7) : undefined;
  if (coded) return { kind: "same", village: coded };
  const open = known.villagesOf(district.id).filter((village) => !code7 || !village.code7);
  const exact = open.filter((village) => searchKey(village.nameLo) === searchKey(nameLo));
  const [only, second] = exact;
  if (second) throw new RowProblem("several_with_this_name", nameColumn, nameLo);
  if (only) return { kind: "same", village: only };
  const taken = known
    .villagesOf(district.id)
    .find((village) => searchKey(village.nameLo) === searchKey(nameLo));
  if (taken) throw new RowProblem("has_another_code", nameColumn, `${nameLo} ${taken.code7}`);
  const near = open
    .map((village) => ({ village, distance: editDistance(laoKey(village.nameLo), laoKey(nameLo)) }))
    .filter(({ distance }) => distance <= (laoKey(nameLo).length > 3 ? 1 : 0))
    .sort((a, b) => a.distance - b.distance)[0];
  return near ? { kind: "similar", village: near.village } : { kind: "none" };
}

function existing(
  rowNo: number,
  village: KnownVillage,
  next: Record<string, unknown>,
  mapping: Mapping,
): PlannedRow {
  const changes = Object.fromEntries(
    Object.entries({ code7: next.code7, nameEn: next.nameEn || null, lat: next.lat, lng: next.lng }).filter(
      ([field, value]) => value !== null && value !== village[field as keyof KnownVillage],
    ),
  );
  const outcome = Object.keys(changes).length === 0 ? "same" : "update";
  const column = mapping.nameLo ?? "name_lo";
  return planned({
    rowNo,
    outcome,
    column,
    value: village.nameLo,
    subject: village.id,
    next: { ...changes, districtId: village.districtId },
  });
}
