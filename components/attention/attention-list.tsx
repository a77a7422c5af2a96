import "../districts/districts.css";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Standing } from "@/lib/attention/responses";
import { anchorOf, evidenceOf, stepOf } from "@/lib/attention/steps";
import { wordsOf } from "@/lib/attention/words";
import { ButtonLink } from "../ui/button";
import { StatusMark } from "../ui/status-mark";
import { useResponseText } from "./response-text";
import { type Spoken, useSpeech } from "./speech";

type Props = {
  standings: readonly Standing[];
  given: Spoken;
  district: string;
  mayInstruct: boolean;
};

/** What needs the reader: one sentence with its figure, who should act, one verb. The numbers are those on the map. */
export function AttentionList({ standings, given, district, mayInstruct }: Props) {
  return (
    <ol className="att">
      {standings.map((standing, index) => (
        <li key={standing.entry.key} id={anchorOf(standing.entry.key)}>
          <span className="att-mark">
            <StatusMark status={standing.entry.mark} size={24} />
          </span>
          <Sentence standing={standing} number={index + 1} given={given} />
          <Act standing={standing} first={index === 0} {...{ district, mayInstruct, given }} />
        </li>
      ))}
    </ol>
  );
}

export function Sentence({
  standing,
  number,
  given,
}: {
  standing: Standing;
  number: number | null;
  given: Spoken;
}) {
  const speech = useSpeech(given);
  const { t, office } = speech;
  const { entry } = standing;
  const { place, head, why } = wordsOf(entry, speech);
  const did = useResponseText()(standing);
  const named = entry.who && entry.kind !== "late_action" && entry.kind !== "no_answer";
  return (
    <div>
      <p className="sm">
        {number !== null && <span className="att-no">{number}</span>}
        {place}
      </p>
      <p className="att-head">{head}</p>
      <p className="sm mut">{why}</p>
      {named && entry.who && <p className="sm mut">{t("who", { office: office(entry.who) })}</p>}
      {did.map((line) => (
        <p className="sm att-did" key={line}>
          {line}
        </p>
      ))}
    </div>
  );
}

type ActProps = {
  standing: Standing;
  first: boolean;
  district: string;
  mayInstruct: boolean;
  given: Spoken;
  /** What else can be done. */
  children?: ReactNode;
};

export function Act({ standing: { entry }, first, district, mayInstruct, given, children }: ActProps) {
  const t = useTranslations("attention.act");
  const { office } = useSpeech(given);
  const { href, word } = stepOf(entry, district);
  return (
    <div className="att-act noprint">
      {mayInstruct && (
        <ButtonLink href={href} kind={first ? "pri" : "plain"}>
          {word === "instruct" ? t("instruct", { office: entry.who ? office(entry.who) : "" }) : t(word)}
        </ButtonLink>
      )}
      <ButtonLink href={evidenceOf(entry, district)} kind="quiet">
        {t("evidence")}
      </ButtonLink>
      {children}
    </div>
  );
}
