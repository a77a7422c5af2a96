import { type PeriodKind, readPeriod } from "./periods";
import { FileError, type ValueRow } from "./value-row";

/** Values of a page, and monthly values written in one transaction (architecture §2). */
export const pageSize = 5000;
const mostRows = 5_000_000;
/** Different units or elements: more than the country has, and no more than memory holds. */
const mostIds = 50_000;
const longestId = 300;
const greatest = 1_000_000;
/** Of each reason so many rows are told one by one; all are counted. */
const toldOfEach = 1000;

export type RowReason =
  | "missing"
  | "too_long"
  | "period_unknown"
  | `period_${Exclude<PeriodKind, "day" | "month">}`
  | "future"
  | "value_missing"
  | "value_not_whole"
  | "value_too_large";
export type RowConflict = Readonly<{ rowNo: number; field: string; value: string; reason: RowReason }>;

export type Page = {
  rowNos: number[];
  units: number[];
  elements: number[];
  periods: number[];
  /** Null: the file says that it was deleted. */
  amounts: (number | null)[];
};
const emptyPage = (): Page => ({ rowNos: [], units: [], elements: [], periods: [], amounts: [] });

export type NamedId = {
  no: number;
  externalId: string;
  combo: string;
  attribute: string;
  rows: number;
  firstRow: number;
};

class Refused extends Error {
  constructor(
    readonly field: keyof ValueRow,
    readonly reason: RowReason,
  ) {
    super(reason);
  }
}

/** Turns values as written into pages of numbers, and keeps each id once. What cannot be read is told, and stops nothing. */
export class Collector {
  readonly units = new Map<string, NamedId>();
  readonly elements = new Map<string, NamedId>();
  readonly conflicts: RowConflict[] = [];
  readonly refused: Partial<Record<RowReason, number>> = {};
  rows = 0;
  #page = emptyPage();
  readonly #periods = new Map<string, number | RowReason>();

  /** `month`: the one that has begun last, as yyyymm. */
  constructor(readonly month: number) {}

  /** A page that is full with these values, if one is. */
  add(rows: readonly ValueRow[]): Page[] {
    const full: Page[] = [];
    for (const row of rows) {
      this.rows++;
      if (this.rows > mostRows) throw new FileError("too_many_rows", String(mostRows));
      this.#take(row);
      if (this.#page.rowNos.length === pageSize) full.push(this.rest());
    }
    return full;
  }

  /** What is not on a page yet. */
  rest(): Page {
    const page = this.#page;
    this.#page = emptyPage();
    return page;
  }

  #take(row: ValueRow): void {
    try {
      for (const field of ["dataElement", "period", "orgUnit"] as const) {
        if (row[field] === "") throw new Refused(field, "missing");
        if (row[field].length > longestId) throw new Refused(field, "too_long");
      }
      const period = this.#periodOf(row.period);
      const amount = row.deleted ? null : amountOf(row.value);
      this.#page.rowNos.push(row.row);
      this.#page.units.push(noOf(this.units, row.row, row.orgUnit));
      this.#page.elements.push(
        noOf(this.elements, row.row, row.dataElement, row.categoryOptionCombo, row.attributeOptionCombo),
      );
      this.#page.periods.push(period);
      this.#page.amounts.push(amount);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#refuse(row, error);
    }
  }

  #refuse(row: ValueRow, { field, reason }: Refused): void {
    const before = this.refused[reason] ?? 0;
    this.refused[reason] = before + 1;
    const value = String(row[field]).slice(0, 100);
    if (before < toldOfEach) this.conflicts.push({ rowNo: row.row, field, value, reason });
  }

  #periodOf(text: string): number {
    let known = this.#periods.get(text);
    if (known === undefined) {
      known = this.#judge(text);
      if (this.#periods.size < mostIds) this.#periods.set(text, known);
    }
    if (typeof known === "string") throw new Refused("period", known);
    return known;
  }

  #judge(text: string): number | RowReason {
    const period = readPeriod(text);
    if (!period) return "period_unknown";
    if (period.at === null) return `period_${period.kind}` as RowReason;
    const month = period.kind === "day" ? Math.floor(period.at / 100) : period.at;
    return month > this.month ? "future" : period.at;
  }
}

function amountOf(text: string): number {
  if (text === "") throw new Refused("value", "value_missing");
  if (!/^\d+(?:\.0+)?$/.test(text)) throw new Refused("value", "value_not_whole");
  const amount = Number(text);
  if (amount > greatest) throw new Refused("value", "value_too_large");
  return amount;
}

function noOf(
  ids: Map<string, NamedId>,
  row: number,
  externalId: string,
  combo = "",
  attribute = "",
): number {
  const key = combo === "" && attribute === "" ? externalId : JSON.stringify([externalId, combo, attribute]);
  let id = ids.get(key);
  if (!id) {
    if (ids.size === mostIds) throw new FileError("too_many_rows", `${mostIds} ids`);
    id = {
      no: ids.size + 1,
      externalId,
      combo: combo.slice(0, longestId),
      attribute: attribute.slice(0, longestId),
      rows: 0,
      firstRow: row,
    };
    ids.set(key, id);
  }
  id.rows++;
  return id.no;
}
