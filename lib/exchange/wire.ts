import { z } from "zod";
import { idSchemes, importStrategies } from "./options";

const scheme = z.enum(["id", ...idSchemes]);

/** What may be asked beside a body of values; names and meanings are DHIS2's. */
export const DataValuesQuery = z.object({
  dryRun: z.enum(["true", "false"]).optional().describe("Only say what would become of the values"),
  orgUnitIdScheme: scheme
    .optional()
    .describe("What names units: identifier of DHIS2 (at first), code or name"),
  dataElementIdScheme: scheme.optional().describe("What names data elements"),
  idScheme: scheme.optional().describe("Both, where nothing more particular is said"),
  importStrategy: z.enum(importStrategies).optional().describe("CREATE_AND_UPDATE at first"),
  system: z.string().max(60).optional().describe("The system whose ids these are; dhis2 at first"),
});

const count = z.int();
const Conflict = z.object({
  object: z.string().describe("The id or value in question"),
  property: z.string().describe("orgUnit, dataElement, period or value"),
  value: z.string().describe("What is wrong and how it is mended"),
  errorCode: z.string(),
  indexes: z.array(count).describe("Rows: the line of a table, else the place among the values, from 1"),
});

/** DHIS2's answer to an import of data values. Every value sent is counted once. */
export const ImportAnswer = z.object({
  httpStatus: z.string(),
  httpStatusCode: count,
  status: z.enum(["OK", "WARNING"]),
  message: z.string(),
  response: z.object({
    responseType: z.literal("ImportSummary"),
    status: z.enum(["SUCCESS", "WARNING"]),
    description: z.string(),
    importCount: z.object({
      imported: count,
      updated: count,
      deleted: count,
      ignored: count.describe("Unchanged, left alone by the strategy, set aside, or in a conflict"),
    }),
    conflicts: z.array(Conflict),
    dataSetComplete: z.literal("false"),
    importOptions: z.object({
      dryRun: z.boolean(),
      importStrategy: z.enum(importStrategies),
      orgUnitIdScheme: z.enum(idSchemes),
      dataElementIdScheme: z.enum(idSchemes),
    }),
    reference: z.string().describe("The import, as its page names it"),
  }),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
