import "server-only";
import { createTranslator } from "next-intl";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load";
import { readyRows } from "./import-words";
import { type ImportConflict, type ImportId, importConflicts, valueImportPage } from "./queries";
import { isConflictReason } from "./reasons";
import type { ImportAnswer } from "./wire";

const most = 1000;
const httpStatus = { 200: "OK", 409: "Conflict" } as const;

/** What came of an import, in the shape of DHIS2's import summary. Any row that could not be used makes it a 409, as there. */
export async function importAnswer(actor: Actor, importId: string, dryRun: boolean): Promise<ImportAnswer> {
  const [found, rows] = [await valueImportPage(actor, importId), await importConflicts(actor, importId)];
  if (!found || !rows) throw new AppError("not_found");
  const { summary, ids } = found;
  const conflicts = [...ids.map(conflictOfId), ...rows.map(conflictOfRow)].slice(0, most);
  const { imported, updated, deleted } = summary;
  const clean = summary.conflictRows + summary.unknown === 0;
  const code = clean ? 200 : 409;
  return {
    httpStatus: httpStatus[code],
    httpStatusCode: code,
    status: clean ? "OK" : "WARNING",
    message: clean
      ? "Import was successful."
      : "One or more conflicts encountered, please check import summary.",
    response: {
      responseType: "ImportSummary",
      status: clean ? "SUCCESS" : "WARNING",
      description: dryRun ? "Dry run: nothing was written" : "Import process completed",
      importCount: { imported, updated, deleted, ignored: summary.rows - readyRows(summary) },
      conflicts,
      dataSetComplete: "false",
      importOptions: {
        dryRun,
        importStrategy: found.strategy,
        orgUnitIdScheme: found.unitScheme,
        dataElementIdScheme: found.elementScheme,
      },
      reference: importId,
    },
  };
}

const english = () => createTranslator({ locale: "en", messages: loadMessages("en"), namespace: "exchange" });

function conflictOfId({ kind, externalId, outcome, size, firstRow }: ImportId) {
  const t = english();
  const unit = kind === "unit";
  const why =
    outcome === "outside" || outcome === "no_reporter"
      ? t(`reason.${outcome}`)
      : t(unit ? "unknown.units" : "unknown.elements", { count: 1, n: "1" });
  return {
    object: externalId,
    property: unit ? "orgUnit" : "dataElement",
    value: `${why}: ${t("unknown.rows", { count: size, n: String(size), first: String(firstRow) })}`,
    errorCode: outcome === "unknown" ? (unit ? "unknown_unit" : "unknown_element") : outcome,
    indexes: [firstRow],
  };
}

function conflictOfRow({ rowNo, field, value, reason }: ImportConflict) {
  const t = english();
  return {
    object: value,
    property: field,
    value: isConflictReason(reason) ? `${t(`reason.${reason}`)}. ${t(`mend.${reason}`)}` : reason,
    errorCode: reason,
    indexes: [rowNo],
  };
}
