"use server";

import { refresh } from "next/cache";
import { requireActor } from "@/lib/access/session";
import { createApiToken, NewApiToken, OneApiToken, revokeApiToken } from "@/lib/access/token-commands";
import { AppError } from "@/lib/errors";
import type { FormState } from "@/lib/form-state";

export type TokenState = FormState & Readonly<{ token?: string }>;

/** Answers with the token itself: it exists nowhere else. */
export async function createTokenAction(_: TokenState, form: FormData): Promise<TokenState> {
  const actor = await requireActor();
  const parsed = NewApiToken.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { status: "failed", error: "invalid" };
  try {
    const token = await createApiToken(actor, parsed.data);
    refresh();
    return { status: "done", token };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { status: "failed", error: error.code };
  }
}

export async function revokeTokenAction(form: FormData): Promise<void> {
  await revokeApiToken(await requireActor(), OneApiToken.parse(Object.fromEntries(form)));
  refresh();
}
