"use client";

import { useTranslations } from "next-intl";
import { signOutAction } from "@/lib/access/actions";
import { deleteKeptPages } from "@/lib/offline/kept-cache";
import { Button } from "../ui/button";

/** Signing out changes something, so it is a form and not a link. Pages kept for times without network go with it. */
export function SignOutForm() {
  const t = useTranslations("shell");
  return (
    <form action={signOutAction} onSubmit={() => void deleteKeptPages()}>
      <Button type="submit" kind="quiet">
        {t("signOut")}
      </Button>
    </form>
  );
}
