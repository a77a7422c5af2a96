import type { ReactNode } from "react";
import { Axis, Line, Workshop } from "./run-chart";
import { runShape, size } from "./run-chart-shape";

type Props = {
  /** Says the finding; the picture's name. */
  title: string;
  summary: string;
  values: readonly (number | null)[];
  /** Others laid on the same months: dashed, without dots. */
  beside?: readonly (number | null)[];
  /** One per value; every sixth is written. */
  labels: readonly string[];
  /** Position of the workshops' month. */
  workshop: number;
  word: string;
  format: (value: number) => string;
  /** The same numbers as a table, folded. */
  table: ReactNode;
};

/** Months before and after, counted from each village's own workshop: a picture of what was, without rule or signal. */
export function AlignedChart({
  title,
  summary,
  values,
  beside = [],
  labels,
  workshop,
  word,
  format,
  table,
}: Props) {
  const highest = (of: readonly (number | null)[]) => Math.max(0, ...of.map((value) => value ?? 0));
  const shape = runShape(values, highest(beside));
  const others = runShape(beside, highest(values));
  return (
    <figure className="run-chart stack-s">
      <figcaption>
        <h2>{title}</h2>
        <p className="sm">{summary}</p>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`${title}. ${summary}`}>
        <Axis shape={shape} labels={labels} format={format} />
        <Workshop x={shape.x(workshop)} word={word} />
        {others.pieces.map((piece) => (
          <path
            key={piece[0]?.at}
            d={piece.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("")}
            fill="none"
            stroke="var(--ink-3)"
            strokeWidth="1.5"
            strokeDasharray="5 4"
          />
        ))}
        <Line shape={shape} filled={null} />
      </svg>
      {table}
    </figure>
  );
}
