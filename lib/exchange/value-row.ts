/** One value of a file, as the file says it. Empty text where it says nothing. */
export type ValueRow = Readonly<{
  /** Its line in a table (the heading is 1), else its place among the file's values, from 1. */
  row: number;
  dataElement: string;
  period: string;
  orgUnit: string;
  categoryOptionCombo: string;
  attributeOptionCombo: string;
  value: string;
  deleted: boolean;
  comment: string;
}>;

export const valueFormats = ["json", "xml", "adx", "csv"] as const;
export type ValueFormat = (typeof valueFormats)[number];

export const fileProblems = [
  "empty",
  "wrong_kind",
  "encoding",
  "malformed",
  "doctype",
  "too_deep",
  "too_long",
  "header_late",
  "column_missing",
  "too_large",
  "too_many_rows",
] as const;
export type FileProblem = (typeof fileProblems)[number];

/** Why a file as a whole cannot be read, and where: a line, a value's number, a column's name. */
export class FileError extends Error {
  constructor(
    readonly problem: FileProblem,
    readonly where = "",
  ) {
    super(`${problem} ${where}`);
    this.name = "FileError";
  }
}

const headerNames = [
  "period",
  "orgUnit",
  "attributeOptionCombo",
  "idScheme",
  "dataElementIdScheme",
  "orgUnitIdScheme",
  "importStrategy",
  "dryRun",
] as const;

/** What the file says of all its values at once. */
export type FileHeader = Partial<Record<(typeof headerNames)[number], string>>;

/** Anything that is no text counts as not said. */
export const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value.trim()
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";

export function headerOf(said: Readonly<Record<string, unknown>>): FileHeader {
  const header: FileHeader = {};
  for (const name of headerNames) {
    const text = textOf(said[name]);
    if (text) header[name] = text;
  }
  return header;
}

export function rowOf(row: number, said: Readonly<Record<string, unknown>>, header: FileHeader): ValueRow {
  return {
    row,
    dataElement: textOf(said.dataElement),
    period: textOf(said.period) || (header.period ?? ""),
    orgUnit: textOf(said.orgUnit) || (header.orgUnit ?? ""),
    categoryOptionCombo: textOf(said.categoryOptionCombo),
    attributeOptionCombo: textOf(said.attributeOptionCombo) || (header.attributeOptionCombo ?? ""),
    value: textOf(said.value),
    deleted: textOf(said.deleted).toLowerCase() === "true",
    comment: textOf(said.comment),
  };
}

/** A file being read: its values in order, some at a time, and its header, known before the first of them. */
export type ValueFile = Readonly<{ header: FileHeader; rows: AsyncGenerator<ValueRow[]> }>;

/** No name, value or heading of an honest file is longer. */
export const longest = 1_000_000;
