import type { LimitPoint } from "@/lib/comparison/district-funnel";
import { funnelShape, funnelSize, limitPath } from "./funnel-shape";

export type FunnelDot = Readonly<{
  key: string;
  n: number;
  share: number;
  /** Written beside the dot; only of those outside the limits. */
  label: string | null;
  outside: boolean;
}>;

type Props = {
  title: string;
  summary: string;
  limits: readonly LimitPoint[];
  benchmark: number;
  dots: readonly FunnelDot[];
  words: { people: string; inner: string; outer: string };
  format: (share: number) => string;
  count: (n: number) => string;
};

const { width, height, left, right, top, bottom } = funnelSize;

/** Units by their size against what chance alone would give; the table beside it says the same. */
export function FunnelChart({ title, summary, limits, benchmark, dots, words, format, count }: Props) {
  const shape = funnelShape(Math.max(1, ...dots.map(({ n }) => n)));
  const { x, y, end } = shape;
  const line = (kind: "inner" | "outer", side: 0 | 1) =>
    limitPath(
      limits.map((point) => ({ n: point.n, share: point[kind][side] })),
      shape,
    );
  return (
    <figure className="funnel stack-s">
      <figcaption>
        <h2>{title}</h2>
        <p className="sm">{summary}</p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${summary}`}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <path d={`M${left} ${y(share)}H${width - right}`} stroke="var(--line)" />
            <text x={left - 5} y={y(share) + 4} textAnchor="end" fontSize="12" fill="var(--ink-2)">
              {format(share)}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((part) => (
          <text
            key={part}
            x={x(end * part)}
            y={height - bottom + 16}
            textAnchor={part === 1 ? "end" : "middle"}
            fontSize="12"
            fill="var(--ink-2)"
          >
            {count(end * part)}
          </text>
        ))}
        <text x={(left + width) / 2} y={height - 4} textAnchor="middle" fontSize="12" fill="var(--ink-2)">
          {words.people}
        </text>
        <path d={`M${left} ${y(benchmark)}H${width - right}`} stroke="var(--indigo-600)" strokeWidth="1.5" />
        {([0, 1] as const).map((side) => (
          <g key={side} fill="none" stroke="var(--ink-2)">
            <path d={line("inner", side)} strokeDasharray="5 4" />
            <path d={line("outer", side)} />
          </g>
        ))}
        {dots.map((dot) => (
          <Dot key={dot.key} dot={dot} x={x(dot.n)} y={y(dot.share)} />
        ))}
      </svg>
      <p className="xs mut">
        {words.inner} {words.outer}
      </p>
    </figure>
  );
}

function Dot({ dot, x, y }: { dot: FunnelDot; x: number; y: number }) {
  const leftwards = x > width * 0.6;
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r="5"
        fill={dot.outside ? "var(--indigo-700)" : "var(--surface)"}
        stroke="var(--indigo-700)"
        strokeWidth="1.5"
      />
      {dot.label && (
        <text
          x={leftwards ? x - 9 : x + 9}
          y={Math.max(top + 10, y + 4)}
          textAnchor={leftwards ? "end" : "start"}
          fontSize="12"
          fontWeight="700"
          fill="var(--ink)"
        >
          {dot.label}
        </text>
      )}
    </>
  );
}
