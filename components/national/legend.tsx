import { useTranslations } from "next-intl";
import { TargetMark } from "./pace-bar";

/** What the marks of the bars mean. */
export function NationalLegend() {
  const t = useTranslations("national.legend");
  const dot = (kind: "routine" | "survey" | "under") => (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="5.5"
        fill={kind === "routine" ? "var(--indigo-700)" : "#fff"}
        stroke={kind === "under" ? "var(--ink-3)" : "var(--indigo-700)"}
        strokeWidth="2"
        strokeDasharray={kind === "under" ? "2.6 2" : undefined}
      />
    </svg>
  );
  return (
    <ul className="nat-legend sm">
      <li>
        <svg width="14" height="22" viewBox="0 0 14 24" aria-hidden="true">
          <TargetMark x={7} />
        </svg>
        {t("target")}
      </li>
      <li>
        <svg width="8" height="22" viewBox="0 0 8 24" aria-hidden="true">
          <path d="M4 1v22" stroke="var(--ink)" strokeWidth="2.4" strokeDasharray="4 2.4" />
        </svg>
        {t("pace")}
      </li>
      {(["routine", "survey", "under"] as const).map((kind) => (
        <li key={kind}>
          {dot(kind)}
          {t(kind)}
        </li>
      ))}
    </ul>
  );
}
