import { z } from "zod";
import { id, line, prose } from "@/lib/changes/fields";
import { type Instrument, mostItems, type Wording } from "./schema";

const text = prose.optional().transform((typed) => typed?.trim() ?? "");

/**
 * What the form sends: a new version made from an earlier one. `lo.3` and `en.3` are the words of the item in that place, empty
 * ones are left out; `label.lo.1` those of the answer 1; `more.…` the words in one further language.
 */
export const NewVersion = z
  .object({
    changeId: id,
    subject: id,
    from: id,
    nameLo: line,
    nameEn: line,
    wording: z.enum(["working", "official"]),
    source: line.optional(),
    consentLo: prose,
    consentEn: prose,
    language: z
      .string()
      .regex(/^[a-z_]{2,40}$/)
      .optional(),
  })
  .catchall(text);
export type NewVersion = z.infer<typeof NewVersion>;

const given = (input: NewVersion, name: string): string => String(input[name] ?? "").trim();

/** The words as typed; those in languages that the form does not show stay while the Lao words stay. */
function words(input: NewVersion, key: string, before: Wording | undefined): Wording | null {
  const [lo, en] = [given(input, `lo.${key}`), given(input, `en.${key}`)];
  if (!lo || !en) return null;
  return { ...kept(before, lo), lo, en, ...further(input, key) };
}

const kept = (before: Wording | undefined, lo: string) => (before?.lo === lo ? before : {});

function further(input: NewVersion, key: string): Record<string, string> {
  const typed = given(input, `more.${key}`);
  return input.language && typed ? { [input.language]: typed } : {};
}

/** Which field is not whole, or the instrument as its next version. */
export function nextVersion(
  input: NewVersion,
  { before, version }: { before: Instrument; version: number },
): { fault: string } | { fields: Instrument } {
  const items: Instrument["items"] = [];
  for (let at = 0; at < mostItems; at++) {
    const half = Boolean(given(input, `lo.${at}`)) !== Boolean(given(input, `en.${at}`));
    if (half) return { fault: given(input, `lo.${at}`) ? `en.${at}` : `lo.${at}` };
    const old = before.items[at];
    const typed = words(input, String(at), old?.text);
    if (!typed) continue;
    const code = old?.code ?? `item_${at + 1}`;
    items.push({ code, dimension: old?.dimension ?? code, text: typed });
  }
  if (items.length === 0) return { fault: "lo.0" };
  const labels = before.labels.map(({ value, text: old }) => ({
    value,
    text: words(input, `label.${value}`, old) ?? old,
  }));
  const consent = {
    ...kept(before.consent, input.consentLo),
    lo: input.consentLo,
    en: input.consentEn,
    ...further(input, "consent"),
  };
  const { nameLo, nameEn, wording, source = null } = input;
  const { series, scale } = before;
  return { fields: { series, version, scale, nameLo, nameEn, wording, source, consent, labels, items } };
}
