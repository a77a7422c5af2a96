/** What can go wrong when another server is asked, and what follows from it. */
const consequences = {
  // Time mends it: asked again, each time after a longer pause.
  /** Too many imports are waiting here. */
  crowded: "again",
  busy: "again",
  server: "again",
  cut: "again",
  no_answer: "again",
  no_connection: "again",
  no_name: "again",
  // This month of this unit only: the others are asked all the same.
  too_large: "skip",
  unreadable: "skip",
  // A person mends it: nothing more is asked.
  unauthorised: "stop",
  forbidden: "stop",
  not_found: "stop",
  refused: "stop",
  redirect: "stop",
  not_data: "stop",
  certificate: "stop",
  private_address: "stop",
  no_secret: "stop",
  not_administrator: "stop",
  unexpected: "stop",
} as const;

export type PullProblem = keyof typeof consequences;
export const isPullProblem = (text: string): text is PullProblem => Object.hasOwn(consequences, text);

type About = Readonly<{
  /** Of the answer, when there was one. */
  status?: number;
  /** What the other server said of it, or where; shown to the administrator as it is. Never a secret. */
  detail?: string;
  /** Seconds that the other server asks us to wait. */
  after?: number;
}>;

export class PullFault extends Error {
  constructor(
    readonly problem: PullProblem,
    readonly about: About = {},
  ) {
    super(problem);
    this.name = "PullFault";
  }
  get consequence() {
    return consequences[this.problem];
  }
}

const byCode: Readonly<Record<string, PullProblem>> = {
  ENOTFOUND: "no_name",
  EAI_AGAIN: "no_name",
  ENODATA: "no_name",
  ECONNREFUSED: "no_connection",
  EHOSTUNREACH: "no_connection",
  ENETUNREACH: "no_connection",
  ECONNRESET: "cut",
  EPIPE: "cut",
  Z_BUF_ERROR: "cut",
  Z_DATA_ERROR: "cut",
  ETIMEDOUT: "no_answer",
  ABORT_ERR: "no_answer",
};
const certificate = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/;

/** Node's error of a connection, as one of ours; null for what is not about the connection. */
export function faultOfConnection(error: unknown): PullFault | null {
  if (error instanceof PullFault) return error;
  const { code = "", name, cause } = error as { code?: unknown; name?: string; cause?: unknown };
  if (name === "AbortError" || name === "TimeoutError") return new PullFault("no_answer");
  if (cause instanceof PullFault) return cause;
  const text = String(code);
  if (certificate.test(text)) return new PullFault("certificate", { detail: text });
  const problem = byCode[text] ?? (text.startsWith("HPE_") ? "cut" : undefined);
  return problem ? new PullFault(problem) : null;
}

/** What an answer other than 200 means. */
export function faultOfStatus(status: number, about: Omit<About, "status">): PullFault {
  const all = { ...about, status };
  if (status === 401) return new PullFault("unauthorised", all);
  if (status === 403) return new PullFault("forbidden", all);
  if (status === 404) return new PullFault("not_found", all);
  if (status === 429) return new PullFault("busy", all);
  if (status >= 500 || status === 408) return new PullFault("server", all);
  if (status >= 300 && status < 400) return new PullFault("redirect", all);
  return new PullFault("refused", all);
}
