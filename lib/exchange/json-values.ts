import { FileError, type FileHeader, headerOf, longest, rowOf, type ValueRow } from "./value-row";

// A tokeniser in JavaScript takes 22 s for a million values, JSON.parse 2 s. So this only finds where the list of values
// begins and where some of them end; what lies between is JSON.parse's, and so is the strictness.
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
    this.#stage = "values";
  }

  /**
   * What lies before the last brace, when that is a list of values by itself. Otherwise the brace closes something else, or stands
   * in a string, and each character is looked at, which takes as long as parsing.
   */
  #takeValues(): ValueRow[] {
    const end = this.#text.lastIndexOf("}") + 1;
    const said = end > 0 ? this.#listOf(this.#text.slice(0, end)) : null;
    if (!said) return this.#lookThrough();
    this.#text = this.#text.slice(end);
    return this.#rows(said);
  }

  #lookThrough(): ValueRow[] {
    const { length } = this.#text;
    let [at, depth, whole, ended] = [0, 0, 0, -1];
    for (; at < length && ended < 0; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === QUOTE) {
        const close = closingQuote(this.#text, at);
        if (close < 0) break;
        at = close;
      } else if (OPEN.has(code)) depth++;
      else if (CLOSE.has(code)) {
        depth--;
        if (depth === 0) whole = at + 1;
        if (depth < 0) ended = at;
      }
    }
    const text = this.#text.slice(0, ended < 0 ? whole : ended);
    this.#text = this.#text.slice(ended < 0 ? whole : ended + 1);
    if (ended >= 0) this.#stage = "after";
    else if (this.#text.length > longest) throw new FileError("too_long", this.#where());
    if (text.trim() === "") return [];
    const said = this.#listOf(text);
    if (!said) throw new FileError("malformed", this.#where());
    return this.#rows(said);
  }

  /** A piece that follows another begins with the comma between the two. */
  #listOf(text: string): unknown[] | null {
    try {
      return JSON.parse(`[${this.#count > 0 ? text.replace(/^\s*,/, "") : text}]`);
    } catch {
      return null;
    }
  }

  #rows(said: readonly unknown[]): ValueRow[] {
    return said.map((one) => {
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
