"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { canSeal } from "@/lib/sync/programme-key";
import { roundOnPhone, submitRound } from "@/lib/trust/phone";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { FieldLink } from "../field/router";
import { type FieldRecord, useKnown, useRecord, useRecords } from "../field/store-hooks";
import { useLive } from "../field/use-live";
import { usePlaces } from "../field/use-places";
import { Button } from "../ui/button";
import { FactList } from "../ui/fact-list";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { Sheet } from "../ui/sheet";
import { PaperAnswers } from "./paper-answers";
import { useInstruments } from "./use-instruments";
import { useLanguages } from "./use-languages";

type Round = FieldRecord<"trustRound">;
type OnPhone = Awaited<ReturnType<typeof roundOnPhone>>;

/** One round on this phone: begin the next interview, submit what lies here, close it. */
export function RoundScreen({ roundId }: { roundId: string }) {
  const t = useTranslations("interviews");
  const round = useRecord("trustRound", roundId);
  const here = useLive((db) => roundOnPhone(db, roundId), [roundId]);
  const { name } = usePlaces();
  const instruments = useInstruments();
  const may = useKnown("me")?.verbs.includes("trust.record") ?? false;
  if (round === undefined || !here || !instruments.ready) return <LoadingScreen />;
  if (!round?.place) return <LostScreen />;
  const { place, fields } = round;
  return (
    <FieldScreen
      title={name(place)}
      subtitle={`${t("round")} · ${t(`wave.${fields.wave}`)}`}
      back={`/field/villages/${place}`}
    >
      {here.refused && <Notice tone="late">{t("batchRefused", { code: here.refused })}</Notice>}
      {fields.closed ? <Closed round={round} /> : <NextInterview round={round} />}
      <Counts round={round} here={here} />
      {may && <PaperAnswers roundId={roundId} />}
      <RoundFacts round={round} />
    </FieldScreen>
  );
}

function NextInterview({ round }: { round: Round }) {
  const t = useTranslations("interviews");
  const programme = useKnown("programme");
  const may = useKnown("me")?.verbs.includes("trust.record") ?? false;
  const { byId } = useInstruments();
  if (!may) return null;
  if (!byId.has(round.fields.instrumentId))
    return (
      <Notice tone="soon" title={t("noInstrument")}>
        {t("noInstrumentWhy")}
      </Notice>
    );
  if (programme !== undefined && !canSeal(programme))
    return (
      <Notice tone="soon" title={t("noSeal")}>
        {t("noSealWhy")}
      </Notice>
    );
  return (
    <FieldLink to={`/field/trust/${round.id}/interview`} className="btn pri wide">
      {t("next")}
      <Icon name="forward" small />
    </FieldLink>
  );
}

function Closed({ round: { id, place, versions } }: { round: Round }) {
  const t = useTranslations("interviews");
  const reopen = () =>
    localStore.record({ type: "trustRound", subject: id, place, fields: { closed: false }, seen: versions });
  return (
    <Notice
      tone="done"
      title={t("closed")}
      action={
        <Button small onClick={reopen}>
          {t("reopen")}
        </Button>
      }
    >
      {t("closedWhy")}
    </Notice>
  );
}

/** How many lie here, how many were submitted from any phone. */
function Counts({ round, here }: { round: Round; here: OnPhone }) {
  const t = useTranslations("interviews");
  const locale = useLocale();
  const batches = useRecords("trustBatch", { link: round.id }) ?? [];
  const sum = (count: (batch: (typeof batches)[number]) => number | null | undefined) =>
    batches.reduce((total, batch) => total + (count(batch) ?? 0), 0);
  const sent = sum(({ fields }) => fields.n);
  const declined = here.declined + sum(({ fields }) => fields.declined);
  const counted = (count: number) => ({ count, n: formatNumber(count, locale) });
  return (
    <section className="card stack-s">
      <div role="status">
        <h2>{t("onPhone", counted(here.interviews))}</h2>
      </div>
      <p className="sm">{t("onPhoneWhy")}</p>
      {sent > 0 && (
        <p className="sm">
          {t("sent", counted(sent))}. {here.waiting && t("batchWaiting")}
        </p>
      )}
      {declined > 0 && <p className="sm">{t("declined", counted(declined))}</p>}
      <Acts round={round} here={here} />
    </section>
  );
}

function Acts({ round, here }: { round: Round; here: OnPhone }) {
  const t = useTranslations("interviews");
  const locale = useLocale();
  const [asking, setAsking] = useState<"submit" | "close" | null>(null);
  const { id, place, fields, versions } = round;
  if (!place) return null;
  const count = here.interviews;
  const submit = async () => {
    setAsking(null);
    await submitRound(id, place);
  };
  const close = async () => {
    await submit();
    await localStore.record({
      type: "trustRound",
      subject: id,
      place,
      fields: { closed: true },
      seen: versions,
    });
  };
  return (
    <>
      {count > 0 && (
        <Button wide icon="send" onClick={() => setAsking("submit")}>
          {t("submit")}
        </Button>
      )}
      {!fields.closed && (
        <Button wide kind="quiet" onClick={() => setAsking("close")}>
          {t("close")}
        </Button>
      )}
      <Sheet
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(asking === "close" ? "closeTitle" : "submitTitle")}
      >
        <div className="stack-s">
          <p>{t(asking === "close" ? "closeWhy" : "submitWhy")}</p>
          <Button wide onClick={() => setAsking(null)}>
            {t("keep")}
          </Button>
          <Button wide kind="pri" onClick={asking === "close" ? close : submit}>
            {asking === "close" ? t("close") : t("submitConfirm", { count, n: formatNumber(count, locale) })}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

function RoundFacts({ round: { fields } }: { round: Round }) {
  const t = useTranslations("interviews");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const { byId, name } = useInstruments();
  const instrument = byId.get(fields.instrumentId);
  const languages = useLanguages(instrument);
  const facts = [
    { key: "date", term: t("wave.label"), value: formatDate(fields.startDate, locale) },
    { key: "instrument", term: t("instrument"), value: instrument ? name(instrument) : "–" },
    { key: "interviewer", term: t("interviewer"), value: office(fields.interviewer) },
    { key: "language", term: t("language"), value: languages.name(fields.language ?? "lo") },
  ];
  if (fields.planned)
    facts.push({ key: "planned", term: t("planned"), value: formatNumber(fields.planned, locale) });
  return (
    <section className="card stack-s">
      <FactList facts={facts} />
      {instrument?.wording === "working" && <Notice tone="soon">{t("working")}</Notice>}
    </section>
  );
}
