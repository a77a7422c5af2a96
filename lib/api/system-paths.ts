import { fileLimits } from "@/lib/exchange/limits";
import { DataValuesQuery } from "@/lib/exchange/wire";
import { failing, type Json, json, ok, queryOf, ref } from "./parts";

const set = { url: "https://docs.dhis2.org/en/develop/using-the-api/dhis-core-version-master/data.html" };
const valueBodies = ["application/json", "application/xml", "application/adx+xml", "application/csv"];

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
});
