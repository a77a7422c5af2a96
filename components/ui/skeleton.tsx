import { useTranslations } from "next-intl";

const widths = ["w-3/5", "w-full", "w-4/5", "w-2/3", "w-11/12"];

/** The stable grey shape of a result that is on its way; no spinner. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useTranslations("common.loading");
  return (
    <div className="card" role="status" aria-busy="true">
      <span className="vh">{t("label")}</span>
      {Array.from({ length: lines }, (_, index) => widths[index % widths.length]).map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <div key={index} className={`skeleton ${width}`} />
      ))}
      <p className="loading-long sm mut mt-3">{t("long")}</p>
    </div>
  );
}
