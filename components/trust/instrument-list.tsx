import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { KnownInstrument } from "@/lib/sync/known";
import { wordsIn } from "@/lib/trust/rules";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";

/** The newest version of every questionnaire, as it is read aloud; earlier versions by their number. */
export function InstrumentList({ instruments }: { instruments: readonly KnownInstrument[] }) {
  const series = [...Map.groupBy(instruments, (one) => one.series).values()];
  return (
    <div className="stack">
      {series.map(
        (versions) => versions[0] && <Newest key={versions[0].id} newest={versions[0]} versions={versions} />,
      )}
    </div>
  );
}

type Props = { newest: KnownInstrument; versions: readonly KnownInstrument[] };

function Newest({ newest, versions }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const other = locale === "lo" ? "en" : "lo";
  const n = (value: number) => formatNumber(value, locale);
  return (
    <Card
      title={locale === "lo" ? newest.nameLo : newest.nameEn}
      action={
        <ButtonLink href={`/admin/instruments/${newest.id}`} icon="edit">
          {t("trust.instruments.edit")}
        </ButtonLink>
      }
    >
      <div className="stack-s">
        {newest.wording === "working" && <Notice tone="soon">{t("interviews.working")}</Notice>}
        <p className="sm mut">
          {t("trust.instruments.versions", {
            n: n(newest.version),
            all: versions.map((one) => n(one.version)).join(", "),
          })}
          {newest.source && ` · ${newest.source}`}
        </p>
        <p>{wordsIn(newest.consent, locale)}</p>
        <ol className="stack-s">
          {newest.items.map((item, at) => (
            <li key={item.code}>
              {n(at + 1)}. {wordsIn(item.text, locale)}
              <span className="block sm mut" lang={other}>
                {wordsIn(item.text, other)}
              </span>
            </li>
          ))}
        </ol>
        <p className="sm">{newest.labels.map(({ text }) => wordsIn(text, locale)).join(" · ")}</p>
      </div>
    </Card>
  );
}
