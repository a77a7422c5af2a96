import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { PublishedReach, ReachStep } from "@/lib/rollout/reach";

const [width, height] = [560, 300];
const [left, right, top, bottom] = [44, 56, 24, 34];

const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

/** Step line of own records; published figures as numbered diamonds, never joined to it (screens §5). */
export function ReachSteps({
  steps,
  published,
  planned,
  on,
}: {
  steps: readonly ReachStep[];
  published: readonly PublishedReach[];
  /** Villages that the year's plan wants reached by the end of each month. */
  planned: readonly { month: string; villages: number }[];
  on: string;
}) {
  const t = useTranslations("rollout");
  const locale = useLocale();
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return null;
  const figures = published.flatMap((figure, index) =>
    figure.villages === null ? [] : [{ ...figure, villages: figure.villages, number: index + 1 }],
  );
  const from = Math.min(months(first.month), ...figures.map(({ date }) => months(date)));
  const end = planned.at(-1);
  const to = Math.max(months(on), from + 1, ...planned.map(({ month }) => months(month)));
  const highest = niceTop(
    Math.max(last.villages, ...figures.map(({ villages }) => villages), end?.villages ?? 0),
  );
  const x = (iso: string) => left + ((months(iso) - from) / (to - from)) * (width - left - right);
  const y = (n: number) => height - bottom - (n / highest) * (height - top - bottom);
  const path = steps
    .map((step, index) =>
      index === 0 ? `M${x(step.month)} ${y(0)}V${y(step.villages)}` : `H${x(step.month)}V${y(step.villages)}`,
    )
    .join("");
  const years = Array.from(
    { length: Math.floor(to / 12) - Math.ceil(from / 12) + 1 },
    (_, index) => Math.ceil(from / 12) + index,
  );
  return (
    <figure className="stack-s">
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={t("steps")}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <path d={`M${left} ${y(highest * share)}H${width - right}`} stroke="var(--line)" />
            <text x={left - 6} y={y(highest * share) + 4} textAnchor="end" fontSize="12" fill="var(--ink-2)">
              {formatNumber(highest * share, locale)}
            </text>
          </g>
        ))}
        {years.map((year) => (
          <text
            key={year}
            x={x(`${year}-01`)}
            y={height - 12}
            textAnchor="middle"
            fontSize="12"
            fill="var(--ink-2)"
          >
            {year}
          </text>
        ))}
        <path d={`${path}H${x(on)}`} fill="none" stroke="var(--indigo-600)" strokeWidth="2.5" />
        {end && (
          <>
            <path
              d={planned
                .map(({ month, villages }, at) => `${at ? "L" : "M"}${x(month)} ${y(villages)}`)
                .join("")}
              fill="none"
              stroke="var(--ink)"
              strokeWidth="1.8"
              strokeDasharray="6 4"
            />
            <text
              x={x(end.month) + 4}
              y={y(end.villages) - 8}
              textAnchor="end"
              fontSize="12"
              fill="var(--ink)"
            >
              {t("planEnd", { n: formatNumber(end.villages, locale) })}
            </text>
          </>
        )}
        <circle cx={x(on)} cy={y(last.villages)} r="5" fill="var(--indigo-600)" />
        <text x={x(on) + 9} y={y(last.villages) + 5} fontSize="14" fontWeight="700" fill="var(--indigo-700)">
          {formatNumber(last.villages, locale)}
        </text>
        {figures.map((figure) => (
          <g key={figure.id} transform={`translate(${x(figure.date)} ${y(figure.villages)})`}>
            <path d="M0-7 7 0 0 7-7 0Z" fill="#fff" stroke="var(--ink)" strokeWidth="1.8" />
            <text
              x={figure.number === 1 ? 0 : -10}
              y={figure.number % 2 ? 22 : -8}
              textAnchor={figure.number === 1 ? "start" : "end"}
              fontSize="12"
              fontWeight="700"
              fill="var(--ink)"
            >
              {`${formatNumber(figure.villages, locale)} [${figure.number}]`}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="sm">
        {t("stepsSummary", {
          first: formatDate(`${first.month}-01`, locale, "month"),
          last: formatDate(on, locale, "month"),
          n: formatNumber(last.villages, locale),
        })}
      </figcaption>
    </figure>
  );
}

/** A round number of four equal steps above the highest value. */
function niceTop(n: number): number {
  const step =
    [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500].find((size) => size * 4 >= n) ?? 5000;
  return step * 4;
}
