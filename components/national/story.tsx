import { useLocale, useTranslations } from "next-intl";
import { formatDateRange, formatDateTime, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { NationalIndicator } from "@/lib/national/indicators";
import type { Correction, KeptTarget, KeptValue, OneIndicator, Province } from "@/lib/national/queries";
import { isUnderCounted } from "@/lib/national/rules";
import { Link } from "../ui/link";
import { useFigureText } from "./reading-words";

type Props = { indicator: NationalIndicator; story: OneIndicator; records: boolean };

function usePlace(provinces: readonly Province[]) {
  const t = useTranslations("national.choose");
  const locale = useLocale();
  return (id: string | null) => {
    const province = provinces.find((one) => one.id === id);
    return province ? placeName(province, locale) : t("nation");
  };
}

/** Every target of the indicator, newest year first, with its source. */
export function TargetList({ indicator, story, records }: Props) {
  const t = useTranslations("national");
  const figure = useFigureText();
  const place = usePlace(story.provinces);
  if (story.targets.length === 0) return <p className="mut">{t("one.noTargets")}</p>;
  const columns = ["place", "target", "source"] as const;
  const heads = { place: t("one.place"), target: t("record.target"), source: t("form.source") };
  const cells = (one: KeptTarget) => ({
    place: place(one.provinceId),
    target: figure(one.value, indicator),
    source: [one.source, one.note].filter(Boolean).join(" · "),
  });
  return (
    <table className="t stacks">
      <Heads first={t("one.year")} columns={columns.map((key) => heads[key])} records={records} />
      <tbody>
        {story.targets.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.year}</th>
            {columns.map((key) => (
              <td key={key} data-label={heads[key]}>
                {cells(one)[key]}
              </td>
            ))}
            {records && <Correct href={`/national/${indicator.code}?target=${one.id}`} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every value with its period, kind of source, basis, and what its report said. */
export function ValueList({ indicator, story, records }: Props) {
  const t = useTranslations("national");
  const locale = useLocale();
  const figure = useFigureText();
  const place = usePlace(story.provinces);
  if (story.values.length === 0) return <p className="mut">{t("one.noValues")}</p>;
  const columns = ["place", "value", "kind", "basis", "source", "verdict"] as const;
  const heads = {
    place: t("one.place"),
    value: t("form.value"),
    kind: t("one.kind"),
    basis: t("form.basis"),
    source: t("form.source"),
    verdict: t("one.verdict"),
  };
  const cells = (one: KeptValue) => ({
    place: place(one.provinceId),
    value: figure(one.value, indicator),
    kind: isUnderCounted(indicator, one.kind)
      ? `${t("kindDeaths")} (${t("legend.under")})`
      : t(`kind.${one.kind}`),
    basis: [t(`basis.${one.basis}`), one.amongWhom].filter(Boolean).join(" · "),
    source: [one.source, one.note].filter(Boolean).join(" · "),
    verdict: one.verdict ? t(`verdict.${one.verdict}`) : t("one.noVerdict"),
  });
  return (
    <table className="t stacks">
      <Heads first={t("one.period")} columns={columns.map((key) => heads[key])} records={records} />
      <tbody>
        {story.values.map((one) => (
          <tr key={one.id}>
            <th scope="row">{formatDateRange(one.from, one.to, locale)}</th>
            {columns.map((key) => (
              <td key={key} data-label={heads[key]}>
                {cells(one)[key]}
              </td>
            ))}
            {records && <Correct href={`/national/${indicator.code}?value=${one.id}`} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heads({ first, columns, records }: { first: string; columns: string[]; records: boolean }) {
  const t = useTranslations("national.one");
  return (
    <thead>
      <tr>
        {[first, ...columns, ...(records ? [t("correct")] : [])].map((head) => (
          <th scope="col" key={head}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Correct({ href }: { href: string }) {
  const t = useTranslations("national.one");
  return (
    <td>
      <Link href={href} className="fold-line">
        {t("correct")}
      </Link>
    </td>
  );
}

const told = ["value", "source", "basis", "amongWhom", "verdict", "note"] as const;
type Told = (typeof told)[number];

/** What was corrected, newest first: field, before and after, when and by which office. */
export function CorrectionList({ corrections }: { corrections: readonly Correction[] }) {
  const t = useTranslations("national");
  const locale = useLocale();
  const field: Record<Told, string> = {
    value: t("form.value"),
    source: t("form.source"),
    basis: t("form.basis"),
    amongWhom: t("form.amongWhom"),
    verdict: t("one.verdict"),
    note: t("form.note"),
  };
  const word = (name: Told, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "number") return formatNumber(value, locale);
    if (name === "basis") return t(`basis.${value as KeptValue["basis"]}`);
    if (name === "verdict") return t(`verdict.${value as NonNullable<KeptValue["verdict"]>}`);
    return String(value);
  };
  if (corrections.length === 0) return <p className="mut">{t("one.noCorrections")}</p>;
  return (
    <ul className="stack-s">
      {corrections.map((one) => (
        <li key={`${one.subject} ${one.at}`}>
          {told
            .filter((name) => name in one.after && one.after[name] !== one.before[name])
            .map((name) =>
              t("one.corrected", {
                field: field[name],
                before: word(name, one.before[name]),
                after: word(name, one.after[name]),
              }),
            )
            .join(" · ")}
          <span className="block xs mut">
            {t("one.by", { date: formatDateTime(one.at, locale), office: one.office ?? "–" })}
          </span>
        </li>
      ))}
    </ul>
  );
}
