import { tokenRoute } from "@/lib/api/token-route";
import { receiveValues } from "@/lib/exchange/receive-commands";

/** Takes monthly values as DHIS2's `POST /api/dataValueSets` does, and answers with its import summary. */
export const POST = tokenRoute("values.import", receiveValues);
