import type { rankChartShape } from "./rank-chart-shape";

type Props = {
  shape: ReturnType<typeof rankChartShape>;
  names: readonly string[];
  label: string;
  number: (value: number) => string;
};

/** The picture only; its words and its table stand beside it. */
export function RankChart({ shape, names, label, number }: Props) {
  // Names of narrow columns would run into each other: every second one stands a line lower, above its own rail.
  const lower = (index: number) => (names.length > 3 && index % 2 === 1 ? 16 : 0);
  const head = names.length > 3 ? 18 : 0;
  return (
    <svg
      className="rank-chart"
      viewBox={`0 ${-head} ${shape.width} ${shape.height + head}`}
      role="img"
      aria-label={label}
    >
      {shape.columns.map((x, index) => (
        <g key={x}>
          <text
            x={x}
            y={14 - head + lower(index)}
            fontSize="13"
            fontWeight="600"
            textAnchor="middle"
            fill="var(--ink)"
          >
            {names[index]}
          </text>
          <line x1={x} x2={x} y1="28" y2={shape.bottom} stroke="var(--line)" />
        </g>
      ))}
      {shape.strokes.map(({ id, path, black, dash }) => (
        <path
          key={id}
          d={path}
          fill="none"
          stroke={black ? "var(--ink)" : "var(--edge)"}
          strokeWidth={black ? 3.5 : 1.6}
          strokeDasharray={dash}
        />
      ))}
      {shape.discs.map((disc) => (
        <g key={`${disc.id}-${disc.x}`}>
          <circle
            cx={disc.x}
            cy={disc.y}
            r="13"
            fill={disc.black ? "var(--ink)" : "var(--surface)"}
            stroke={disc.black ? "var(--ink)" : "var(--edge)"}
            strokeWidth="1.6"
          />
          <text
            x={disc.x}
            y={disc.y + 5}
            fontSize="14"
            fontWeight="700"
            textAnchor="middle"
            fill={disc.black ? "var(--surface)" : "var(--ink)"}
          >
            {number(disc.number)}
          </text>
        </g>
      ))}
    </svg>
  );
}
