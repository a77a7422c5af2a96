"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { RecordType } from "@/lib/changes/registry";
import { localStore } from "@/lib/sync/local-store";
import type { RecordRow } from "@/lib/sync/rows";
import { ShapeSketch } from "../map/shape-sketch";
import { Button } from "../ui/button";
import { StatusMark } from "../ui/status-mark";
import { useKindCounts } from "./kind-names";
import { momentText } from "./moment-text";
import { shapeOfValue, useShapeText } from "./shape-text";
import { useKnown } from "./store-hooks";
import { usePlaces } from "./use-places";
import { useFieldName, useValueText } from "./value-text";

type Choice = Readonly<{
  key: string;
  value: unknown;
  who: string | null;
  when: string | null;
  counts: boolean;
}>;

/** Two people changed the same thing: both values, who and when; the one that counts until somebody decides. */
export function ConflictCard({ row }: { row: RecordRow }) {
  const t = useTranslations("field.conflict");
  const { name } = usePlaces();
  const [kind = ""] = useKindCounts([{ type: row.type, subject: row.id }]);
  const [field] = Object.keys(row.conflicts);
  const total = Object.keys(row.conflicts).length;
  if (!field) return null;
  return (
    <section className="card stack-s">
      <div className="row top">
        <StatusMark status="soon" size={22} />
        <div className="grow">
          <h2>{t("title")}</h2>
          <p className="sm mut">{[name(row.place), kind].filter(Boolean).join(" · ")}</p>
          {total > 1 && <p className="sm">{t("oneOf", { n: String(total) })}</p>}
        </div>
      </div>
      <Question key={field} row={row} field={field} />
    </section>
  );
}

function Question({ row, field }: { row: RecordRow; field: string }) {
  const t = useTranslations("field.conflict");
  const text = useValueText();
  const fieldName = useFieldName();
  const may = useKnown("me")?.verbs.includes("conflict.resolve") ?? false;
  const [picked, setPicked] = useState<string | null>(null);
  const others = (row.conflicts[field] ?? []).map(({ changeId, value, authorId, madeAt }) => ({
    key: changeId,
    value,
    who: authorId,
    when: madeAt,
    counts: false,
  }));
  const standing = row.makers?.[field];
  const choices: Choice[] = [
    {
      key: "now",
      value: row.fields[field],
      who: standing?.authorId ?? null,
      when: standing?.madeAt ?? null,
      counts: true,
    },
    ...others,
  ];
  const chosen = choices.find(({ key }) => key === picked);
  const decide = async () => {
    if (!chosen) return;
    const fields = { [field]: chosen.value };
    const type = row.type as RecordType;
    await localStore.record({ type, subject: row.id, place: row.place, fields, operation: "resolve" });
  };
  return (
    <>
      <h3>{fieldName(field)}</h3>
      <div className="versus">
        {choices.map((choice) => (
          <ChoiceCard
            key={choice.key}
            choice={choice}
            others={choices.filter((other) => other !== choice).map(({ value }) => value)}
            name={`${row.id}-${field}`}
            picked={picked === choice.key}
            onPick={may ? () => setPicked(choice.key) : undefined}
          />
        ))}
      </div>
      {may ? (
        <Button kind="pri" wide disabled={!chosen} onClick={decide}>
          {chosen ? t("use", { value: text(chosen.value) }) : t("choose")}
        </Button>
      ) : (
        <p className="sm">{t("askOffice")}</p>
      )}
    </>
  );
}

type CardProps = {
  choice: Choice;
  others: readonly unknown[];
  name: string;
  picked: boolean;
  onPick?: () => void;
};

function ChoiceCard({ choice, others, name, picked, onPick }: CardProps) {
  const t = useTranslations("field.conflict");
  const locale = useLocale();
  const text = useValueText();
  const person = useKnown(`person:${choice.who ?? ""}`);
  const when = choice.when && momentText(choice.when, locale);
  const notes = [choice.counts && t("counts"), person?.name, person?.office, when]
    .filter(Boolean)
    .join(" · ");
  const body = (
    <span>
      <ShapeOf value={choice.value} others={others} />
      <b>{text(choice.value)}</b>
      <span className="choice-help">{notes}</span>
    </span>
  );
  if (!onPick) return <div className="choice">{body}</div>;
  return (
    <label className="choice">
      <input type="radio" name={name} checked={picked} onChange={onPick} />
      {body}
    </label>
  );
}

/** A geometry is seen, not read: this version over the other ones. */
function ShapeOf({ value, others }: { value: unknown; others: readonly unknown[] }) {
  const t = useTranslations("field.shape");
  const text = useShapeText();
  const shape = shapeOfValue(value);
  if (!shape) return null;
  const beside = others.map(shapeOfValue).filter((other) => other?.space === shape.space);
  return (
    <ShapeSketch
      shape={shape}
      others={beside.filter((other) => other !== null)}
      label={t("picture", { what: text(shape) })}
    />
  );
}
