export const errorCodes = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid",
  "conflict",
  "stale",
  "too_large",
  "throttled",
  "unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The only error the application throws on purpose. Never a sentence inside: the page translates `errors.<code>`. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = "AppError";
  }
}

type PostgresError = { code?: string; constraint_name?: string; column_name?: string };

/** The only reader of SQLSTATE codes. Returns null for what is not ours to explain. */
export function fromPostgres(error: unknown): AppError | null {
  const cause = (error as { cause?: unknown })?.cause ?? error;
  const { code, constraint_name: constraint, column_name: column } = cause as PostgresError;
  switch (code) {
    case "42501":
      return new AppError("forbidden");
    case "23505":
      return new AppError("conflict", { constraint });
    case "23502":
      return new AppError("invalid", { column });
    case "23503":
    case "23514":
      return new AppError("invalid", { constraint });
    case "22P02":
    case "22007":
    case "22008":
      return new AppError("invalid");
    case "53100":
    case "53300":
    case "57P03":
      return new AppError("unavailable");
    default:
      return null;
  }
}

export const sqlState = (error: unknown): string =>
  ((((error as { cause?: unknown })?.cause ?? error) as PostgresError).code ?? "").toString();

/** What this one change did wrong in the database, whatever it was: the next change is not to wait for it. */
export const isOwnFault = (error: unknown): boolean => /^(22|23|42|44|P0)/.test(sqlState(error));

/** Deadlock or serialisation failure: the whole command may be tried again. */
export function isRetryable(error: unknown): boolean {
  return ["40P01", "40001"].includes(sqlState(error));
}
