import { z } from "zod";

// The kinds of value a record's field may hold. Text is kept as typed; zero-width characters never belong to Lao text.
const withoutZeroWidth = (text: string) => text.replace(/[\u200B-\u200D\uFEFF]/g, "");

export const id = z.uuid();
export const line = z.string().max(500).transform(withoutZeroWidth);
export const prose = z.string().max(8000).transform(withoutZeroWidth);
export const isoDate = z.iso.date();
export const moment = z.iso.datetime({ offset: true });
/** The same moment is the same text, on the phone and out of the database. */
export const instant = moment.transform((text) => new Date(text).toISOString());
export const count = z.number().int().min(0).max(1_000_000);
/** Whole Lao kip. */
export const kip = z.number().int().min(0).max(9_000_000_000_000);
export const longitude = z.number().min(-180).max(180);
export const latitude = z.number().min(-90).max(90);
export const ratio = z.number().min(0).max(1);
export const lines = z.array(line).max(50);

/** Lets a field be emptied again: every field of a record may become null unless it is a required link. */
export const optional = <T extends z.ZodType>(type: T) => type.nullable().optional();

/** For periods: the last day lies before the first. */
export const endsBeforeItBegins = ({ from, to }: Readonly<Record<string, unknown>>): string | null =>
  typeof from === "string" && typeof to === "string" && to < from ? "to" : null;
