import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChooseForm } from "@/components/themes/choose-form";
import { FrameCard } from "@/components/themes/frame-card";
import { RecordList } from "@/components/themes/record-list";
import { PlaceTable, ThemeTable } from "@/components/themes/theme-tables";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { definitionOf } from "@/lib/changes/registry";
import { recordsShown, themesAsked, themesHref } from "@/lib/themes/asked";
import { themeRecords, themesOf } from "@/lib/themes/queries";
import { byFrequency, countedOf } from "@/lib/themes/rules";
import { themeWords } from "@/lib/themes/words";
import { Frame } from "../frame";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("themes") };
}

/** What providers name, by place: from the nation down to the records of one village. */
export default async function ThemesPage({ searchParams }: Props) {
  const actor = await requireActor("record.read");
  const given = await searchParams;
  const asked = themesAsked(given);
  const show = recordsShown(given);
  const themes = await pageRead(themesOf(actor, asked));
  const words = await themeWords(await getLocale());
  const { t, n, name, place, locale } = words;
  const within = themes.path.at(-1);
  const above = themes.path.at(-2);
  const near = themes.below === "village";
  const records = near ? await themeRecords(actor, { ...asked, show }) : [];
  const counted = countedOf(themes);
  const { all, coded, of } = counted.records;
  const [first] = byFrequency(counted);
  const title =
    first && of[first] > 0
      ? t("title", { theme: name(first), k: n(of[first]), n: n(coded) })
      : coded > 0
        ? t("titleNone", { n: n(coded) })
        : t("titleOpen");
  const where = within ? `${place(within)}. ` : "";
  const file = themesHref(asked).replace("/themes", "/api/themes");
  const more = file.includes("?") ? "&" : "?";
  return (
    <Frame actor={actor} active="themes">
      <PageHeader
        title={title}
        lead={`${where}${t("lead", { k: n(all - coded), n: n(all) })}`}
        action={(["csv", "xlsx"] as const).map((format) => (
          <ButtonAnchor
            key={format}
            icon="download"
            small
            href={`${file}${more}locale=${locale}&format=${format}`}
            aria-label={t("download", { format: format.toUpperCase() })}
            download
          >
            {format.toUpperCase()}
          </ButtonAnchor>
        ))}
      />
      <div className="stack">
        {within && (
          <div className="noprint">
            <ButtonLink
              kind="quiet"
              icon="back"
              href={themesHref(asked, { place: above ? (above.code ?? above.id) : null })}
            >
              {above ? place(above) : t("everywhere")}
            </ButtonLink>
          </div>
        )}
        <ChooseForm asked={asked} years={themes.years} words={words} />
        {all === 0 ? (
          <EmptyState title={t("empty")} why={t("emptyWhy")} />
        ) : (
          <>
            <Card title={t("byTheme")}>
              <ThemeTable counted={counted} asked={asked} words={words} />
            </Card>
            {within?.level !== "village" && (
              <Card title={t("byPlace")}>
                <PlaceTable themes={themes} asked={asked} words={words} />
              </Card>
            )}
            {near && (
              <RecordList
                {...{ records, asked, show, words }}
                mayCode={({ kind, districtId, village }) =>
                  can(actor, definitionOf(kind).verb, { districtId, villageId: village?.id ?? null })
                }
              />
            )}
          </>
        )}
        <FrameCard words={words} />
      </div>
    </Frame>
  );
}
