"use client";

import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { forgotten, scoreOf, sectionScores, verdictOf } from "@/lib/mentorship/rules";
import type { ChecklistItem } from "@/lib/mentorship/schema";
import { personTools } from "@/lib/mentorship/vocabularies";
import type { KnownChecklist } from "@/lib/sync/known";
import { localStore } from "@/lib/sync/local-store";
import { addMonths } from "@/lib/visits/calendar";
import { fieldNavigate } from "../field/router";
import { SavedText } from "../field/saved-text";
import { useRecords } from "../field/store-hooks";
import { Button } from "../ui/button";
import { FactList } from "../ui/fact-list";
import { Notice } from "../ui/notice";
import { AgreedSteps } from "./agreed-steps";
import { Critical } from "./critical";
import { type Assessed, marksOf, useChecklists } from "./use-mentorship";

type Props = { assessed: Assessed; list: KnownChecklist; before: Assessed | null };

/** What came of it: the verdict, each step, every failed item to talk about, and what is agreed. */
export function ResultView({ assessed, list, before }: Props) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const { words } = useChecklists();
  const marks = marksOf(assessed);
  const n = (value: number) => formatNumber(value, locale);
  return (
    <>
      <Verdict list={list} assessed={assessed} />
      <section className="card stack-s">
        <h2>{t("result.steps")}</h2>
        <FactList
          facts={sectionScores(list, marks).map(({ code, done, applicable, critical }) => ({
            key: code,
            term: words(list.sections.find((one) => one.code === code)?.text ?? { lo: code, en: code }),
            value: (
              <>
                {t("score", { done: n(done), all: n(applicable) })}
                {critical.length > 0 &&
                  ` · ${t("missed", { count: critical.length, n: n(critical.length) })}`}
              </>
            ),
          }))}
        />
      </section>
      <ToTalkAbout assessed={assessed} list={list} before={before} />
      <section className="card stack-s">
        <SavedText
          name="note"
          long
          label={t("result.note")}
          value={assessed.fields.note}
          onSave={(note) => saveField(assessed, { note })}
        />
        {assessed.fields.finished ? (
          <p className="sm">{t("result.finished")}</p>
        ) : (
          <Finish assessed={assessed} list={list} />
        )}
      </section>
    </>
  );
}

const saveField = (assessed: Assessed, fields: { note?: string | null; finished?: boolean }) =>
  localStore.record({
    type: "assessment",
    subject: assessed.id,
    place: assessed.place,
    fields,
    seen: assessed.versions,
  });

function Verdict({ assessed, list }: Omit<Props, "before">) {
  const t = useTranslations("mentorship.result");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const marks = marksOf(assessed);
  const { done, applicable, left, critical, failed } = scoreOf(list, marks);
  const verdict = verdictOf(list, marks);
  const open = left > 0 && <p className="sm">{t("open", { count: left, n: n(left) })}</p>;
  if (!personTools.includes(list.tool))
    return (
      <Notice
        tone={failed.length > 0 ? "soon" : "done"}
        title={t("gaps", { count: failed.length, n: n(failed.length) })}
      >
        {open}
      </Notice>
    );
  const why =
    critical.length > 0
      ? t("failedCritical", { count: critical.length, n: n(critical.length) })
      : verdict === "passed"
        ? t("passed", { done: n(done), all: n(applicable) })
        : verdict === "failed"
          ? t("failedShare", { done: n(done), all: n(applicable), pass: n(list.passPercent) })
          : t("open", { count: left, n: n(left) });
  return (
    <Notice tone={verdict === "passed" ? "done" : verdict === "failed" ? "late" : "soon"} title={why}>
      {verdict !== "open" && open}
    </Notice>
  );
}

function ToTalkAbout({ assessed, list, before }: Props) {
  const t = useTranslations("mentorship");
  const { words } = useChecklists();
  const marks = marksOf(assessed);
  const { menteeId, facilityId, sessionId } = assessed.fields;
  const steps = useRecords("nextStep", {
    link: menteeId ?? facilityId,
    where: (fields) => (fields.menteeId ?? null) === (menteeId ?? null),
  });
  const { failed } = scoreOf(list, marks);
  const lost = before ? forgotten(list.items, marksOf(before), marks) : [];
  const things = !personTools.includes(list.tool);
  const agree = (item: ChecklistItem | null) => {
    const what = item ? t(things ? "plan.get" : "plan.practise", { item: words(item.text) }) : "";
    const fields = {
      sessionId,
      ...(menteeId ? { menteeId } : {}),
      facilityId,
      itemCode: item?.code ?? null,
      what,
      lead: menteeId ? ("mentee" as const) : ("facility" as const),
      date: today(),
      due: addMonths(today(), menteeId ? 1 : 3),
      status: "not_started" as const,
    };
    return localStore.record({ type: "nextStep", place: assessed.place, fields });
  };
  const agreed = (steps ?? []).filter((one) => one.fields.sessionId === sessionId);
  return (
    <>
      {failed.length > 0 && (
        <section className="card stack">
          <h2>{t("result.talk")}</h2>
          {[...failed]
            .sort((a, b) => Number(b.critical) - Number(a.critical))
            .map((item) => (
              <div key={item.code} className="stack-s">
                <div className="row between">
                  <b>{words(item.text)}</b>
                  {item.critical && <Critical />}
                </div>
                <p className="sm">
                  {lost.includes(item) && `${t("item.forgot")} `}
                  {item.advice ? words(item.advice) : t(things ? "item.gap" : "item.practise")}
                </p>
                {agreed.some(({ fields }) => fields.itemCode === item.code) ? (
                  <p className="sm mut">{t("result.inPlan")}</p>
                ) : (
                  <Button icon="plus" onClick={() => agree(item)}>
                    {t("result.toPlan")}
                  </Button>
                )}
              </div>
            ))}
        </section>
      )}
      <AgreedSteps steps={agreed} onAdd={() => agree(null)} />
    </>
  );
}

function Finish({ assessed, list }: Omit<Props, "before">) {
  const t = useTranslations("mentorship.result");
  const { left } = scoreOf(list, marksOf(assessed));
  const { menteeId, facilityId } = assessed.fields;
  const finish = async () => {
    await saveField(assessed, { finished: true });
    fieldNavigate(
      menteeId ? `/field/checklist/mentee/${menteeId}` : `/field/checklist/facility/${facilityId}`,
      { replace: true },
    );
  };
  return (
    <>
      <p className="sm mut">{t("finishWhy")}</p>
      <Button kind="pri" wide icon="check" disabled={left > 0} onClick={finish}>
        {t("finish")}
      </Button>
    </>
  );
}
