import { FileError, type FileHeader, headerOf, longest, rowOf, type ValueRow } from "./value-row";

// A tokeniser in JavaScript takes 22 s for a million values, JSON.parse 2 s. So this only finds where the list of values
// begins and where one value ends; what lies between is JSON.parse's, and so is the strictness.
type Stage = "before" | "values" | "after";

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = new Set([123, 91]);
const CLOSE = new Set([125, 93]);
const COLON = 58;
const ARRAY = 91;

/** DHIS2's dataValueSet as JSON: fields of the whole, then the list `dataValues`. */
export class JsonValues {
  readonly #header: FileHeader;
  #stage: Stage = "before";
  #text = "";
  /** What of the text has been looked at. */
  #at = 0;
  #depth = 0;
  #key = "";
  #awaitsList = false;
  /** End of the last whole value in the text. */
  #whole = 0;
  #count = 0;

  constructor(header: FileHeader) {
    this.#header = header;
  }

  /** The values that are whole with this piece. */
  take(piece: string): ValueRow[] {
    this.#text += piece;
    if (this.#stage === "before") this.#findList();
    if (this.#stage === "values") return this.#takeValues();
    if (this.#text.length > longest) throw new FileError("too_long", this.#where());
    return [];
  }

  end(): ValueRow[] {
    if (this.#stage === "before") {
      parsed(this.#text, "1");
      throw new FileError("wrong_kind");
    }
    if (this.#stage === "values") throw new FileError("malformed", this.#where());
    const rest = this.#text.trim();
    const said = parsed(`{${rest.startsWith(",") ? rest.slice(1) : rest}`, this.#where());
    const late = "dataValues" in said ? "dataValues" : Object.keys(headerOf(said))[0];
    if (late) throw new FileError("header_late", late);
    return [];
  }

  #where = () => String(this.#count + 1);

  #findList(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (this.#awaitsList && code > 32) {
        if (code !== ARRAY) throw new FileError("wrong_kind");
        this.#beginList();
        return;
      }
      if (code === QUOTE) {
        const close = closingQuote(this.#text, this.#at);
        if (close < 0) return;
        this.#key = this.#text.slice(this.#at + 1, close);
        this.#at = close;
      } else if (OPEN.has(code)) this.#depth++;
      else if (CLOSE.has(code)) this.#depth--;
      else if (code === COLON && this.#depth === 1 && this.#key === "dataValues") this.#awaitsList = true;
    }
  }

  #beginList(): void {
    const before = this.#text.slice(0, this.#text.lastIndexOf('"dataValues"', this.#at)).trimEnd();
    const said = parsed(`${before.endsWith(",") ? before.slice(0, -1) : before}}`, "1");
    Object.assign(this.#header, headerOf(said));
    this.#text = this.#text.slice(this.#at + 1);
    this.#at = 0;
    this.#depth = 0;
    this.#stage = "values";
  }

  #takeValues(): ValueRow[] {
    const { length } = this.#text;
    let ended = -1;
    for (; this.#at < length && ended < 0; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === QUOTE) {
        const close = closingQuote(this.#text, this.#at);
        if (close < 0) break;
        this.#at = close;
      } else if (OPEN.has(code)) this.#depth++;
      else if (CLOSE.has(code)) {
        this.#depth--;
        if (this.#depth === 0) this.#whole = this.#at + 1;
        if (this.#depth < 0) ended = this.#at;
      }
    }
    const rows = this.#rows(this.#text.slice(0, ended < 0 ? this.#whole : ended));
    this.#text = this.#text.slice(ended < 0 ? this.#whole : ended + 1);
    this.#at = ended < 0 ? this.#at - this.#whole : 0;
    this.#whole = 0;
    if (ended >= 0) this.#stage = "after";
    else if (this.#text.length > longest) throw new FileError("too_long", this.#where());
    return rows;
  }

  #rows(text: string): ValueRow[] {
    const list = text.trim();
    if (list === "") return [];
    // A piece that follows another begins with the comma between the two.
    const said = parsed(`[${this.#count > 0 ? list.replace(/^,/, "") : list}]`, this.#where());
    return (said as unknown as unknown[]).map((one) => {
      this.#count++;
      if (typeof one !== "object" || one === null) throw new FileError("malformed", String(this.#count));
      return rowOf(this.#count, one as Record<string, unknown>, this.#header);
    });
  }
}

/** Where the string that begins here ends; -1 when not in this text. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function parsed(text: string, where: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileError("malformed", where);
  }
}
