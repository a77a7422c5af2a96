import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { Poster } from "@/lib/publishing/views";
import { isMadeUp } from "@/lib/villages/made-up";
import { QrCode } from "../people/qr-code";
import { Band } from "../shell/band";
import { usePosterNames, useVisitDates } from "./poster-words";

export type SheetFacts = Readonly<{
  poster: Poster;
  /** Where the QR code leads; null prints none. */
  address: string | null;
  today: string;
}>;

type Props = SheetFacts & { className: string; sheet: number; sheets: number; children: ReactNode };

/** One sheet of paper: band, whose plan it is, what stands in it, and the foot with the code. */
export function PosterFrame({ poster, address, today, className, sheet, sheets, children }: Props) {
  return (
    <section className={`poster-sheet ${className}`} data-testid="poster-sheet">
      <Band />
      <PosterHead poster={poster} />
      {children}
      <PosterFoot poster={poster} address={address} today={today} sheet={sheet} sheets={sheets} />
    </section>
  );
}

function PosterHead({ poster }: { poster: Poster }) {
  const t = useTranslations("poster");
  const locale = useLocale();
  const { village, where, year, agreed } = usePosterNames(poster);
  const { all, women } = poster.people;
  const facts = {
    date: formatDate(agreed, locale),
    people: formatNumber(all, locale),
    women: formatNumber(women, locale),
  };
  return (
    <header className="poster-head">
      <h1 className={village.length > 16 ? "long" : undefined}>
        {village} <span>{t("plan", { year })}</span>
      </h1>
      <p>
        <span>{where}</span>
        <span>{all > 0 ? t("agreed", facts) : t("agreedOnly", facts)}</span>
      </p>
    </header>
  );
}

function PosterFoot({ poster, address, today, sheet, sheets }: Omit<Props, "className" | "children">) {
  const t = useTranslations("poster");
  const locale = useLocale();
  const dates = useVisitDates()(poster, today);
  return (
    <footer className="poster-foot">
      {address && <QrCode text={address} label={t("qr")} />}
      <p className="grow">
        {address && <b>{t("scan")}</b>}
        {t("tick")} {dates && t("visits", { dates })}
      </p>
      <p className="poster-note">
        {t("drawn")}
        <br />
        {t("printed", { date: formatDate(today, locale) })}
        {isMadeUp(poster.source) && ` · ${t("madeUp")}`}
        {sheets > 1 && (
          <>
            <br />
            {t("sheet", { k: formatNumber(sheet, locale), n: formatNumber(sheets, locale) })}
          </>
        )}
      </p>
    </footer>
  );
}
