import "server-only";
import type { Transaction } from "@/db/client";
import type { ImportKind } from "@/db/schema/imports";
import { boundaryFeatures, planBoundaries } from "./boundaries";
import { type ImportField, type Mapping, mappingOf } from "./columns";
import { facilityFields, planFacilities } from "./facilities";
import { boundedDistricts, knownFacilities, knownPlaces, knownSettlements, placesByPcode } from "./known";
import type { PlannedRow } from "./planned-row";
import { planSettlements, settlementFields } from "./settlements";
import { readTable, type Table } from "./table";
import { planVillages, villageFields } from "./villages";

export type ImportPlan = { rows: PlannedRow[]; mapping: Mapping };
export type FilePlan = (tx: Transaction) => Promise<ImportPlan>;

/** Reads the file before any transaction is open; the answer compares it with what the database holds. */
export async function filePlan(kind: ImportKind, bytes: Uint8Array): Promise<FilePlan> {
  if (kind === "boundaries") {
    const features = boundaryFeatures(bytes);
    return async (tx) => {
      const known = await placesByPcode(tx);
      return { rows: planBoundaries(features, (pcode) => known.get(pcode)), mapping: {} };
    };
  }
  const table = await readTable(bytes);
  return tablePlans[kind](table);
}

const mapped = (table: Table, fields: readonly ImportField[]) => mappingOf(table.header, fields);

const tablePlans: Readonly<Record<Exclude<ImportKind, "boundaries">, (table: Table) => FilePlan>> = {
  villages: (table) => async (tx) => {
    const mapping = mapped(table, villageFields);
    return { rows: planVillages(table.rows, mapping, await knownPlaces(tx)), mapping };
  },
  facilities: (table) => async (tx) => {
    const mapping = mapped(table, facilityFields);
    const known = { places: await knownPlaces(tx), facilities: await knownFacilities(tx) };
    return { rows: planFacilities(table.rows, mapping, known), mapping };
  },
  settlements: (table) => async (tx) => {
    const mapping = mapped(table, settlementFields);
    const known = { districts: await boundedDistricts(tx), known: await knownSettlements(tx) };
    return { rows: planSettlements(table.rows, mapping, known), mapping };
  },
};
