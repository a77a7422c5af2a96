import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChooseForm } from "@/components/comparison/choose-form";
import { FilterChips } from "@/components/comparison/filter-chips";
import { GroupCard } from "@/components/comparison/group-card";
import { ComparedVillagesTable } from "@/components/comparison/villages-table";
import { DistrictChoice } from "@/components/districts/district-choice";
import { WhereMap } from "@/components/districts/where-map";
import { ButtonAnchor } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { requireActor } from "@/lib/access/session";
import { choicesQuery, readChoices } from "@/lib/comparison/choices";
import { groupText } from "@/lib/comparison/group-words";
import { type GroupLine, togetherOf } from "@/lib/comparison/groups";
import { comparedVillages } from "@/lib/comparison/village-queries";
import { type ComparedVillage, type Comparison, chosenVillages } from "@/lib/comparison/village-rows";
import { type ComparisonWords, comparisonWords } from "@/lib/comparison/words";
import { reviewedDistrict } from "@/lib/districts/choose";
import { addressIn } from "@/lib/i18n/address";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { Frame } from "../frame";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function VillagesPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const [asked, locale] = [await searchParams, await getLocale()];
  const choices = readChoices(asked);
  const code = [asked.district].flat()[0];
  // A form also sends what was left empty: the address to keep and share says only what was chosen.
  if (Object.values(asked).includes("")) {
    const query = new URLSearchParams({ ...(code ? { district: code } : {}), ...choicesQuery(choices) });
    redirect(addressIn(locale, `/villages?${query}`));
  }
  const { districts, district } = await reviewedDistrict(actor, code);
  if (!district) {
    return (
      <Frame actor={actor} active="villages">
        <DistrictChoice districts={districts} to="/villages" />
      </Frame>
    );
  }
  const [comparison, words] = await Promise.all([
    comparedVillages(actor, { districtId: district.id, indicator: choices.indicator }),
    comparisonWords(locale),
  ]);
  const shown = chosenVillages(comparison.villages, choices);
  const here = district.code ?? district.id;
  const chosen = new URLSearchParams(choicesQuery(choices)).toString();
  const query = new URLSearchParams({ ...choicesQuery(choices), locale });
  const together = togetherOf(shown, comparison.indicator);
  const { villages: t, choose } = words;
  const where = await getTranslations("districts.where");
  return (
    <Frame actor={actor} active="villages">
      <Heading {...{ comparison, shown, together, words }} />
      <div className="stack">
        <ChooseForm {...{ comparison, choices, words }} district={here} />
        <FilterChips villages={comparison.villages} {...{ choices, words }} district={here} />
        <div className="row wrap between">
          <p role="status" className="sm mut">
            {t("shown", { count: shown.length, n: formatNumber(shown.length, locale) })}.{" "}
            {choose(`sortRule.${choices.sort}`)}
          </p>
          <span className="row wrap noprint">
            {(["csv", "xlsx"] as const).map((format) => (
              <ButtonAnchor
                key={format}
                icon="download"
                small
                href={`/api/districts/${here}/villages?${query}&format=${format}`}
                aria-label={choose("download", { format: choose(format) })}
                download
              >
                {choose(format)}
              </ButtonAnchor>
            ))}
          </span>
        </div>
        {shown.length === 0 ? (
          <EmptyState title={t("shown", { count: 0, n: "0" })} />
        ) : (
          <>
            <Written className="aside-grid" name="together" of={comparison} by={chosen}>
              <GroupCard
                villages={shown}
                by={choices.by}
                indicator={comparison.indicator}
                reference={together.share}
                words={words}
              />
              <Card title={where("title")}>
                <WhereMap
                  villages={shown}
                  centres={comparison.facilities}
                  boundary={comparison.boundary}
                  outlines={comparison.outlines}
                  listHref={`/villages?${new URLSearchParams({ district: here, ...choicesQuery(choices) })}#list`}
                />
              </Card>
            </Written>
            <section className="card cmp-list" id="list" aria-label={t("column.village")}>
              <ComparedVillagesTable
                comparison={comparison}
                villages={shown}
                choices={chosen}
                reference={together.share}
                words={words}
              />
              <p className="sm mut mt-2">{t("rule")}</p>
            </section>
          </>
        )}
      </div>
    </Frame>
  );
}

type HeadingProps = {
  comparison: Comparison;
  shown: readonly ComparedVillage[];
  together: GroupLine;
  words: ComparisonWords;
};

function Heading({ comparison, shown, together, words }: HeadingProps) {
  const { end, indicator } = comparison;
  const { locale, villages: t } = words;
  const n = (value: number) => formatNumber(value, locale);
  const told = {
    indicator: placeName(indicator, locale),
    month: formatDate(firstDay(end), locale, "month"),
    sum: groupText(words.rate, locale, together),
    villages: n(together.counted),
  };
  if (shown.length === 0) {
    const some = comparison.villages.length > 0;
    return (
      <PageHeader title={t(some ? "titleNone" : "titleNobody")} lead={t(some ? "emptyWhy" : "nobodyWhy")} />
    );
  }
  const late = shown.filter(({ mark }) => mark === "late").length;
  return (
    <PageHeader
      title={t("title", { late: n(late), n: n(shown.length) })}
      lead={t(together.k === null ? "leadNone" : "lead", told)}
    />
  );
}
