"use client";

import { useActionState, useState } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { type FormState, idleForm } from "@/lib/form-state";

type Action = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * A form that may be sent again and again: `ids` name what it makes, so that one attempt sent twice is one record; an attempt
 * that was taken ends them, and the next is another.
 */
export function useOnceForm<Ids extends Readonly<Record<string, string>>>(action: Action, first: Ids) {
  const [ids, setIds] = useState(first);
  const [state, send, pending] = useActionState<FormState, FormData>(async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === "done")
      setIds((taken) => Object.fromEntries(Object.keys(taken).map((name) => [name, uuidv7()])) as Ids);
    return answer;
  }, idleForm);
  return { ids, state, send, pending };
}
