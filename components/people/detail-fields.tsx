"use client";

import { useTranslations } from "next-intl";
import { TextField } from "../form/text-field";
import { Segments } from "../ui/segments";

type Known = {
  displayName: string;
  office: string;
  phone: string | null;
  email: string | null;
  locale: "lo" | "en";
};
type Props = { known?: Known; faultOf: (field: string) => string | undefined };

export function DetailFields({ known, faultOf }: Props) {
  const t = useTranslations("people");
  const text = (name: "displayName" | "office" | "phone" | "email") => ({
    name,
    label: t(`new.${name}`),
    error: faultOf(name),
    defaultValue: known?.[name] ?? "",
    autoComplete: "off",
    maxLength: 200,
  });
  return (
    <>
      <TextField {...text("displayName")} />
      <TextField {...text("office")} help={t("new.officeHelp")} optional />
      <TextField {...text("phone")} inputMode="tel" optional />
      <TextField {...text("email")} inputMode="email" optional />
      <div className="field">
        <p className="lab">{t("new.locale")}</p>
        <Segments
          name="locale"
          label={t("new.locale")}
          defaultValue={known?.locale ?? "lo"}
          options={[
            { value: "lo", label: t("me.lo") },
            { value: "en", label: t("me.en") },
          ]}
        />
      </div>
    </>
  );
}
