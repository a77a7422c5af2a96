"use client";

import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { StatusMark } from "@/components/ui/status-mark";
import { formatNumber } from "@/lib/i18n/format";
import { voteState } from "@/lib/problems/votes";
import { useGroupName } from "./group-names";
import type { Votes } from "./use-votes";

type Props = {
  votes: Votes;
  current: string | undefined;
  onChoose: (id: string) => void;
  onAdd: () => void;
};

/** The groups as chips: how far each is, its name, how many people sat in it. */
export function GroupChips({ votes, current, onChoose, onAdd }: Props) {
  const t = useTranslations("problems.rank");
  const locale = useLocale();
  const nameOf = useGroupName();
  return (
    <fieldset className="chips" aria-label={t("groups")}>
      {votes.voters.map((group) => {
        const state = voteState(group, votes.records);
        const { people } = group.fields;
        const name = nameOf(group.fields);
        return (
          <Chip key={group.id} pressed={group.id === current} onClick={() => onChoose(group.id)}>
            <StatusMark status={state} label={t(`state.${state}`)} />
            {people ? t("chip", { name, people: formatNumber(people, locale) }) : name}
          </Chip>
        );
      })}
      <Chip className="add" onClick={onAdd}>
        <Icon name="plus" small />
        {t("addGroup")}
      </Chip>
    </fieldset>
  );
}
