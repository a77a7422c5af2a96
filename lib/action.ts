import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { requireActor } from "@/lib/access/session";
import type { Actor } from "./access/actor";
import type { Verb } from "./access/roles";
import { AppError, fromPostgres } from "./errors";
import type { FormState } from "./form-state";
import { log } from "./log";

type Run<T> = (actor: Actor, input: T) => Promise<unknown>;

/**
 * The only place where an office form finds its actor, parses its fields, runs its command and turns errors into codes.
 * Usage: `export const instructAction = formAction(InstructForm, "instruction.give", giveInstruction)`.
 */
export function formAction<S extends z.ZodType>(schema: S, verb: Verb, run: Run<z.output<S>>) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const actor = await requireActor(verb);
    const parsed = schema.safeParse(plain(form));
    if (!parsed.success) return { status: "failed", error: "invalid", fields: codesOf(parsed.error.issues) };
    try {
      await run(actor, parsed.data);
    } catch (error) {
      return failure(error);
    }
    // Not revalidatePath: signed-in pages are never cached, and a regenerated field shell would no longer fit its CSP hashes.
    refresh();
    return { status: "done" };
  };
}

/** Empty inputs are absent, repeated names are lists. */
function plain(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const given = form.getAll(name).filter((value) => value !== "");
    if (given.length > 0) values[name] = given.length === 1 ? given[0] : given;
  }
  return values;
}

const codesOf = (issues: readonly { path: PropertyKey[]; code?: string }[]) =>
  Object.fromEntries(issues.map(({ path, code }) => [path.map(String).join("."), code ?? "custom"]));

async function failure(error: unknown): Promise<FormState> {
  const known = error instanceof AppError ? error : fromPostgres(error);
  if (known) return { status: "failed", error: known.code, fields: known.details.fields as never };
  // Next's own control flow (redirect, forbidden) travels as an error with a digest.
  if (typeof (error as { digest?: unknown })?.digest === "string") throw error;
  const reference = Math.random().toString(36).slice(2, 8);
  log.error({ err: error, reference, path: (await headers()).get("x-connect-path") }, "form failed");
  return { status: "failed", error: "unavailable", reference };
}
