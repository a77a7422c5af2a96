import "server-only";
import { bothLanguages } from "@/lib/i18n/both-languages";
import { loadMessages } from "@/lib/i18n/load";
import type { SheetWords } from "./sheet";

/** What a file may say, in both languages. */
export function sheetWords(): SheetWords {
  const [lo, en] = [loadMessages("lo").national, loadMessages("en").national];
  return {
    record: bothLanguages(lo.record, en.record),
    indicator: bothLanguages(lo.name, en.name),
    kind: bothLanguages(lo.kind, en.kind),
    basis: bothLanguages(lo.basis, en.basis),
    verdict: bothLanguages(lo.verdict, en.verdict),
  };
}
