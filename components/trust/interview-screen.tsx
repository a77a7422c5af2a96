"use client";

import "./trust.css";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { KnownInstrument } from "@/lib/sync/known";
import { countDeclined, finishInterview } from "@/lib/trust/phone";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { FieldLink } from "../field/router";
import { type FieldRecord, useRecord } from "../field/store-hooks";
import { usePlaces } from "../field/use-places";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { ConsentCard } from "./consent-card";
import { GroupQuestion } from "./group-question";
import { InterviewBar } from "./interview-bar";
import {
  answeredAbout,
  answeredItem,
  answerOf,
  backFrom,
  forwardFrom,
  freshInterview,
  type Interview,
  type Question,
  questionsOf,
} from "./interview-state";
import { ItemQuestion } from "./item-question";
import { LastCard } from "./last-card";
import { useInstruments } from "./use-instruments";

type Round = FieldRecord<"trustRound">;

/** One person after another: consent, the person's groups, the items; sealed at the end and gone from the screen. */
export function InterviewScreen({ roundId }: { roundId: string }) {
  const round = useRecord("trustRound", roundId);
  const { byId, ready } = useInstruments();
  if (round === undefined || !ready) return <LoadingScreen />;
  const instrument = round && byId.get(round.fields.instrumentId);
  if (!round?.place || !instrument || round.fields.closed) return <LostScreen />;
  return <OnePerson round={round} instrument={instrument} />;
}

type Ended = "finished" | "declined" | null;

function OnePerson({ round, instrument }: { round: Round; instrument: KnownInstrument }) {
  const t = useTranslations("interviews.interview");
  const { name } = usePlaces();
  const [interview, setInterview] = useState(freshInterview);
  const [ended, setEnded] = useState<Ended>(null);
  const [failed, setFailed] = useState(false);
  const questions = questionsOf(round.fields, instrument);
  const question = questions[interview.at] ?? "last";
  useLeavingAsks(interview.at > 0 && ended === null);
  const ending = useRef(false);
  const end = async (how: Exclude<Ended, null>, keep: () => Promise<void>) => {
    // Nobody could tell later that two of them are one person tapping twice.
    if (ending.current) return;
    ending.current = true;
    setFailed(false);
    try {
      await keep();
    } catch {
      return setFailed(true);
    } finally {
      ending.current = false;
    }
    setInterview(freshInterview);
    setEnded(how);
  };
  const answer = answerOf(interview, {
    roundId: round.id,
    instrumentId: instrument.id,
    items: instrument.items,
  });
  return (
    <FieldScreen
      title={t("title")}
      subtitle={name(round.place)}
      back={interview.at > 0 ? undefined : `/field/trust/${round.id}`}
      bar={ended === null && <InterviewBar questions={questions} at={interview.at} />}
      footer={<Footer interview={interview} question={question} onChange={setInterview} />}
      strip={false}
    >
      {failed && (
        <Notice tone="late" live="assertive">
          {t("failed")}
        </Notice>
      )}
      {ended ? (
        <Between ended={ended} roundId={round.id} onNext={() => setEnded(null)} />
      ) : (
        <Asked
          key={interview.at}
          {...{ round, instrument, interview, question }}
          onChange={setInterview}
          onDecline={() => end("declined", () => countDeclined(round.id))}
          onFinish={() => end("finished", () => finishInterview(answer))}
        />
      )}
    </FieldScreen>
  );
}

/** A person's answers are nowhere but here until they are finished. */
function useLeavingAsks(asks: boolean): void {
  useEffect(() => {
    if (!asks) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", hold);
    return () => removeEventListener("beforeunload", hold);
  }, [asks]);
}

type AskedProps = {
  round: Round;
  instrument: KnownInstrument;
  interview: Interview;
  question: Question;
  onChange: (next: Interview) => void;
  onDecline: () => void;
  onFinish: () => void;
};

function Asked({ round, instrument, interview, question, onChange, onDecline, onFinish }: AskedProps) {
  const language = round.fields.language ?? "lo";
  if (question === "consent")
    return (
      <ConsentCard
        instrument={instrument}
        language={language}
        onAgree={() => onChange(forwardFrom(interview))}
        onDecline={onDecline}
      />
    );
  if (question === "last")
    return <LastCard interview={interview} instrument={instrument} onFinish={onFinish} />;
  if (typeof question === "number")
    return (
      <ItemQuestion
        {...{ instrument, language }}
        item={question}
        value={interview.values[question]}
        onAnswer={(value) => onChange(answeredItem(interview, question, value))}
      />
    );
  return (
    <GroupQuestion
      about={question}
      place={round.place ?? ""}
      exposureGroups={round.fields.exposureGroups}
      value={interview.about[question]}
      onAnswer={(value) => onChange(answeredAbout(interview, question, value))}
    />
  );
}

type FooterProps = { interview: Interview; question: Question; onChange: (next: Interview) => void };

function Footer({ interview, question, onChange }: FooterProps) {
  const t = useTranslations("interviews.interview");
  if (question === "consent") return null;
  return (
    <div className="foot">
      <Button icon="back" onClick={() => onChange(backFrom(interview))}>
        {t("back")}
      </Button>
    </div>
  );
}

type BetweenProps = { ended: Exclude<Ended, null>; roundId: string; onNext: () => void };

/** Nothing of the person before is on the screen any more. */
function Between({ ended, roundId, onNext }: BetweenProps) {
  const t = useTranslations("interviews.interview");
  return (
    <section className="card stack" role="status">
      <h2>{t(ended === "finished" ? "doneTitle" : "declinedTitle")}</h2>
      <p>{t(ended === "finished" ? "doneWhy" : "declinedWhy")}</p>
      <Button kind="pri" wide iconAfter="forward" onClick={onNext}>
        {t("nextPerson")}
      </Button>
      <FieldLink to={`/field/trust/${roundId}`} className="btn wide">
        {t("stop")}
      </FieldLink>
    </section>
  );
}
