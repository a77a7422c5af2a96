import type { ReactNode } from "react";
import type { RunChart as Run } from "@/lib/statistics/run-chart";
import { runShape, type Shape, size, usualBase } from "./run-chart-shape";

type Props = {
  /** Says the finding; the picture's name. */
  title: string;
  /** The finding with its rule, in words. */
  summary: string;
  values: readonly (number | null)[];
  /** One short label per value, such as 11/25; every sixth is written. */
  labels: readonly string[];
  run: Run;
  /** Position of the workshop's month. */
  workshop: number | null;
  words: { median: string; workshop: string };
  format: (value: number) => string;
  /** The same numbers as a table, folded. */
  table: ReactNode;
  /** Of the picture, where there is little room; words keep their size. */
  height?: number;
};

/**
 * Months in order with their median (screens.md §5): points hollow, a signal's run tinted and filled, a missing month a
 * cross on the base line. Drawn on the server; the table and the sentence say the same.
 */
export function RunChart({
  title,
  summary,
  values,
  labels,
  run,
  workshop,
  words,
  format,
  table,
  height,
}: Props) {
  const centre = run.status === "too-early" ? null : run.centre;
  const shape = runShape(values, centre, height);
  const signal = run.status === "signal" && run.signals.includes("long-run") ? run.run : null;
  return (
    <figure className="run-chart stack-s">
      <figcaption>
        <h2>{title}</h2>
        <p className="sm">{summary}</p>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${shape.height}`} role="img" aria-label={`${title}. ${summary}`}>
        <Axis shape={shape} labels={labels} format={format} />
        {signal && <Tint shape={shape} from={signal.from} to={signal.to} />}
        {centre !== null && <Median {...{ shape, centre, workshop, words }} last={values.length - 1} />}
        {workshop !== null && <Workshop x={shape.x(workshop)} base={shape.base} word={words.workshop} />}
        <Line shape={shape} filled={signal} />
      </svg>
      {table}
    </figure>
  );
}

export function Axis({
  shape,
  labels,
  format,
}: {
  shape: Shape;
  labels: readonly string[];
  format: Props["format"];
}) {
  return (
    <>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <path
            d={`M${size.left} ${shape.y(shape.top * part)}H${size.width - size.right}`}
            stroke="var(--line)"
          />
          <text
            x={size.left - 5}
            y={shape.y(shape.top * part) + 4}
            textAnchor="end"
            fontSize="12"
            fill="var(--ink-2)"
          >
            {format(shape.top * part)}
          </text>
        </g>
      ))}
      {labels.map((label, at) =>
        at % 6 === 0 || at === labels.length - 1 ? (
          <text
            key={label}
            x={shape.x(at)}
            y={shape.height - 8}
            textAnchor="middle"
            fontSize="12"
            fill="var(--ink-2)"
          >
            {label}
          </text>
        ) : null,
      )}
    </>
  );
}

function Tint({ shape, from, to }: { shape: Shape; from: number; to: number }) {
  const left = shape.x(from) - 5;
  return (
    <rect
      x={left}
      y={size.top}
      width={shape.x(to) + 5 - left}
      height={shape.base - size.top}
      fill="var(--doing-tint)"
    />
  );
}

type MedianProps = {
  shape: Shape;
  centre: number;
  workshop: number | null;
  last: number;
  words: Props["words"];
};

/** Solid where it was taken from, carried on dashed after the workshop. */
function Median({ shape, centre, workshop, last, words }: MedianProps) {
  const y = shape.y(centre);
  const end = workshop ?? last;
  return (
    <g stroke="var(--indigo-600)" strokeWidth="1.5">
      <path d={`M${shape.x(0)} ${y}H${shape.x(end)}`} />
      {end < last && <path d={`M${shape.x(end)} ${y}H${shape.x(last)}`} strokeDasharray="5 4" />}
      <text x={shape.x(last) + 6} y={y + 4} fontSize="12" fill="var(--indigo-700)" stroke="none">
        {words.median}
      </text>
    </g>
  );
}

export function Workshop({ x, base = usualBase, word }: { x: number; base?: number; word: string }) {
  return (
    <g>
      <path d={`M${x} ${base}V${size.top - 12}`} stroke="var(--soon)" strokeWidth="1.5" />
      <path d={`M${x} ${size.top - 18}h10l-3 4 3 4h-10z`} fill="var(--soon-mark)" stroke="var(--soon)" />
      <text x={x + 14} y={size.top - 9} fontSize="12" fill="var(--soon)">
        {word}
      </text>
    </g>
  );
}

export function Line({ shape, filled }: { shape: Shape; filled: { from: number; to: number } | null }) {
  const inRun = (at: number) => filled !== null && at >= filled.from && at <= filled.to;
  return (
    <>
      {shape.pieces.map((piece) => (
        <path
          key={piece[0]?.at}
          d={piece.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("")}
          fill="none"
          stroke="var(--ink-2)"
        />
      ))}
      {shape.pieces.flat().map(({ x, y, at }) => (
        <circle
          key={at}
          cx={x}
          cy={y}
          r="3.5"
          fill={inRun(at) ? "var(--indigo-700)" : "var(--surface)"}
          stroke="var(--indigo-700)"
          strokeWidth="1.5"
        />
      ))}
      {shape.missing.map(({ x, at }) => (
        <path
          key={at}
          d={`M${x - 3} ${shape.base - 3}l6 6m0 -6l-6 6`}
          stroke="var(--ink-3)"
          strokeWidth="1.5"
        />
      ))}
    </>
  );
}
