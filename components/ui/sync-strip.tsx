import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { Icon, type IconName } from "./icon";
import { StatusMark } from "./status-mark";

export type SyncState =
  | { kind: "saved"; time?: string }
  | { kind: "sending"; k: number; n: number }
  | { kind: "received"; time?: string }
  | { kind: "needsYou"; count: number };

const icons: Record<Exclude<SyncState["kind"], "needsYou">, IconName> = {
  saved: "phone",
  sending: "sending",
  received: "check",
};

/** Second line of every capture screen: where the data is, in words. `time` is already formatted. */
export function SyncStrip({ state, offline }: { state: SyncState; offline?: boolean }) {
  const t = useTranslations("status");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className={state.kind === "received" ? "sync ok" : "sync"} role="status">
      {state.kind === "needsYou" ? (
        <StatusMark status="soon" size={20} />
      ) : (
        <Icon name={icons[state.kind]} small />
      )}
      <span className="grow">
        {state.kind === "needsYou" && (
          <b>{t("item.needYou", { count: state.count, n: number(state.count) })}</b>
        )}
        {state.kind === "sending" && (
          <b>{t("item.sendingCount", { k: number(state.k), n: number(state.n) })}</b>
        )}
        {(state.kind === "saved" || state.kind === "received") && <b>{t(`item.${state.kind}`)}</b>}
        {"time" in state && state.time && ` · ${state.time}`}
      </span>
      {offline && <Icon name="offline" small label={t("offline.short")} />}
    </div>
  );
}
