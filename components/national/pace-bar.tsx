import type { NationalRow } from "@/lib/national/view";

const wide = 280;
const left = 8;
const middle = 14;

/** Value, target ▼ and, where pace may be asked, its dashed tick; the words beside it say the same. */
export function PaceBar({ row }: { row: NationalRow }) {
  const { indicator, target, value, reading } = row;
  const axis = Math.max(indicator.axis, target ?? 0, value?.value ?? 0);
  const at = (figure: number) => left + (figure / axis) * (wide - 2 * left);
  const under = reading?.is === "underCounted";
  const survey = value?.kind === "survey";
  return (
    <svg className="nat-bar" viewBox={`0 0 ${wide} 28`} aria-hidden="true">
      <path
        d={`M${left} ${middle}H${wide - left}M${left} ${middle - 4}v8M${wide - left} ${middle - 4}v8`}
        stroke="var(--line)"
        strokeWidth="1.5"
      />
      {value && !under && (
        <rect
          x={left}
          y={middle - 4}
          width={Math.max(0, at(value.value) - left)}
          height="8"
          fill={survey ? "var(--seq-2)" : "var(--seq-3)"}
        />
      )}
      {target !== null && <TargetMark x={at(target)} pale={under} />}
      {reading?.is === "pace" && (
        <path
          d={`M${at(reading.expected)} 3v22`}
          stroke="var(--ink)"
          strokeWidth="2.4"
          strokeDasharray="4 2.4"
        />
      )}
      {value && (
        <circle
          cx={at(value.value)}
          cy={middle}
          r="5.5"
          fill={survey || under ? "#fff" : "var(--indigo-700)"}
          stroke={under ? "var(--ink-3)" : "var(--indigo-700)"}
          strokeWidth="2"
          strokeDasharray={under ? "2.6 2" : undefined}
        />
      )}
    </svg>
  );
}

export function TargetMark({ x, pale }: { x: number; pale?: boolean }) {
  return pale ? (
    <path d={`M${x} 6v16`} stroke="var(--edge)" strokeWidth="2" />
  ) : (
    <g fill="var(--indigo-900)">
      <path d={`M${x - 5.5} 0h11l-5.5 6z`} />
      <rect x={x - 1.8} y="3" width="3.6" height="21" />
    </g>
  );
}
