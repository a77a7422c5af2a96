"use client";

import { useLocale, useTranslations } from "next-intl";
import { useKnown } from "../field/store-hooks";
import { Chip } from "../ui/chip";

type Props = { value: readonly string[]; onSave: (languages: string[]) => unknown };

/** The languages spoken in the room. */
export function LanguageChips({ value, onSave }: Props) {
  const t = useTranslations("workshops.field");
  const locale = useLocale();
  const words = useKnown("languages") ?? [];
  const toggle = (id: string) =>
    onSave(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <fieldset className="field">
      <legend className="lab">{t("languages")}</legend>
      <div className="chips">
        {words.map(({ id, nameLo, nameEn }) => (
          <Chip key={id} pressed={value.includes(id)} onClick={() => void toggle(id)}>
            {locale === "lo" ? nameLo : nameEn}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
