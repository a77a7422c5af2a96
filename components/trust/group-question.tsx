"use client";

import { useTranslations } from "next-intl";
import type { Exposure } from "@/lib/trust/schema";
import { ageBands, sexes } from "@/lib/workshops/vocabularies";
import { usePlaces } from "../field/use-places";
import { type Option, Select } from "../form/select";
import { Button } from "../ui/button";
import { useKindName } from "../workshops/use-kind-name";
import type { AboutPerson } from "./interview-state";

type Props = {
  about: AboutPerson;
  place: string;
  exposureGroups: readonly Exposure[];
  value: string | null | undefined;
  onAnswer: (value: string | null) => void;
};

/** Which group of people somebody belongs to; each can be left out. */
export function GroupQuestion({ about, place, exposureGroups, value, onAnswer }: Props) {
  const t = useTranslations("interviews");
  const question = about === "exposure" ? t("exposure.question") : t(`interview.${about}`);
  const { near, others } = useOptions(about, { place, exposureGroups });
  return (
    <fieldset className="card stack">
      <legend className="vh">{question}</legend>
      <p className="trust-words">{question}</p>
      {near.map((option) => (
        <Button
          key={option.value}
          wide
          className="trust-choice"
          aria-pressed={value === option.value}
          onClick={() => onAnswer(option.value)}
        >
          {option.label}
        </Button>
      ))}
      {others.length > 0 && (
        <Select
          name="other"
          label={t("interview.otherGroup")}
          placeholder
          options={others}
          value={others.some((one) => one.value === value) ? (value ?? "") : ""}
          onChange={(event) => event.target.value && onAnswer(event.target.value)}
        />
      )}
      <Button wide kind="quiet" onClick={() => onAnswer(null)}>
        {t("interview.skip")}
      </Button>
    </fieldset>
  );
}

type Where = Pick<Props, "place" | "exposureGroups">;

/** The ethnic groups of this village as buttons, all others in a list. */
function useOptions(about: AboutPerson, { place, exposureGroups }: Where) {
  const t = useTranslations("interviews.exposure");
  const kinds = useTranslations("workshops");
  const { groups, groupName } = useKindName();
  const profile = usePlaces().byId.get(place)?.profile;
  const few = (near: Option[]) => ({ near, others: [] as Option[] });
  if (about === "exposure") return few(exposureGroups.map((value) => ({ value, label: t(value) })));
  if (about === "sex") return few(sexes.map((value) => ({ value, label: kinds(`sex.${value}`) })));
  if (about === "ageBand") return few(ageBands.map((value) => ({ value, label: kinds(`age.${value}`) })));
  const here = (profile?.ethnicGroups ?? []).map(({ group }) => group);
  const named = (ids: readonly string[]) => ids.map((value) => ({ value, label: groupName(value) }));
  const rest = groups.map(({ id }) => id).filter((id) => id !== "not_said" && !here.includes(id));
  return { near: named(here), others: named(rest) };
}
