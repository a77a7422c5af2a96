import "./dot-interval.css";
import type { ReactNode } from "react";

export type DotRow = Readonly<{
  key: string;
  label: ReactNode;
  /** Null: not shown; `words` say so. */
  value: number | null;
  lo: number | null;
  hi: number | null;
  /** Hollow: few people, unstable. */
  hollow?: boolean;
  /** What the mark says, in numbers. */
  words: ReactNode;
}>;

type Props = {
  /** The finding, as one sentence; also what a screen reader hears instead of the marks. */
  summary: string;
  domain: readonly [low: number, high: number];
  /** Words for both ends of the axis. */
  ends: readonly [low: string, high: string];
  /** A dashed line, such as the scale's middle or the value before. */
  reference?: number;
  rows: readonly DotRow[];
};

const [height, edge] = [24, 8];

/**
 * One mark per row with its interval (screens §5): filled, or hollow where few people answered; the bar is cut at the ends of
 * the scale, the numbers beside it are not. Drawn by the server, read in black and white.
 */
export function DotInterval({ summary, domain, ends, reference, rows }: Props) {
  return (
    <figure className="dots">
      <figcaption className="sm">{summary}</figcaption>
      <ul>
        {rows.map(({ key, label, words, ...mark }) => (
          <li key={key}>
            <span className="dots-label">{label}</span>
            <IntervalLine {...mark} width={400} domain={domain} reference={reference} />
            <span className="dots-words">{words}</span>
          </li>
        ))}
      </ul>
      <p className="dots-axis xs mut" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </figure>
  );
}

type LineProps = Pick<DotRow, "value" | "lo" | "hi" | "hollow"> &
  Pick<Props, "domain" | "reference"> & { width: number };

/** One dot with its bar; its numbers stand beside it in words. */
export function IntervalLine({ width, domain: [low, high], reference, value, ...mark }: LineProps) {
  const x = (one: number) =>
    Math.round(
      (edge + ((Math.min(high, Math.max(low, one)) - low) / (high - low)) * (width - 2 * edge)) * 10,
    ) / 10;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path d={`M${edge} 12H${width - edge}`} stroke="var(--line)" />
      {reference !== undefined && (
        <path d={`M${x(reference)} 1V23`} stroke="var(--edge)" strokeDasharray="3 3" />
      )}
      {value !== null && <Mark lo={mark.lo} hi={mark.hi} hollow={mark.hollow} x={x} value={value} />}
    </svg>
  );
}

type MarkProps = { x: (value: number) => number; value: number } & Pick<DotRow, "lo" | "hi" | "hollow">;

function Mark({ x, value, lo, hi, hollow }: MarkProps) {
  return (
    <>
      {lo !== null && hi !== null && (
        <path d={`M${x(lo)} 12H${x(hi)}`} stroke="var(--indigo-600)" strokeWidth="4" strokeLinecap="round" />
      )}
      <circle
        cx={x(value)}
        cy="12"
        r="7"
        fill={hollow ? "var(--surface)" : "var(--indigo-600)"}
        stroke="var(--indigo-600)"
        strokeWidth="2.5"
      />
    </>
  );
}
