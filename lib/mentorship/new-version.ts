import { z } from "zod";
import { id, line } from "@/lib/changes/fields";
import type { Checklist, ChecklistItem } from "./schema";
import { mostItems } from "./schema";

/** What the form sends: a new version made from an earlier one; `items.labour` are the items of that section, one a line. */
export const NewChecklistVersion = z
  .object({
    changeId: id,
    subject: id,
    from: id,
    nameLo: line,
    nameEn: line,
    wording: z.enum(["working", "official"]),
    source: line.optional(),
    passPercent: z.coerce.number().int().min(1).max(100),
  })
  .catchall(z.unknown());
export type NewChecklistVersion = z.infer<typeof NewChecklistVersion>;

const mark = "!";

/** One item as a line that can be edited and pasted: code, Lao, English, and `!` when it is critical. */
export const lineOf = ({ code, text, critical }: ChecklistItem): string =>
  [code, text.lo, text.en, ...(critical ? [mark] : [])].join(" | ");

type Read = Pick<ChecklistItem, "code" | "text" | "critical">;

function itemOf(typed: string, code: string): Read | null {
  const cells = typed.split("|").map((cell) => cell.trim());
  const critical = cells.at(-1) === mark;
  const [own = "", lo = "", en = "", ...more] = critical ? cells.slice(0, -1) : cells;
  if (!lo || !en || more.length > 0 || !/^[a-z0-9_]{0,40}$/.test(own)) return null;
  return { code: own || code, text: { lo, en }, critical };
}

/**
 * Which field is not whole, or the list as its next version. A code that stays ties an item to earlier scores, whatever its new
 * words; an empty code makes a new one.
 */
export function nextChecklist(
  input: NewChecklistVersion,
  { before, version }: { before: Checklist; version: number },
): { fault: string } | { fields: Checklist } {
  const items: ChecklistItem[] = [];
  for (const { code: section } of before.sections) {
    const field = `items.${section}`;
    const lines = String(input[field] ?? "")
      .split("\n")
      .filter((one) => one.trim());
    for (const [at, typed] of lines.entries()) {
      const item = itemOf(typed, `${section}_v${version}_${at + 1}`);
      if (!item || items.some(({ code }) => code === item.code)) return { fault: field };
      const advice = before.items.find(({ code }) => code === item.code)?.advice;
      items.push({ ...item, section, ...(advice ? { advice } : {}) });
    }
  }
  if (items.length === 0 || items.length > mostItems) return { fault: `items.${before.sections[0]?.code}` };
  const { nameLo, nameEn, wording, source = null, passPercent } = input;
  const { tool, series, sections } = before;
  return { fields: { tool, series, version, nameLo, nameEn, wording, source, passPercent, sections, items } };
}
