import { definitionOf, type RecordType, recordTypes } from "@/lib/changes/registry";
import { Change, changeLimits } from "@/lib/changes/schema";
import { ImportAnswer } from "@/lib/exchange/wire";
import { mediaLimits } from "@/lib/media/schema";
import { deviceHeader } from "@/lib/sync/device-header";
import {
  DeviceRequest,
  Farewell,
  PhoneReport,
  PullQuery,
  PushRequest,
  RecoveryRequest,
} from "@/lib/sync/wire";
import { TrustDelivery } from "@/lib/trust/schema";
import { ChangeAnswerShape, Failure, FarewellAnswerShape, PullAnswerShape, PushAnswerShape } from "./answers";
import { body, failing, type Json, ok, parameter, queryOf, ref, schemaOf } from "./parts";
import { pathsOfSystems } from "./system-paths";

const header = (name: string, description: string) => ({
  name,
  in: "header",
  required: false,
  description,
  schema: { type: "string", format: "uuid" },
});
const fromPhone = [
  header(deviceHeader, "The phone that asks"),
  header("x-connect-user", "Whom the phone's store belongs to"),
];

const signedOut: unknown[] = [];

const paths = (): Record<string, Json> => ({
  "/api/sync": {
    post: {
      summary: "Send changes; each is answered on its own",
      description: `At most ${changeLimits.perRequest} changes and ${changeLimits.requestBytes} bytes a request, ${changeLimits.bytes} bytes a change, 300 requests a minute and person. A signed change is its signer's, whoever sends it. Sending the same again is harmless.`,
      parameters: fromPhone,
      requestBody: body(ref("PushRequest")),
      responses: {
        ...ok("One answer per change", ref("PushAnswer")),
        ...failing(401, 403, 409, 413, 422, 429, 503),
      },
    },
    get: {
      summary: "What changed in one district since a cursor; without a district, which ones are covered",
      parameters: [...fromPhone, ...queryOf(PullQuery)],
      responses: { ...ok("A page of changes", ref("PullAnswer")), ...failing(401, 403, 422, 429, 503) },
    },
  },
  "/api/field/bootstrap": {
    get: {
      summary: "Who is signed in, their places and word lists",
      parameters: fromPhone,
      responses: { ...ok("All a phone must know besides records"), ...failing(401, 403, 429, 503) },
    },
  },
  "/api/field/device": {
    post: {
      summary: "Tie a phone's public key to the person",
      requestBody: body(ref("DeviceRequest")),
      responses: { ...ok("Registered"), ...failing(401, 403, 413, 422, 429) },
    },
  },
  "/api/field/report": {
    post: {
      summary: "How much waits on a phone",
      requestBody: body(ref("PhoneReport")),
      responses: { ...ok("Noted"), ...failing(401, 413, 422, 429) },
    },
  },
  "/api/field/farewell": {
    get: {
      summary: "Was this phone withdrawn?",
      security: signedOut,
      parameters: [parameter("query", "device", { type: "string", format: "uuid" }, true)],
      responses: { ...ok("`{ withdrawn: boolean }`"), ...failing(422, 429) },
    },
    post: {
      summary: "A withdrawn phone hands over what it had not sent; its signatures stand for it",
      security: signedOut,
      requestBody: body(ref("Farewell")),
      responses: { ...ok("One answer per change", ref("FarewellAnswer")), ...failing(403, 413, 422, 429) },
    },
  },
  "/api/field/trust": {
    post: {
      summary: "The sealed trust interviews of a batch whose record was sent; the same again counts once",
      parameters: fromPhone,
      requestBody: body(ref("TrustDelivery")),
      responses: { ...ok("Taken, or a duplicate"), ...failing(401, 403, 404, 413, 422, 429, 503) },
    },
  },
  "/api/field/recovery": {
    post: {
      summary: "The key of one's own phone whose PIN is forgotten, for the password",
      requestBody: body(ref("RecoveryRequest")),
      responses: { ...ok("`{ key: base64 }`"), ...failing(401, 403, 413, 422, 429, 503) },
    },
  },
  "/api/field/sign-out": {
    post: { summary: "End the session", responses: { ...ok("Signed out"), ...failing(401, 429) } },
  },
  "/api/media/{name}": {
    put: {
      summary: "The bytes of a photo whose record was sent; name is their SHA-256 in hex",
      description: `At most ${mediaLimits.bytes} bytes; ${mediaLimits.types.join(", ")}.`,
      parameters: [
        parameter("path", "name", { type: "string", pattern: "^[0-9a-f]{64}$" }),
        parameter("query", "photo", { type: "string", format: "uuid" }, true),
      ],
      requestBody: { required: true, content: { "application/octet-stream": { schema: {} } } },
      responses: { ...ok("Stored"), ...failing(401, 403, 404, 413, 422) },
    },
    get: {
      summary: "A photo by the id of its record",
      parameters: [
        parameter("path", "name", { type: "string", format: "uuid" }),
        parameter("query", "size", { enum: ["thumb", "screen", "full"] }),
      ],
      responses: {
        200: { description: "The picture", content: { "image/*": {} } },
        304: { description: "As before" },
        ...failing(401, 403, 404),
      },
    },
  },
});

const everyType = Object.keys(recordTypes) as RecordType[];

/** Entries are fields whose names are data. */
function fieldsSchema(type: RecordType): Json {
  const { fields, entries } = definitionOf(type);
  const schema = schemaOf(fields);
  if (!entries) return schema;
  const pattern = `^${entries.prefix.replace(".", "\\.")}${entries.name.source.slice(1)}`;
  return { ...schema, patternProperties: { [pattern]: schemaOf(entries.value) } };
}

function schemas(): Record<string, Json> {
  const push = schemaOf(PushRequest) as { properties: Json };
  const farewell = schemaOf(Farewell) as { properties: Json };
  const changes = { type: "array", maxItems: changeLimits.perRequest, items: ref("Change") };
  const named = everyType.map((type) => [`fields.${type}`, fieldsSchema(type)]);
  return {
    Change: schemaOf(Change),
    PushRequest: { ...push, properties: { ...push.properties, changes } },
    PushAnswer: schemaOf(PushAnswerShape),
    PullAnswer: schemaOf(PullAnswerShape),
    ChangeAnswer: schemaOf(ChangeAnswerShape),
    DeviceRequest: schemaOf(DeviceRequest),
    PhoneReport: schemaOf(PhoneReport),
    Farewell: { ...farewell, properties: { ...farewell.properties, changes } },
    FarewellAnswer: schemaOf(FarewellAnswerShape),
    RecoveryRequest: schemaOf(RecoveryRequest),
    TrustDelivery: schemaOf(TrustDelivery),
    ImportAnswer: schemaOf(ImportAnswer),
    Failure: schemaOf(Failure),
    ...Object.fromEntries(named),
  };
}

/** The exchange with phones and other systems as an OpenAPI 3.1 document, made from the schemas that check it. */
export const openApi = () => ({
  openapi: "3.1.0",
  info: {
    title: "CONNECT: exchange with phones and other systems",
    version: "1",
    description:
      "The fields of a change of kind `<type>.record` are `fields.<type>` below; a further change of the same record names only what it sets.",
  },
  security: [{ session: [] }],
  paths: { ...paths(), ...pathsOfSystems() },
  components: {
    schemas: schemas(),
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: "Made and taken back on the account page" },
      session: { type: "apiKey", in: "cookie", name: "connect.session" },
    },
  },
});
