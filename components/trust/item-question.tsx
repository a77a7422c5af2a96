"use client";

import { useTranslations } from "next-intl";
import { wordsIn } from "@/lib/trust/rules";
import { DONT_KNOW, type Instrument, REFUSED } from "@/lib/trust/schema";
import { Button } from "../ui/button";
import { writtenIn } from "./written-in";

type Props = {
  instrument: Pick<Instrument, "items" | "labels">;
  language: string;
  /** Its place in the questionnaire, from 0. */
  item: number;
  value: number | undefined;
  onAnswer: (value: number) => void;
};

/** One statement and its answers, large; "I do not know" and "I would rather not say" are answers too. */
export function ItemQuestion({ instrument: { items, labels }, language, item, value, onAnswer }: Props) {
  const t = useTranslations("interviews.interview");
  const text = items[item]?.text ?? { lo: "" };
  const isMissing = (one: number) => one === DONT_KNOW || one === REFUSED;
  return (
    <fieldset className="card stack">
      <legend className="vh">{wordsIn(text, language)}</legend>
      <p className="sm mut">{t("readAloud")}</p>
      <p className="trust-words" lang={writtenIn(text, language)}>
        {wordsIn(text, language)}
      </p>
      {labels.map((label) => (
        <Button
          key={label.value}
          wide
          kind={isMissing(label.value) ? "quiet" : "plain"}
          className="trust-choice"
          aria-pressed={value === label.value}
          lang={writtenIn(label.text, language)}
          onClick={() => onAnswer(label.value)}
        >
          {wordsIn(label.text, language)}
        </Button>
      ))}
    </fieldset>
  );
}
