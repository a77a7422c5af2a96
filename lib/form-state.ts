import type { ErrorCode } from "./errors";

/** What a form shows after it was sent: codes, never sentences; `reference` is what a person reads out for an unknown error. */
export type FormState = Readonly<{
  status: "idle" | "done" | "failed";
  error?: ErrorCode;
  fields?: Readonly<Record<string, string>>;
  reference?: string;
}>;
export const idleForm: FormState = { status: "idle" };
