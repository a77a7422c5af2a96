import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import type { InstructionView } from "@/lib/instructions/queries";
import { Card } from "../ui/card";
import { FactList } from "../ui/fact-list";
import { StatusPill } from "../ui/status-pill";
import { instructionMark } from "./instruction-list";

/** The instruction as a record and, printed, as the slip that is handed over and signed. */
export function InstructionFacts({ instruction }: { instruction: InstructionView }) {
  const t = useTranslations("instructions.record");
  const status = useTranslations("instructions.status");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const date = (iso: string) => formatDate(iso, locale);
  const village = instruction.villageNameLo
    ? villageName({ nameLo: instruction.villageNameLo, nameEn: instruction.villageNameEn ?? "" }, locale)
    : null;
  const facts = [
    { key: "about", term: t("about"), value: instruction.what },
    { key: "village", term: t("village"), value: village },
    { key: "date", term: t("date"), value: date(instruction.date) },
    { key: "due", term: t("due"), value: instruction.due && date(instruction.due) },
    { key: "how", term: t("how"), value: t(instruction.delivery) },
  ].filter(({ value }) => value);
  return (
    <Card>
      <div className="stack">
        <StatusPill status={instructionMark(instruction.status)}>
          {status(instruction.status as "given")}
        </StatusPill>
        <p className="text-18 font-bold">{instruction.text}</p>
        <FactList facts={facts} />
        <h2>{t("answers")}</h2>
        {instruction.answers.length === 0 ? (
          <p className="mut">{t("noAnswers")}</p>
        ) : (
          <ul className="stack-s">
            {instruction.answers.map((answer) => (
              <li key={answer.id}>
                <b>{status(answer.kind as "given")}</b> · {office(answer.office)} ·{" "}
                <span className="nw">{date(answer.date)}</span>
                {answer.note && <p>{answer.note}</p>}
              </li>
            ))}
          </ul>
        )}
        <p className="print-only mt-5 border-t pt-2">{t("signature")}</p>
      </div>
    </Card>
  );
}
