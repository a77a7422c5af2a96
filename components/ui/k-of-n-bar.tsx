import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { type KOfNCounts, type KOfNStatus, kOfNOrder, kOfNSegments, mostCells } from "./k-of-n";
import { StatusMark } from "./status-mark";

const strokes: Record<KOfNStatus, string | undefined> = {
  done: undefined,
  doing: "var(--doing-mark)",
  todo: "var(--todo)",
  blocked: undefined,
  late: "var(--late)",
};

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}l`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--late)" />
        <rect width="2" height="6" fill="var(--late-tint)" />
      </pattern>
      <pattern id={`${id}d`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="#c9d8f1" />
        <rect width="5" height="2" fill="var(--doing-mark)" />
      </pattern>
    </defs>
  );
}

type Props = {
  counts: KOfNCounts;
  /** Without words the same figures must stand beside the bar. */
  words?: boolean;
  slim?: boolean;
  /** Number of items that would fill the whole width, so that bars below each other compare. */
  outOf?: number;
};

/** One cell per item up to 26, else proportional; the counts in words below. Never a single percent. */
export function KOfNBar({ counts, words = true, slim, outOf }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const id = useId();
  const segments = kOfNSegments(counts);
  const shown = kOfNOrder.filter((status) => (counts[status] ?? 0) > 0);
  const total = shown.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  const fills: Record<KOfNStatus, string> = {
    done: "var(--done)",
    doing: `url(#${id}d)`,
    todo: "#fff",
    blocked: "var(--blocked)",
    late: `url(#${id}l)`,
  };
  const width = `${outOf ? Math.max(4, (total / outOf) * 100) : 100}%`;
  return (
    <div className={slim ? "kofn slim" : "kofn"}>
      <svg width={width} height={slim ? 14 : 22} aria-hidden="true">
        <Patterns id={id} />
        {segments.map((segment) => (
          <rect
            key={segment.key}
            x={`${segment.x}%`}
            y="1"
            width={`${segment.width}%`}
            height={slim ? 12 : 20}
            rx={total <= mostCells ? 3 : 0}
            fill={fills[segment.status]}
            stroke={strokes[segment.status]}
            strokeWidth="1.5"
          />
        ))}
      </svg>
      {words && (
        <p className="kofn-words">
          {shown.map((status) => (
            <span key={status}>
              <StatusMark status={status} />
              <b>{formatNumber(counts[status] ?? 0, locale)}</b> {t(`status.${status}`)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
