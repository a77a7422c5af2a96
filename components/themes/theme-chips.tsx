"use client";

import { useTranslations } from "next-intl";
import { inFrameOrder, type Theme, themeCodes } from "@/lib/themes/frame";
import { Chip } from "../ui/chip";

type Props = {
  /** Null: not coded yet; empty: no theme fits. */
  value: readonly Theme[] | null | undefined;
  onChange: (themes: Theme[] | null) => unknown;
};

/** Any number of themes, or that none fits; what was chosen last taken off again is not coded. */
export function ThemeChips({ value, onChange }: Props) {
  const t = useTranslations("problems.themes");
  const chosen = value ?? [];
  const none = value !== null && value !== undefined && chosen.length === 0;
  const toggle = (theme: Theme) => {
    const next = chosen.includes(theme) ? chosen.filter((one) => one !== theme) : [...chosen, theme];
    return onChange(next.length > 0 ? inFrameOrder(next) : null);
  };
  return (
    <fieldset className="field">
      <legend className="lab">{t("legend")}</legend>
      <div className="chips">
        {themeCodes.map((theme) => (
          <Chip key={theme} pressed={chosen.includes(theme)} onClick={() => void toggle(theme)}>
            {t(`code.${theme}`)}
          </Chip>
        ))}
        <Chip pressed={none} onClick={() => void onChange(none ? null : [])}>
          {t("none")}
        </Chip>
      </div>
      <p className="field-help">{t("help")}</p>
    </fieldset>
  );
}
