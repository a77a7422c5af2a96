import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileError, type FileHeader, headerOf, longest, rowOf, type ValueRow } from "./value-row";

const deepest = 12;
type Said = Readonly<Record<string, string>>;
type Root = "dataValueSet" | "adx";

/** Attributes of a value in ADX that are not one of its categories. */
const known = ["dataElement", "value", "comment", "deleted", "categoryOptionCombo", "attributeOptionCombo"];
const knownOfGroup = ["orgUnit", "period", "dataSet", "completeDate", "attributeOptionCombo", "comment"];

/** DHIS2's dataValueSet as XML, and ADX: no document type, no entities of its own, nothing deep or endless. */
export class XmlValues {
  readonly #parser = new SaxesParser();
  readonly #root: Root;
  readonly #header: FileHeader;
  #group: FileHeader = {};
  #rows: ValueRow[] = [];
  #count = 0;
  #depth = 0;
  /** Where the parser last had something to say. */
  #told = 0;

  constructor(root: Root, header: FileHeader) {
    this.#root = root;
    this.#header = header;
    const parser = this.#parser;
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("closetag", () => {
      this.#depth--;
      this.#told = parser.position;
    });
    parser.on("text", () => {
      this.#told = parser.position;
    });
    parser.on("doctype", () => this.#refuse("doctype"));
    parser.on("xmldecl", ({ encoding }) => {
      if (encoding && encoding.toLowerCase() !== "utf-8") throw new FileError("encoding", encoding);
    });
    parser.on("error", () => this.#refuse("malformed"));
  }

  take(piece: string): ValueRow[] {
    this.#parser.write(piece);
    if (this.#parser.position - this.#told > longest) this.#refuse("too_long");
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  end(): ValueRow[] {
    this.#parser.close();
    return [];
  }

  #refuse(problem: "doctype" | "malformed" | "too_deep" | "too_long"): never {
    throw new FileError(problem, `${this.#parser.line}:${this.#parser.column}`);
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#told = this.#parser.position;
    this.#depth++;
    if (this.#depth > deepest) this.#refuse("too_deep");
    const local = name.slice(name.indexOf(":") + 1);
    if (this.#depth === 1) this.#begin(local, attributes);
    else if (local === "group" && this.#root === "adx") this.#group = groupOf(attributes);
    else if (local === "dataValue") this.#value(attributes);
  }

  #begin(name: string, said: Said): void {
    if (name !== this.#root) throw new FileError("wrong_kind", name.slice(0, 60));
    Object.assign(this.#header, headerOf(said));
  }

  #value(said: Said): void {
    this.#count++;
    const whole = this.#root === "adx" ? this.#group : this.#header;
    const combo = this.#root === "adx" && !said.categoryOptionCombo ? categoriesOf(said, known) : undefined;
    this.#rows.push(rowOf(this.#count, combo ? { ...said, categoryOptionCombo: combo } : said, whole));
  }
}

/** ADX names each category; together, in the order of their names, they stand for the combination. */
const categoriesOf = (said: Said, others: readonly string[]): string =>
  Object.keys(said)
    .filter((name) => !others.includes(name) && !name.includes(":") && name !== "xmlns")
    .sort()
    .map((name) => `${name}=${said[name]}`)
    .join(",");

function groupOf(said: Said): FileHeader {
  const combo = said.attributeOptionCombo || categoriesOf(said, knownOfGroup);
  return headerOf({ period: said.period, orgUnit: said.orgUnit, attributeOptionCombo: combo });
}
