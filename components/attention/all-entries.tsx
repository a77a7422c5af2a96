import "../districts/districts.css";
import { useTranslations } from "next-intl";
import type { Standing } from "@/lib/attention/responses";
import { anchorOf } from "@/lib/attention/steps";
import { ClientMessages } from "../shell/client-messages";
import { Link } from "../ui/link";
import { StatusMark } from "../ui/status-mark";
import { Act, Sentence } from "./attention-list";
import { PutOffForm } from "./put-off-form";
import { SignalChart } from "./signal-chart";
import type { Spoken } from "./speech";

type Props = {
  /** With their place in the whole list; null: they wait. */
  standings: readonly (Standing & { number: number | null })[];
  given: Spoken;
  district: Readonly<{ id: string; code: string }>;
  mayInstruct: boolean;
  /** The matter whose form is open, and the address that opens another's; null: this reader puts nothing off. */
  putOff: Readonly<{ chosen: string | null; href: (key: string) => string }> | null;
};

/** Every matter with its months where it is a signal, and a way to put it off. */
export function AllEntries({ standings, given, district, mayInstruct, putOff }: Props) {
  const t = useTranslations("attention");
  return (
    <ul className="att">
      {standings.map((standing) => {
        const { entry, number } = standing;
        return (
          <li key={entry.key} id={anchorOf(entry.key)}>
            <span className="att-mark">
              <StatusMark status={entry.mark} size={24} />
            </span>
            <div className="stack-s">
              <Sentence standing={standing} number={number} given={given} />
              {entry.kind === "signal" && (
                <details>
                  <summary className="sm fold-line">{t("months")}</summary>
                  <SignalChart series={entry.series} given={given} />
                </details>
              )}
              {putOff?.chosen === entry.key && (
                <ClientMessages domains={["attention"]}>
                  <PutOffForm place={district.id} about={entry.key} />
                </ClientMessages>
              )}
            </div>
            <Act standing={standing} first={false} {...{ mayInstruct, given }} district={district.code}>
              {putOff && number !== null && putOff.chosen !== entry.key && (
                <Link className="btn quiet" href={putOff.href(entry.key)}>
                  {t("putOff.open")}
                </Link>
              )}
            </Act>
          </li>
        );
      })}
    </ul>
  );
}
