import { CsvValues } from "./csv-values";
import { type Bytes, textPieces } from "./decode";
import { JsonValues } from "./json-values";
import { FileError, type FileHeader, type ValueFile, type ValueFormat, type ValueRow } from "./value-row";
import { XmlValues } from "./xml-values";

type Reader = { take(piece: string): ValueRow[]; end(): ValueRow[] };

const readers: Readonly<Record<ValueFormat, (header: FileHeader) => Reader>> = {
  json: (header) => new JsonValues(header),
  xml: (header) => new XmlValues("dataValueSet", header),
  adx: (header) => new XmlValues("adx", header),
  csv: (header) => new CsvValues(header),
};

/** Values of a DHIS2 file of any length, in memory that does not grow with it. Throws `FileError`. */
export function readValues(format: ValueFormat, bytes: Bytes): ValueFile {
  const header: FileHeader = {};
  return { header, rows: rowsOf(readers[format](header), bytes) };
}

async function* rowsOf(reader: Reader, bytes: Bytes): AsyncGenerator<ValueRow[]> {
  let read = false;
  for await (const piece of textPieces(bytes)) {
    read = true;
    const rows = reader.take(piece);
    if (rows.length > 0) yield rows;
  }
  if (!read) throw new FileError("empty");
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}

/** The format by how the content begins: what a person chose in a file dialogue says it no better. */
export function formatOf(beginning: string): ValueFormat {
  const text = beginning.replace(/^\uFEFF/, "").trimStart();
  if (text.startsWith("{")) return "json";
  if (!text.startsWith("<")) return "csv";
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/.exec(text.replace(/<\?[^>]*>|<!--[\s\S]*?-->/g, ""));
  return root?.[1] === "adx" ? "adx" : "xml";
}
