import type { ReactNode } from "react";
import { Axis, Line, Workshop } from "./run-chart";
import { runShape, size } from "./run-chart-shape";

type Props = {
  /** Says the finding; the picture's name. */
  title: string;
  summary: string;
  values: readonly (number | null)[];
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
export function AlignedChart({ title, summary, values, labels, workshop, word, format, table }: Props) {
  const shape = runShape(values, null);
  return (
    <figure className="run-chart stack-s">
      <figcaption>
        <h2>{title}</h2>
        <p className="sm">{summary}</p>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`${title}. ${summary}`}>
        <Axis shape={shape} labels={labels} format={format} />
        <Workshop x={shape.x(workshop)} word={word} />
        <Line shape={shape} filled={null} />
      </svg>
      {table}
    </figure>
  );
}
