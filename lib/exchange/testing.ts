import type { ValueFormat, ValueRow } from "./value-row";

export type WrittenValue = Pick<
  ValueRow,
  | "dataElement"
  | "period"
  | "orgUnit"
  | "categoryOptionCombo"
  | "attributeOptionCombo"
  | "value"
  | "deleted"
  | "comment"
>;

const xml = (text: string) => text.replace(/[<>&"'\n\r\t]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const attributes = (said: Readonly<Record<string, string>>) =>
  Object.entries(said)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ` ${name}="${xml(value)}"`)
    .join("");

const said = ({ deleted, ...value }: WrittenValue) => ({ ...value, ...(deleted ? { deleted: "true" } : {}) });

function groups(values: readonly WrittenValue[]): string {
  return values
    .map(({ period, orgUnit, attributeOptionCombo, ...value }) => {
      const group = attributes({ orgUnit, period, dataSet: "HMIS", attributeOptionCombo });
      const { deleted, ...rest } = value;
      return `<group${group}><dataValue${attributes({ ...rest, ...(deleted ? { deleted: "true" } : {}) })}/></group>`;
    })
    .join("\n");
}

const columns = [
  "dataelement",
  "period",
  "orgunit",
  "catoptcombo",
  "attroptcombo",
  "value",
  "comment",
  "deleted",
];

/** A file as DHIS2's documentation describes each format; for tests and measurements. */
export const writeValues: Readonly<Record<ValueFormat, (values: readonly WrittenValue[]) => string>> = {
  json: (values) => JSON.stringify({ dataValues: values.map(said) }),
  xml: (values) =>
    `<?xml version='1.0' encoding='UTF-8'?>\n<dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0">${values
      .map((value) => `<dataValue${attributes(said(value))}/>`)
      .join("\n")}</dataValueSet>`,
  adx: (values) =>
    `<adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-02-08T19:30:00Z">${groups(values)}</adx>`,
  csv: (values) =>
    [
      columns.map(cell).join(","),
      ...values.map((value) =>
        [
          value.dataElement,
          value.period,
          value.orgUnit,
          value.categoryOptionCombo,
          value.attributeOptionCombo,
          value.value,
          value.comment,
          String(value.deleted),
        ]
          .map(cell)
          .join(","),
      ),
    ].join("\n"),
};

/** The text's bytes, cut after each of these lengths in turn. */
export function piecesOf(text: string, lengths: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const pieces: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? bytes.length);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}
