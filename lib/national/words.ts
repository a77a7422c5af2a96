import "server-only";
import { loadMessages } from "@/lib/i18n/load";
import type { SheetWords } from "./sheet";

/** What a file may say, in both languages. */
export function sheetWords(): SheetWords {
  const [lo, en] = [loadMessages("lo").national, loadMessages("en").national];
  const both = <T extends string>(inLao: Record<T, string>, inEnglish: Record<T, string>) =>
    Object.fromEntries(
      (Object.keys(inLao) as T[]).map((key) => [key, { lo: inLao[key], en: inEnglish[key] }]),
    ) as Record<T, { lo: string; en: string }>;
  return {
    record: both(lo.record, en.record),
    indicator: both(lo.name, en.name),
    kind: both(lo.kind, en.kind),
    basis: both(lo.basis, en.basis),
    verdict: both(lo.verdict, en.verdict),
  };
}
