/** A failure that is a whole sentence for the person at the terminal. */
export class PlainError extends Error {}

const sentences: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|No space left on device|53100/i, "The disk is full: free some space and start again."],
  [/EROFS|EACCES|EPERM|Permission denied/i, "A folder cannot be written"],
  [/ENOTFOUND|EAI_AGAIN/, "The database server's name is not known on this network: check DATABASE_URL."],
  [
    /ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|CONNECT_TIMEOUT|ECONNRESET|CONNECTION_CLOSED/,
    "The database cannot be reached: check DATABASE_URL and that the server runs.",
  ],
  [
    /28P01|28000|password authentication failed/,
    "The database refuses the user name or password: check DATABASE_URL and DATABASE_OWNER_URL.",
  ],
  [/3D000/, "The database named in the address does not exist: create it first."],
];

/** One clear sentence for the failures a person can do something about; null for the others. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof PlainError) return error.message;
  const {
    code = "",
    message = "",
    path = "",
  } = (error ?? {}) as { code?: string; message?: string; path?: string };
  const known = sentences.find(([pattern]) => pattern.test(`${code} ${message}`));
  if (!known) return null;
  return known[1].endsWith(".")
    ? known[1]
    : `${known[1]}${path ? `: ${path}` : ""} (${message.split("\n")[0]}).`;
}

/** Runs a script: what goes wrong is one sentence on standard error and exit code 1. */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const sentence = sentenceFor(error);
    const unknown = process.env.CONNECT_DEBUG ? error : (error as Error)?.message;
    console.error(sentence ?? unknown);
    process.exitCode = 1;
  }
}
