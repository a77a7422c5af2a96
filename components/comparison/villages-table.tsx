import "./comparison.css";
import type { VillageLine } from "@/lib/comparison/village-lines";
import type { Comparison } from "@/lib/comparison/village-rows";
import type { ComparisonWords } from "@/lib/comparison/words";
import { totalOf } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { placeHref } from "@/lib/villages/place-head";
import { KOfNShape } from "../ui/k-of-n-shape";
import { StatusMark } from "../ui/status-mark";
import { WrittenTable } from "../ui/written-table";
import { ShareLine } from "./share-line";

type Props = {
  comparison: Pick<Comparison, "indicator" | "trustScale">;
  lines: readonly VillageLine[];
  /** Share of all villages shown. */
  reference: number | null;
  words: ComparisonWords;
};

/** One line a village; under 700 px each line reads as a card. */
export function ComparedVillagesTable({ comparison, lines, reference, words }: Props) {
  const { locale, villages: t } = words;
  const { indicator, trustScale } = comparison;
  const [low, high] = trustScale?.range ?? [0, 0];
  const trust =
    trustScale && t("column.trust", { low: formatNumber(low, locale), high: formatNumber(high, locale) });
  const columns = [
    t("column.rate"),
    t("column.since"),
    ...(trust ? [trust] : []),
    t("column.plan"),
    t("column.report"),
    t("column.visit"),
  ];
  return (
    <WrittenTable
      className="t cards cmp-table"
      head={t("column.village")}
      columns={columns}
      rows={lines.map((line, at) => (
        <Row key={line.village.id} {...{ line, at, trust, reference, words }} code={indicator.code} />
      ))}
    />
  );
}

type RowProps = {
  line: VillageLine;
  at: number;
  code: string;
  trust: string | null;
  reference: number | null;
  words: ComparisonWords;
};

function Row({ line, at, code, trust, reference, words }: RowProps) {
  const { locale, villages: t } = words;
  const { village } = line;
  return (
    <tr>
      <th scope="row">
        <span className="row top">
          <StatusMark status={village.mark} size={20} label={line.status} />
          <span>
            <a href={`/${locale}${placeHref(village)}`} className="nw">
              {line.name}
            </a>
            <span className="cmp-about">{line.about.join(" · ")}</span>
          </span>
        </span>
      </th>
      <td data-label={t("column.rate")}>
        <Rate line={line} code={code} reference={reference} locale={locale} />
      </td>
      <td data-label={t("column.since")}>
        <div>
          {line.before && (
            <span>
              {t("column.before")}: {line.before}
            </span>
          )}
          <span>{line.before ? `${t("column.after")}: ${line.after}` : line.after}</span>
        </div>
      </td>
      {trust && <td data-label={trust}>{line.trust}</td>}
      <td data-label={t("column.plan")}>
        <div>
          {totalOf(village.counts) > 0 && (
            <div className="kofn slim">
              <KOfNShape counts={village.counts} id={`plan${at}`} slim />
            </div>
          )}
          <span className="nw">{line.plan}</span>
        </div>
      </td>
      <td data-label={t("column.report")}>{line.report}</td>
      <td data-label={t("column.visit")} className="nw">
        {line.visit}
      </td>
    </tr>
  );
}

type RateProps = Pick<RowProps, "line" | "code" | "reference"> & { locale: string };

/** The number leads to its parts. */
function Rate({ line, code, reference, locale }: RateProps) {
  const { shown } = line.village;
  const more = [line.remarks, line.method].filter(Boolean).join(" · ");
  return (
    <div>
      <ShareLine shown={shown} reference={reference} />
      {shown.k === null ? (
        <span>{line.rate}</span>
      ) : (
        <a href={`/${locale}${placeHref(line.village, "indicators")}?indicator=${code}`}>{line.rate}</a>
      )}
      {more && <span className="xs mut">{more}</span>}
    </div>
  );
}
