import { z } from "zod";
import { id, isoDate, optional, prose } from "@/lib/changes/fields";

/** The fixed list of what is published: free filters would let anyone subtract (docs/decisions/0046). */
export const tableNames = ["antenatal", "vaccination", "plans", "trust"] as const;
export type TableName = (typeof tableNames)[number];

/** A calendar quarter as year and number: 20263 is July to September 2026. */
export const quarterNumber = z
  .number()
  .int()
  .min(19_001)
  .max(29_994)
  .refine((value) => value % 10 >= 1 && value % 10 <= 4);

/** Which table of which quarter; what stands in it is worked out and kept by the server. A correction is the next version. */
export const PublicationFields = z.object({
  table: z.enum(tableNames),
  quarter: quarterNumber,
  version: z.number().int().min(1).max(99),
  reason: optional(prose),
});

export const WithdrawalFields = z.object({
  publicationId: id,
  date: isoDate,
  reason: prose.pipe(z.string().min(1)),
});
