"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAutosave } from "@/components/field/use-autosave";
import { Stepper } from "@/components/ui/stepper";
import { formatNumber } from "@/lib/i18n/format";
import { dotsLeft } from "@/lib/problems/dot-votes";
import { ballotId } from "@/lib/problems/record-id";
import { DOTS_EACH, dotsOf } from "@/lib/problems/votes";
import { localStore } from "@/lib/sync/local-store";
import type { Voter, Votes } from "./use-votes";
import type { ProblemRow } from "./workshop-records";

type Props = { votes: Votes; group: Voter; place: string };
const mostDrawn = 24;

/** "1 of 21 grains left", in words; needs the number of people. */
export function GrainsLeft({ votes, group }: Omit<Props, "place">) {
  const t = useTranslations("problems.dots");
  const locale = useLocale();
  const { people, dotsPerPerson } = group.fields;
  if (!people) return null;
  const tally = { group: group.id, dots: dotsOf(votes.ballots, group.id) };
  const { given, left } = dotsLeft({ people, dotsEach: dotsPerPerson ?? DOTS_EACH, tally });
  const number = (value: number) => formatNumber(value, locale);
  const words =
    left < 0
      ? t("tooMany", { count: -left, n: number(-left) })
      : left === 0
        ? t("none")
        : t("left", { count: given, left: number(left), given: number(given) });
  return (
    <span className={left === 0 ? "tag" : "tag grains-left"} role="status">
      <b>{words}</b>
    </span>
  );
}

/** Grains per problem, counted with − and + as they lie on the floor. */
export function DotsVote({ votes, group, place }: Props) {
  const t = useTranslations("problems.dots");
  return (
    <>
      {!group.fields.people && <p className="sm mut mt-2">{t("unknown")}</p>}
      {votes.problems.map((problem) => (
        <ProblemGrains key={problem.id} votes={votes} group={group} place={place} problem={problem} />
      ))}
    </>
  );
}

/** This phone counts on its own record; what other phones counted is the floor below which − cannot go. */
function ProblemGrains({ votes, group, place, problem }: Props & { problem: ProblemRow }) {
  const t = useTranslations("problems.dots");
  const locale = useLocale();
  const device = localStore.deviceId();
  const here = votes.ballots.filter(
    ({ fields }) => fields.groupId === group.id && fields.problemId === problem.id,
  );
  const sum = (rows: typeof here) => rows.reduce((total, { fields }) => total + fields.dots, 0);
  const mine = sum(here.filter(({ fields }) => fields.device === device));
  const others = sum(here) - mine;
  const own = useAutosave(mine, async (dots) => {
    const subject = await ballotId(device, group.id, problem.id);
    const { workshopId } = group.fields;
    const fields = { workshopId, groupId: group.id, problemId: problem.id, device, dots };
    await localStore.record({ type: "ballot", subject, place, fields });
  });
  const total = others + own.value;
  const number = formatNumber(problem.number, locale);
  const { statement } = problem.fields;
  return (
    <div className="vote">
      <p className="vote-name">
        <span className="no hoop key">{number}</span>
        <span className="med">{statement}</span>
      </p>
      <div className="row mt-2 gap-2!">
        <Stepper
          label={t("grains", { number, statement })}
          value={total}
          min={others}
          onChange={(next) => own.change(next - others)}
        />
        <Grains count={total} />
      </div>
      {others > 0 && <p className="xs mut">{t("others", { n: formatNumber(others, locale) })}</p>}
    </div>
  );
}

function Grains({ count }: { count: number }) {
  const drawn = Math.min(count, mostDrawn);
  return (
    <span className="grains" aria-hidden="true">
      {Array.from({ length: drawn }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grains are all alike
        <i key={index} />
      ))}
    </span>
  );
}
