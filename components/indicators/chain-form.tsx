"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { recordChainAction } from "@/lib/indicators/actions";
import {
  type ChainStart,
  chainFigures,
  chainShares,
  chainStarts,
  elementOfStart,
} from "@/lib/indicators/chain";
import type { YearCounted } from "@/lib/indicators/people-queries";
import { COUNTDOWN_PLACEHOLDERS } from "@/lib/statistics/countdown";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Props = { place: string; today: string; changeId: string; counted: readonly YearCounted[] };

const percent = (share: number) => Math.round(share * 1000) / 10;
const usual = Object.fromEntries(
  chainShares.map((name) => [name, percent(COUNTDOWN_PLACEHOLDERS[name])]),
) as Record<(typeof chainShares)[number], number>;

/** People worked out from a service that nearly everybody uses; what comes out stands there before it is recorded. */
export function ChainForm({ place, today, changeId, counted }: Props) {
  const t = useTranslations("indicators");
  const errors = useTranslations("errors.field");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const { ids, state, send, pending } = useOnceForm(recordChainAction, { changeId });
  const lastYear = Number(today.slice(0, 4)) - 1;
  const [start, setStart] = useState<ChainStart>("anc1");
  const [year, setYear] = useState(lastYear);
  const ours = counted.find((one) => one.code === elementOfStart[start] && one.year === year);
  const [typed, setTyped] = useState<number | null>(null);
  const [coverage, setCoverage] = useState<number | null>(null);
  const [shares, setShares] = useState(usual);
  const count = typed ?? ours?.total ?? null;
  const ready = count !== null && count > 0 && coverage !== null && coverage >= 1 && coverage <= 100;
  const figures = ready ? chainFigures({ start, counted: count, coverage, ...shares }) : [];
  const fault = (field: string) => state.fields?.[field] && errors("required");
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("chain.saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="place" value={place} />
      <Select
        name="start"
        label={t("chain.start")}
        value={start}
        onChange={(event) => setStart(event.currentTarget.value as ChainStart)}
        options={chainStarts.map((value) => ({ value, label: t(`chain.starts.${value}`) }))}
      />
      <Select
        name="year"
        id="chain-year"
        label={t("figure.year")}
        value={year}
        onChange={(event) => setYear(Number(event.currentTarget.value))}
        options={[lastYear, lastYear - 1].map(String).map((value) => ({ value, label: value }))}
      />
      <NumberField
        key={`${start} ${year}`}
        name="counted"
        label={t("chain.counted")}
        help={ours && t("chain.ours", { n: n(ours.total), months: n(ours.months) })}
        defaultValue={ours?.total ?? null}
        onChange={setTyped}
        error={fault("counted")}
      />
      <NumberField
        name="coverage"
        kind="decimal"
        label={t("chain.coverage")}
        help={t("chain.coverageHelp")}
        onChange={setCoverage}
        error={fault("coverage")}
      />
      <TextField name="survey" label={t("chain.survey")} maxLength={200} error={fault("survey")} />
      <DateField name="asOf" id="chain-asOf" label={t("figure.asOf")} defaultValue={today} />
      <details>
        <summary className="fold-line">{t("chain.shares")}</summary>
        <p className="sm mut">{t("chain.sharesHelp")}</p>
        {chainShares.map((name) => (
          <NumberField
            key={name}
            name={name}
            kind="decimal"
            label={t(`chain.share.${name}`)}
            defaultValue={usual[name]}
            onChange={(value) => setShares((all) => ({ ...all, [name]: value ?? 0 }))}
          />
        ))}
      </details>
      <div role="status">
        {ready && (
          <ul className="stack-s">
            {figures.map(({ kind, value }) => (
              <li key={kind}>{t("chain.gives", { kind: t(`denominator.kind.${kind}`), n: n(value) })}</li>
            ))}
          </ul>
        )}
      </div>
      <KeptSubmit pending={pending}>{t("chain.save")}</KeptSubmit>
    </KeptForm>
  );
}
