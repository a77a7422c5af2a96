import { cleanLaoName } from "../../places/lao-name";
import type { ListVillage } from "./sources";

export type ReviewReason = "repeated_name" | "merged_name" | "odd_letters" | "names_differ";
export type CleanVillage = {
  listId: string;
  district: string;
  nameLo: string;
  nameEn: string;
  /** Single names inside "A + B" or "A (B)": both must be found. */
  parts: string[];
  reasons: ReviewReason[];
};
export type CleaningReport = {
  read: number;
  kept: number;
  droppedNoDistrict: { listId: string; district: string; name: string }[];
  withZeroWidth: number;
  respelled: number;
  repeated: number;
  merged: number;
  oddLetters: number;
};

const apart = /[+,/–()]|\s-|-\s|(?<=[\u0e80-\u0eff])-(?=[\u0e80-\u0eff])/u;
const joined = /[+,/–-]/u;
const usual = /^[\p{Script=Lao}\p{M}A-Za-z0-9 +,./()–\u00ad-]+$/u;
const strayMark =
  /(?:^|[\s+(])[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]|[\u0ed0-\u0ed9][\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]/u;

const withoutKind = (name: string) => name.replace(/^(?:ບ້ານ\s*(?!ບ້ານ|$)|ບ\.\s*|ບ\s+)/u, "").trim() || name;

/** Cleans as geography §1.3 says; nothing is guessed: what looks wrong keeps its name and gets a reason to be reviewed. */
export function cleanVillages(rows: readonly ListVillage[], districts: ReadonlySet<string>) {
  const kept = rows.filter((row) => districts.has(row.did));
  const villages = kept.map(cleanVillage);
  const counts = Map.groupBy(villages, (village) => `${village.district} ${village.nameLo}`);
  const repeats = [...counts.values()].filter((same) => same.length > 1);
  for (const village of repeats.flat()) village.reasons.push("repeated_name");
  const having = (reason: ReviewReason) =>
    villages.filter((village) => village.reasons.includes(reason)).length;
  const report: CleaningReport = {
    read: rows.length,
    kept: kept.length,
    droppedNoDistrict: rows
      .filter((row) => !districts.has(row.did))
      .map((row) => ({ listId: row.vid, district: row.did, name: cleanLaoName(row.vn) })),
    withZeroWidth: rows.filter((row) => /[\u200b-\u200d]/u.test(row.vn)).length,
    respelled: kept.filter((row) => cleanLaoName(row.vn) !== row.vn.replace(/[\u200b-\u200d]/gu, "").trim())
      .length,
    repeated: repeats.reduce((sum, same) => sum + same.length - 1, 0),
    merged: having("merged_name"),
    oddLetters: having("odd_letters"),
  };
  return { villages, report };
}

/** Names typed all in capitals or all in small letters become ordinary ones; Lao marks typed by mistake go. */
function cleanLatinName(typed: string): string {
  const name = typed
    .replace(/[\u0e80-\u0eff\u200b-\u200d]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name;
  return name.toLowerCase().replace(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase());
}

function cleanVillage(row: ListVillage): CleanVillage {
  const nameLo = withoutKind(cleanLaoName(row.vn));
  const reasons: ReviewReason[] = [];
  if (joined.test(nameLo)) reasons.push("merged_name");
  if (!usual.test(nameLo) || strayMark.test(nameLo)) reasons.push("odd_letters");
  const parts = nameLo
    .split(apart)
    .map((part) => withoutKind(part.trim()))
    .filter((part) => part.length > 1);
  return {
    listId: row.vid,
    district: row.did,
    nameLo,
    nameEn: cleanLatinName(row.vn_en),
    parts: parts.length > 1 ? parts : [],
    reasons,
  };
}
