import { type KOfNCounts, type KOfNStatus, kOfNSegments, mostCells } from "./k-of-n";

const strokes: Record<KOfNStatus, string | undefined> = {
  done: undefined,
  doing: "var(--doing-mark)",
  todo: "var(--todo)",
  blocked: undefined,
  late: "var(--late)",
};

function Patterns({ id, counts }: Pick<Props, "id" | "counts">) {
  return (
    <defs>
      {(counts.late ?? 0) > 0 && (
        <pattern
          id={`${id}l`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--late)" />
          <rect width="2" height="6" fill="var(--late-tint)" />
        </pattern>
      )}
      {(counts.doing ?? 0) > 0 && (
        <pattern id={`${id}d`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="#c9d8f1" />
          <rect width="5" height="2" fill="var(--doing-mark)" />
        </pattern>
      )}
    </defs>
  );
}

type Props = {
  counts: KOfNCounts;
  /** Of its patterns; no other drawing of the page has it. */
  id: string;
  width?: string;
  slim?: boolean;
};

/** To a hundredth, which nobody sees: a long table has thousands of them. */
const share = (percent: number) => `${Math.round(percent * 100) / 100}%`;

/** The bar alone, without words and hooks, also for tables written as text. */
export function KOfNShape({ counts, id, width = "100%", slim }: Props) {
  const fills: Record<KOfNStatus, string> = {
    done: "var(--done)",
    doing: `url(#${id}d)`,
    todo: "#fff",
    blocked: "var(--blocked)",
    late: `url(#${id}l)`,
  };
  const segments = kOfNSegments(counts);
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <svg width={width} height={slim ? 14 : 22} aria-hidden="true">
      <Patterns {...{ id, counts }} />
      {segments.map((segment) => (
        <rect
          key={segment.key}
          x={share(segment.x)}
          y="1"
          width={share(segment.width)}
          height={slim ? 12 : 20}
          rx={total <= mostCells ? 3 : 0}
          fill={fills[segment.status]}
          stroke={strokes[segment.status]}
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}
