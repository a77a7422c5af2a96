import "../comparison/comparison.css";
import "./rollout.css";
import { useTranslations } from "next-intl";
import type { RolloutChoices } from "@/lib/rollout/choices";
import { plannedModules } from "@/lib/rollout/schema";
import { governanceLevels } from "@/lib/workshops/vocabularies";
import { DateField } from "../form/date-field";
import { Select } from "../form/select";
import { ClientMessages } from "../shell/client-messages";
import { Button, ButtonLink } from "../ui/button";

type Props = { choices: RolloutChoices; years: readonly number[]; path: string };

/** An ordinary GET form: what is chosen stands in the address, so that print, download and a sent link show the same. */
export function ChooseForm({ choices, years, path }: Props) {
  const t = useTranslations("rollout");
  const offered = [...new Set([...years, choices.year])].sort((a, b) => b - a);
  return (
    <form className="cmp-form noprint" aria-label={t("choose.label")}>
      <div className="cmp-fields">
        <Select
          name="year"
          label={t("choose.year")}
          defaultValue={String(choices.year)}
          options={offered.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="module"
          label={t("choose.module")}
          defaultValue={choices.module ?? ""}
          placeholder={t("choose.allModules")}
          options={plannedModules.map((value) => ({ value, label: t(`module${value}`) }))}
        />
        <Select
          name="level"
          label={t("choose.level")}
          defaultValue={choices.level ?? ""}
          placeholder={t("choose.allLevels")}
          options={governanceLevels.map((value) => ({ value, label: t(`level.${value}`) })).reverse()}
        />
        <div className="ro-until">
          <ClientMessages domains={[]}>
            <DateField name="on" label={t("until")} defaultValue={choices.on} />
          </ClientMessages>
        </div>
        <div className="row wrap">
          <Button type="submit">{t("show")}</Button>
          {(choices.module || choices.level) && (
            <ButtonLink href={path} kind="quiet">
              {t("choose.clear")}
            </ButtonLink>
          )}
        </div>
      </div>
    </form>
  );
}
