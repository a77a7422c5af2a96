import { useTranslations } from "next-intl";
import { signOutAction } from "@/lib/access/actions";
import { Button } from "../ui/button";

/** Signing out changes something, so it is a form and not a link. */
export function SignOutForm() {
  const t = useTranslations("shell");
  return (
    <form action={signOutAction}>
      <Button type="submit" kind="quiet">
        {t("signOut")}
      </Button>
    </form>
  );
}
