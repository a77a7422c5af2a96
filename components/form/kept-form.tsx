"use client";

import { type ComponentProps, type FormEvent, startTransition } from "react";
import { Button } from "../ui/button";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & { run: (form: FormData) => void };

/**
 * A form whose fields stay as typed after it was sent. React empties a form that has an `action` once that has run,
 * also when the answer is "something is not right" or "confirm this".
 */
export function KeptForm({ run, children, ...form }: Props) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    startTransition(() => run(sent));
  };
  return (
    <form {...form} method="post" onSubmit={send}>
      {children}
    </form>
  );
}

/** The button of such a form; `pending` is the third value of `useActionState`. */
export function KeptSubmit({ pending, ...look }: ComponentProps<typeof Button> & { pending: boolean }) {
  return (
    <Button
      kind="pri"
      {...look}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    />
  );
}
