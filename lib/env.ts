import { z } from "zod";

const url = z.url({ protocol: /^https?$/ });

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Set by the start script: demonstration without DATABASE_URL of the operator, production with it. */
  CONNECT_MODE: z.enum(["demonstration", "production"]).default("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  NEXTAUTH_SECRET: z.string().min(16).optional(),
  NEXTAUTH_URL: url.default("http://127.0.0.1:3000"),
  /** The address the public reaches: QR codes and the village page exist only when it is set. */
  PUBLIC_URL: url.optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().default(".data"),
  MEDIA_DIR: z.string().optional(),
  /** Private half (PEM) of the key that forgotten PINs are opened with; without it phones offer no PIN. */
  PROGRAMME_KEY: z.string().optional(),
  /** Pictures in an S3-compatible bucket instead of MEDIA_DIR; the address without the bucket. */
  S3_ENDPOINT: url.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z
    .string()
    .regex(/^(?:[\w.-]+\/)*$/, "must end with /")
    .default(""),
  /** An operator's base map: the address or path of a PMTiles file. */
  BASEMAP_PMTILES: z.string().optional(),
  /** A mail server (`smtps://user:password@host:465`) and who the mail is from: governors get their week by e-mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(200).optional(),
  /** A DHIS2 on this very machine may be fetched from, without https too: for trying out. Else only public addresses are. */
  DHIS2_ON_THIS_MACHINE: z.stringbool().default(false),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** What the start script has migrated the database to; the health check compares. */
  MIGRATIONS_HASH: z.string().optional(),
  /** Another "now" (ISO), for demonstrations and tests only. */
  CONNECT_NOW: z.iso.datetime({ offset: true }).optional(),
});

export type Env = Readonly<z.output<typeof Environment> & { MEDIA_DIR: string; S3: S3Environment | null }>;
type S3Environment = Readonly<{
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  prefix: string;
}>;

const names = Object.keys(Environment.shape);
let known: Readonly<{ said: string; env: Env }> | undefined;

/**
 * The checked environment; the only reader of `process.env` in the application. Empty variables count as unset. Checked when
 * it is another than before: every page asks several times.
 */
export function env(): Env {
  const said = JSON.stringify(names.map((name) => process.env[name]));
  if (known?.said !== said) known = { said, env: Object.freeze(checked()) };
  return known.env;
}

function checked(): Env {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new Error(`Environment: ${problemsOf(parsed.error)}`);
  const { data } = parsed;
  return { ...data, MEDIA_DIR: data.MEDIA_DIR ?? `${data.DATA_DIR}/media`, S3: bucketOf(data) };
}

/** All of it or nothing: half a configuration would put pictures where nobody looks for them. */
function bucketOf(given: z.output<typeof Environment>): S3Environment | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION, S3_PREFIX } = given;
  const needed = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 4) return null;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error(`Environment: ${missing.join(", ")}: needed for pictures in a bucket`);
  const keys = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  return { endpoint: S3_ENDPOINT, bucket: S3_BUCKET, region: S3_REGION, prefix: S3_PREFIX, ...keys };
}

/** Names and reasons, never values: they may be secrets. */
const problemsOf = (error: z.ZodError) =>
  error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
