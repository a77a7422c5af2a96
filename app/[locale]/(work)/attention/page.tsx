import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { AllEntries } from "@/components/attention/all-entries";
import { CameList } from "@/components/attention/came-list";
import { DigestCard } from "@/components/attention/digest-card";
import { DistrictChoice } from "@/components/districts/district-choice";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { watchedDistrict } from "@/lib/attention/queries";
import { REST_DAYS, TOLD_DAYS } from "@/lib/attention/responses";
import { ANSWER_DAYS } from "@/lib/attention/rules";
import { kinds } from "@/lib/attention/schema";
import { anchorOf } from "@/lib/attention/steps";
import { lowBound } from "@/lib/attention/trust";
import { kindNamed, listAddress } from "@/lib/attention/view";
import { today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { env } from "@/lib/env";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string; kind?: string; entry?: string; from?: string }> };

/** So many matters on one page: a district with a thousand late actions is read in parts. */
const PART = 30;

export default async function AttentionPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const query = await searchParams;
  const { districts, district } = await reviewedDistrict(actor, query.district);
  const [locale, t] = [await getLocale(), await getTranslations("attention")];
  if (!district) {
    return (
      <Frame actor={actor} active="today">
        <DistrictChoice districts={districts} to="/attention" />
      </Frame>
    );
  }
  const watched = await watchedDistrict(actor, district.id);
  const { review, watch } = watched;
  const { open, waiting, came } = watched.attention;
  const kind = kindNamed(query.kind);
  const code = district.code ?? district.id;
  const where = { districtId: district.id, villageId: null };
  const address = (of: string | null) => `/attention?district=${code}${of ? `&kind=${of}` : ""}`;
  const n = (value: number) => formatNumber(value, locale);
  const numbered = open.map((standing, at) => ({ ...standing, number: at + 1 }));
  const shown = numbered.filter(({ entry }) => !kind || entry.kind === kind);
  const asked = query.entry
    ? shown.findIndex(({ entry }) => entry.key === query.entry)
    : Number(query.from) - 1;
  const start = asked > 0 && asked < shown.length ? asked - (asked % PART) : 0;
  const part = shown.slice(start, start + PART);
  const partAddress = (at: number) => `${address(kind)}&from=${at + 1}`;
  const held = kinds.filter((one) => open.some(({ entry }) => entry.kind === one));
  const shared = {
    given: { today: today(), villages: review.villages, facilities: watch.facilities },
    district: { id: district.id, code },
    mayInstruct: can(actor, "instruction.give", where),
  };
  const href = (key: string) => `${address(kind)}&entry=${key}#${anchorOf(key)}`;
  const putOff = can(actor, "attention.note", where) ? { chosen: query.entry ?? null, href } : null;
  const days = { days: n(review.escalation.governorDays), answer: n(ANSWER_DAYS), rest: n(REST_DAYS) };
  return (
    <Frame actor={actor} active="today">
      <PageHeader
        title={t("page.title", { count: open.length, n: n(open.length) })}
        lead={placeName(district, locale)}
      />
      <nav className="chips att-kinds mb-4 noprint" aria-label={t("page.filter")}>
        <ChipLink href={address(null)} current={!kind}>
          {t("page.everything", { n: n(open.length) })}
        </ChipLink>
        {held.map((one) => (
          <ChipLink key={one} href={address(one)} current={one === kind}>
            {t(`kind.${one}`)} {n(open.filter(({ entry }) => entry.kind === one).length)}
          </ChipLink>
        ))}
      </nav>
      <div className="stack">
        <Card>
          {shown.length === 0 && <p>{kind ? t("page.none") : t("nothing", days)}</p>}
          <Entries
            name="part"
            of={watched}
            by={`${kind} ${start} ${shared.mayInstruct} ${putOff !== null}`}
            alive={query.entry}
          >
            <AllEntries standings={part} putOff={putOff} {...shared} />
          </Entries>
          {part.length < shown.length && (
            <p className="row wrap">
              {start > 0 && (
                <ButtonLink href={partAddress(start - PART)} kind="quiet">
                  {t("page.previous")}
                </ButtonLink>
              )}
              <span className="sm mut">
                {t("page.part", { from: n(start + 1), to: n(start + part.length), n: n(shown.length) })}
              </span>
              {start + PART < shown.length && (
                <ButtonLink href={partAddress(start + PART)} kind="quiet">
                  {t("page.next")}
                </ButtonLink>
              )}
            </p>
          )}
          <p className="xs mut">{t("rule", days)}</p>
          <p className="xs mut">{t("trustRule", { bound: n(lowBound([-8, 8])) })}</p>
        </Card>
        <Card title={t("page.waiting")}>
          {waiting.length === 0 && <p className="sm mut">{t("page.noWaiting")}</p>}
          <Written name="waiting" of={watched} by={String(shared.mayInstruct)}>
            <AllEntries
              standings={waiting.slice(0, PART).map((standing) => ({ ...standing, number: null }))}
              putOff={null}
              {...shared}
            />
          </Written>
        </Card>
        <Card title={t("came.title", { days: n(TOLD_DAYS) })}>
          {came.length === 0 && <p className="sm mut">{t("came.none")}</p>}
          <Written name="came" of={watched}>
            <CameList came={came} given={shared.given} />
          </Written>
        </Card>
        <DigestCard
          attention={watched.attention}
          given={shared.given}
          district={district}
          address={listAddress(env().PUBLIC_URL, locale, code)}
        />
      </div>
    </Frame>
  );
}

/** As text, unless one of them is open as a form. */
function Entries({ alive, ...props }: ComponentProps<typeof Written> & { alive: string | undefined }) {
  return alive ? props.children : <Written {...props} />;
}
