"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "../ui/button";

/** Sends the form it stands in; says so while it does, and cannot be pressed twice. */
export function SubmitButton({ children, ...look }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  const t = useTranslations("common.form");
  return (
    <Button
      kind="pri"
      {...look}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? t("sending") : children}
    </Button>
  );
}
