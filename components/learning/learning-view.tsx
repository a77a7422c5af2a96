import { placeName, villageName } from "@/lib/i18n/place-name";
import type { LearnedCase, Learning } from "@/lib/learning/queries";
import { wentTheWantedWay } from "@/lib/learning/rules";
import { type LearningWords, measuredText } from "@/lib/learning/words";
import { problemCategories } from "@/lib/problems/schema";
import { isMadeUp } from "@/lib/villages/made-up";
import { placeHref } from "@/lib/villages/place-head";
import { Select } from "../form/select";
import { Button, ButtonAnchor } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { PageHeader } from "../ui/page-header";

type Props = { learning: Learning; words: LearningWords; mayOpen: (one: LearnedCase) => boolean };

/** Problem, action, outcome, villages like mine: everything from records. */
export function LearningView({ learning, words, mayOpen }: Props) {
  const { t, theme, number } = words;
  const { category, cases } = learning;
  if (!category) return <EmptyState title={t("empty")} why={t("emptyWhy")} />;
  return (
    <div className="stack">
      <PageHeader
        title={t("title", { n: cases.length, nText: number(cases.length), theme: theme(category) })}
        lead={t("lead")}
        action={<Files learning={learning} words={words} />}
      />
      <Choose learning={learning} words={words} />
      <Card>
        <Outcome learning={learning} words={words} />
        <p className="sm mut">{t("caveat")}</p>
        <p className="sm mut">{t("newestFirst", { n: number(40) })}</p>
      </Card>
      {cases.map((one, index) => (
        <CaseCard
          key={`${one.villageId}${String(index)}`}
          one={one}
          mayOpen={mayOpen(one)}
          {...{ learning, words }}
        />
      ))}
    </div>
  );
}

function Files({ learning: { category, village }, words: { t, locale } }: Omit<Props, "mayOpen">) {
  const query = new URLSearchParams({ locale, category: category ?? "", village: village?.id ?? "" });
  return (["csv", "xlsx"] as const).map((format) => (
    <ButtonAnchor
      key={format}
      kind="dim"
      icon="download"
      href={`/api/learning?${query}&format=${format}`}
      download
    >
      {t(format)}
    </ButtonAnchor>
  ));
}

/** An ordinary GET: what is chosen stands in the address. */
function Choose({ learning, words: { t, theme, locale } }: Omit<Props, "mayOpen">) {
  const { category, villages, village } = learning;
  return (
    <form className="card noprint" aria-label={t("show")}>
      <div className="choose">
        <Select
          name="category"
          label={t("category")}
          defaultValue={category ?? ""}
          options={problemCategories.map((value) => ({ value, label: theme(value) }))}
        />
        {villages.length > 0 && (
          <Select
            name="village"
            label={t("like")}
            placeholder={t("anyVillage")}
            defaultValue={village ? (village.code ?? village.id) : ""}
            options={villages.map((one) => ({ value: one.code ?? one.id, label: villageName(one, locale) }))}
          />
        )}
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}

function Outcome({ learning: { cases, indicator }, words: { t, number, locale } }: Omit<Props, "mayOpen">) {
  if (!indicator) return <p>{t("noMeasure")}</p>;
  const byVillage = new Map(cases.map((one) => [one.villageId, one.outcome]));
  const { k, n } = wentTheWantedWay(
    [...byVillage.values()].flatMap((outcome) => outcome ?? []),
    indicator.direction,
  );
  const name = placeName(indicator, locale);
  return <p>{n === 0 ? t("outcomeNone", { name }) : t("outcome", { name, k: number(k), n: number(n) })}</p>;
}

type CaseProps = { one: LearnedCase; learning: Learning; words: LearningWords; mayOpen: boolean };

function CaseCard({ one, learning: { indicator, village }, words, mayOpen }: CaseProps) {
  const { t, locale, office, date, number, reasons } = words;
  const district = placeName({ nameLo: one.districtLo, nameEn: one.districtEn }, locale);
  const lines = [
    one.doneOn && t("done", { date: date(one.doneOn) }),
    one.lead && t("lead_office", { office: office(one.lead) }),
    one.said && t("said", { k: number(one.said.done), n: number(one.said.all) }),
    indicator &&
      t("measure", {
        name: placeName(indicator, locale),
        before: measuredText(one.outcome?.before, words),
        after: measuredText(one.outcome?.after, words),
      }),
    village && t("alike", { village: villageName(village, locale), reasons: reasons(one.alike) }),
  ].filter((line): line is string => Boolean(line));
  return (
    <Card as="article">
      <h2>{one.what}</h2>
      <p className="mut">
        {villageName(one, locale)}, {district}
      </p>
      <ul className="mt-2">
        {lines.map((line) => (
          <li key={line} className="sm">
            {line}
          </li>
        ))}
      </ul>
      {isMadeUp(one.source) && <p className="xs mut">{t("madeUp")}</p>}
      {mayOpen && (
        <p className="noprint">
          <Link href={placeHref({ id: one.villageId, code: one.code }, "plan")} className="fold-line">
            {t("plan")}
          </Link>
        </p>
      )}
    </Card>
  );
}
