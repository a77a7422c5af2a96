import { useLocale, useTranslations } from "next-intl";
import { formatBytes, formatNumber } from "@/lib/i18n/format";
import { Icon, type IconName } from "./icon";
import { StatusMark } from "./status-mark";

export type SyncState =
  | { kind: "saved"; time?: string }
  | { kind: "sending"; n: number; bytesLeft: number; bytesWhole: number }
  | { kind: "received"; time?: string }
  | { kind: "needsYou"; count: number };

const icons: Record<Exclude<SyncState["kind"], "needsYou">, IconName> = {
  saved: "phone",
  sending: "sending",
  received: "check",
};

type Progress = Readonly<{ n: number; bytesLeft: number; bytesWhole: number }>;

/** How many things are left to send and how much that is, in words and as a bar. */
function SendingProgress({ n, bytesLeft, bytesWhole }: Progress) {
  const t = useTranslations("status.item");
  const locale = useLocale();
  const size = formatBytes(bytesLeft, locale);
  return (
    <>
      <b>{t("sendingLeft", { count: n, n: formatNumber(n, locale), size })}</b>
      <progress
        className="block w-full"
        value={bytesWhole - bytesLeft}
        max={Math.max(1, bytesWhole)}
        aria-label={t("sending")}
      />
    </>
  );
}

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
        {state.kind === "sending" && <SendingProgress {...state} />}
        {(state.kind === "saved" || state.kind === "received") && <b>{t(`item.${state.kind}`)}</b>}
        {"time" in state && state.time && ` · ${state.time}`}
      </span>
      {offline && <Icon name="offline" small label={t("offline.short")} />}
    </div>
  );
}
