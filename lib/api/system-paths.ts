import { fileLimits } from "@/lib/exchange/limits";
import { DataValuesQuery } from "@/lib/exchange/wire";
import { failing, type Json, json, ok, parameter, queryOf, ref } from "./parts";

const set = { url: "https://docs.dhis2.org/en/develop/using-the-api/dhis-core-version-master/data.html" };
const valueBodies = ["application/json", "application/xml", "application/adx+xml", "application/csv"];

const readers = [{ session: [] }, { token: [] }];

/** For other systems, with a token that a person made on their account page. */
export const pathsOfSystems = (): Record<string, Json> => ({
  "/api/v1/data-values": {
    post: {
      summary: "Monthly values as DHIS2's POST /api/dataValueSets takes them",
      description: `At most ${fileLimits.bytes} bytes a request and 60 requests a minute and token. Sending the same again changes nothing. What an id means is said once on the pages of imports. Combinations and days are added up to the month; periods longer than a month are refused.`,
      security: [{ token: [] }],
      parameters: queryOf(DataValuesQuery),
      requestBody: {
        required: true,
        content: Object.fromEntries(valueBodies.map((type) => [type, { schema: { externalDocs: set } }])),
      },
      responses: {
        ...ok("Every value was used, or is here already", ref("ImportAnswer")),
        ...failing(401, 403, 413, 415, 422, 429, 503),
        409: {
          description: "Some values could not be used; the others were",
          content: json(ref("ImportAnswer")),
        },
      },
    },
  },
  "/api/v1/published-tables": {
    get: {
      summary: "Every published table by its newest version; withdrawn ones with the reason",
      security: readers,
      responses: { ...ok("`{ tables: […] }`"), ...failing(401, 403, 429, 503) },
    },
  },
  "/api/v1/published-tables/{id}": {
    get: {
      summary: "One published table, hidden where its page hides",
      description:
        "Figures have `shown`: yes, hidden, or none (nothing reported). Hidden are small numbers and others from which they could be worked out. No filters: a table is what was published.",
      security: readers,
      parameters: [parameter("path", "id", { type: "string", format: "uuid" }, true)],
      responses: { ...ok("The table of the reader's places"), ...failing(401, 403, 404, 429, 503) },
    },
  },
});
