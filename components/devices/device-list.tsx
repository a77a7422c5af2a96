import { useLocale, useTranslations } from "next-intl";
import type { DeviceRow } from "@/lib/devices/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { deviceKind } from "@/lib/people/rules";
import { EmptyState } from "../ui/empty-state";
import { FactList } from "../ui/fact-list";
import { StatusMark } from "../ui/status-mark";
import { WithdrawForm } from "./withdraw-form";

/** Phones with what waits on each, those in use first; a withdrawn one says whether it has emptied itself. */
export function DeviceList({ devices }: { devices: readonly DeviceRow[] }) {
  const t = useTranslations("devices");
  if (devices.length === 0) return <EmptyState title={t("none")} why={t("noneWhy")} />;
  return (
    <ul className="stack">
      {devices.map((device) => (
        <li key={device.id} className="card">
          <Device device={device} />
        </li>
      ))}
    </ul>
  );
}

function Device({ device }: { device: DeviceRow }) {
  const t = useTranslations();
  const locale = useLocale();
  const date = (moment: string) => formatDateTime(moment, locale, "short");
  const known = deviceKind(device.label);
  const kind = known
    ? t("people.me.deviceName", { kind: t(`people.me.${known.kind}`), browser: known.browser })
    : t("people.me.unknownDevice");
  const { revoked_at: revoked, rejects, conflicts } = device;
  const status = revoked ? "dropped" : rejects + conflicts > 0 ? "soon" : "done";
  return (
    <>
      <div className="row top">
        <StatusMark status={status} size={22} />
        <div className="grow">
          <h2>{device.owner}</h2>
          <p className="sm mut">
            {[device.office === device.owner ? null : device.office, kind].filter(Boolean).join(" · ")}
          </p>
          <p className="sm">
            {t("devices.lastSeen", { date: date(device.last_seen_at) })}
            {" · "}
            {t("devices.registered", { date: date(device.registered_at) })}
          </p>
        </div>
      </div>
      {revoked ? (
        <p className="mt-2">
          {t("devices.withdrawn", { date: date(revoked) })} ·{" "}
          {t(device.wiped_at ? "devices.wiped" : "devices.notWiped")}
        </p>
      ) : (
        <>
          <Health device={device} />
          <WithdrawForm deviceId={device.id} owner={device.owner} />
        </>
      )}
    </>
  );
}

function Health({ device }: { device: DeviceRow }) {
  const t = useTranslations("devices");
  const locale = useLocale();
  if (!device.reported_at) return <p className="sm mut mt-2">{t("notReported")}</p>;
  const counts = ["waiting", "photos", "conflicts", "rejects"] as const;
  return (
    <div className="mt-2">
      <FactList
        facts={counts.map((key) => ({ key, term: t(key), value: formatNumber(device[key], locale) }))}
      />
      <p className="sm mut">{t("reported", { date: formatDateTime(device.reported_at, locale, "short") })}</p>
    </div>
  );
}
