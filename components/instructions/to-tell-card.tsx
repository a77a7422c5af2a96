"use client";

import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatDate } from "@/lib/i18n/format";
import type { Answer } from "@/lib/instructions/schema";
import { localStore } from "@/lib/sync/local-store";
import { type FieldRecord, useKnown, useRecords } from "../field/store-hooks";
import { usePlaces } from "../field/use-places";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { StatusMark } from "../ui/status-mark";

/** Instructions to offices without an account: somebody of the team says them aloud and records that it was done. */
export function ToTellCard() {
  const t = useTranslations("instructions.tell");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const { name } = usePlaces();
  const carries = useKnown("me")?.assignments.some(({ role }) => role === "facilitator");
  const given = useRecords("instruction", {
    where: (fields) => fields.delivery === "tell_in_person" && !fields.withdrawn,
  });
  const answers = useRecords("answer");
  const answered = new Set(answers?.map(({ fields }) => fields.instructionId));
  const open = given?.filter(({ id }) => !answered.has(id)) ?? [];
  if (!carries || open.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="stack">
        {open.map((instruction) => (
          <li key={instruction.id} className="row top">
            <StatusMark status="soon" size={22} />
            <div className="grow stack-s">
              <p>
                <b>{office(instruction.fields.toOffice)}</b> ·{" "}
                <span className="nw">{name(instruction.place)}</span>
              </p>
              <p>{instruction.fields.text}</p>
              <p className="sm mut">
                {formatDate(instruction.fields.date, locale)}
                {instruction.fields.due &&
                  ` · ${t("until", { date: formatDate(instruction.fields.due, locale) })}`}
              </p>
              <Button type="button" wide onClick={() => told(instruction)}>
                {t("told")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function told({ id, place }: FieldRecord<"instruction">) {
  const fields: Answer = { instructionId: id, kind: "told", date: today(), office: "facilitator_team" };
  return localStore.record({ type: "answer", place, fields });
}
