import { parse } from "csv-parse/sync";
import { FileError, type FileHeader, longest, rowOf, type ValueRow } from "./value-row";

type Field = keyof Omit<ValueRow, "row">;

/** Headings as DHIS2's exports and documentation write them, in letters and digits only. */
const headings: Readonly<Record<string, Field>> = {
  dataelement: "dataElement",
  period: "period",
  orgunit: "orgUnit",
  catoptcombo: "categoryOptionCombo",
  categoryoptioncombo: "categoryOptionCombo",
  attroptcombo: "attributeOptionCombo",
  attributeoptioncombo: "attributeOptionCombo",
  value: "value",
  comment: "comment",
  cmt: "comment",
  deleted: "deleted",
};
const needed: readonly Field[] = ["dataElement", "period", "orgUnit", "value"];

/** DHIS2's values as a table with a heading; columns are found by their name, separated by comma, semicolon or tab. */
export class CsvValues {
  readonly #header: FileHeader;
  #text = "";
  #columns: (Field | undefined)[] | undefined;
  #delimiter = ",";
  #line = 0;

  constructor(header: FileHeader) {
    this.#header = header;
  }

  take(piece: string): ValueRow[] {
    this.#text += piece;
    const end = wholeLines(this.#text);
    if (end === 0) {
      if (this.#text.length > longest) throw new FileError("too_long", String(this.#line + 1));
      return [];
    }
    const lines = this.#text.slice(0, end);
    this.#text = this.#text.slice(end);
    return this.#rows(lines);
  }

  end(): ValueRow[] {
    const rest = this.#text;
    this.#text = "";
    const rows = rest.trim() === "" ? [] : this.#rows(rest);
    if (!this.#columns) throw new FileError("empty");
    return rows;
  }

  #rows(text: string): ValueRow[] {
    const first = this.#columns ? "" : text.slice(0, text.search(/[\r\n]|$/));
    if (first) this.#delimiter = [";", "\t"].find((mark) => first.includes(mark)) ?? ",";
    const lines = this.#records(text);
    if (!this.#columns) {
      this.#line++;
      this.#columns = columnsOf(lines.shift() ?? []);
    }
    return lines.flatMap((cells) => {
      this.#line++;
      return cells.length === 1 && cells[0] === "" ? [] : [this.#row(cells)];
    });
  }

  #row(cells: readonly string[]): ValueRow {
    const said: Record<string, string> = {};
    for (const [at, field] of (this.#columns ?? []).entries()) if (field) said[field] = cells[at] ?? "";
    return rowOf(this.#line, said, this.#header);
  }

  #records(text: string): string[][] {
    const plain = plainRecords(text, this.#delimiter);
    if (plain) return plain;
    try {
      return parse(text, { delimiter: this.#delimiter, relax_column_count: true, bom: true });
    } catch {
      throw new FileError("malformed", String(this.#line + 1));
    }
  }
}

function columnsOf(cells: readonly string[]): (Field | undefined)[] {
  const columns = cells.map((cell) => headings[cell.toLowerCase().replace(/[^a-z0-9]/g, "")]);
  for (const field of needed)
    if (!columns.includes(field)) throw new FileError("column_missing", field.toLowerCase());
  return columns;
}

/** Lines whose quotes, if any, only stand around whole cells: a third of the library's time. Null for any others. */
function plainRecords(text: string, delimiter: string): string[][] | null {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  const records: string[][] = [];
  for (const line of lines) {
    const cells = (line.endsWith("\r") ? line.slice(0, -1) : line).split(delimiter);
    for (const [at, cell] of cells.entries()) {
      const quote = cell.indexOf('"');
      if (quote < 0 && !cell.includes("\r")) continue;
      if (quote !== 0 || cell.length < 2 || cell.indexOf('"', 1) !== cell.length - 1) return null;
      cells[at] = cell.slice(1, -1);
    }
    records.push(cells);
  }
  return records;
}

/** Length of the text up to the last line that is whole: a line break inside quotes ends none. */
function wholeLines(text: string): number {
  let end = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (code === 10 && !quoted) end = at + 1;
  }
  return end;
}
