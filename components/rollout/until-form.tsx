"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/lib/i18n/navigation";
import { DateField } from "../form/date-field";
import { Button } from "../ui/button";

/** The date lives in the address, so that print, download and a sent link show the same. */
export function UntilForm({ on }: { on: string }) {
  const [date, setDate] = useState(on);
  const router = useRouter();
  const t = useTranslations("rollout");
  return (
    <form
      className="row wrap noprint"
      onSubmit={(event) => {
        event.preventDefault();
        router.push(`/rollout?on=${date}`);
      }}
    >
      <DateField name="on" label={t("until")} value={date} onChange={setDate} />
      <Button type="submit" kind="dim">
        {t("show")}
      </Button>
    </form>
  );
}
