"use client";

import { type ComponentProps, type FormEvent, startTransition, useSyncExternalStore } from "react";
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

const never = () => () => {};

/**
 * The button of such a form; `pending` is the third value of `useActionState`. Until the page listens it is off: the browser
 * itself would send the form to nobody, and what was typed would be gone.
 */
export function KeptSubmit({ pending, ...look }: ComponentProps<typeof Button> & { pending: boolean }) {
  const listens = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Button
      kind="pri"
      {...look}
      type="submit"
      disabled={!listens}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    />
  );
}
