import { getLocale, getTranslations } from "next-intl/server";
import { TodayBoard, TodayVillages } from "@/components/attention/today-board";
import { DistrictChoice } from "@/components/districts/district-choice";
import { KeepPage } from "@/components/shell/keep-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { watchedDistrict } from "@/lib/attention/queries";
import { now, today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function TodayPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { districts, district } = await reviewedDistrict(actor, (await searchParams).district);
  const [locale, t, words] = [
    await getLocale(),
    await getTranslations("districts"),
    await getTranslations("attention"),
  ];
  if (!district) {
    return (
      <Frame actor={actor} active="today">
        <DistrictChoice districts={districts} to="/today" />
      </Frame>
    );
  }
  const watched = await watchedDistrict(actor, district.id);
  const { open } = watched.attention;
  const code = district.code ?? district.id;
  const count = (value: number) => ({ count: value, n: formatNumber(value, locale) });
  const mayInstruct = can(actor, "instruction.give", { districtId: district.id, villageId: null });
  const board = { watched, district: code, mayInstruct, today: today() };
  return (
    <Frame actor={actor} active="today">
      <KeepPage reader={actor.userId} district={code} />
      <PageHeader
        title={words("title", count(open.length))}
        lead={t("today.lead", {
          ...count(watched.review.villages.length),
          date: formatDateTime(now(), locale),
        })}
        action={
          <ButtonLink href={`/brief?district=${code}`} icon="print">
            {t("today.brief")}
          </ButtonLink>
        }
      />
      <Written className="aside-grid" name="board" of={watched} by={String(mayInstruct)}>
        <TodayBoard {...board} />
      </Written>
      <Written name="villages" of={watched}>
        <TodayVillages {...board} />
      </Written>
    </Frame>
  );
}
