import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/i18n/format";
import {
  chooseDigestAction,
  chooseLocaleAction,
  endOwnSessionAction,
  revokeDeviceAction,
} from "@/lib/people/actions";
import type { Me } from "@/lib/people/queries";
import { deviceKind } from "@/lib/people/rules";
import { Button } from "../ui/button";
import { Segments } from "../ui/segments";

type SessionsProps = { sessions: Me["sessions"]; current: string | null };

export function SessionList({ sessions, current }: SessionsProps) {
  const t = useTranslations("people.me");
  const locale = useLocale();
  const nameOf = (userAgent: string) => {
    const device = deviceKind(userAgent);
    return device ? t("deviceName", { kind: t(device.kind), browser: device.browser }) : t("unknownDevice");
  };
  return (
    <ul>
      {sessions.map((session) => {
        const device = nameOf(session.user_agent);
        return (
          <li key={session.id} className="list-row">
            <div className="grow">
              <span className="list-name">{device}</span>
              <span className="list-why">
                {session.id === current
                  ? t("thisSession")
                  : t("lastSeen", { date: formatDateTime(session.last_seen_at, locale) })}
              </span>
            </div>
            {session.id !== current && (
              <form action={endOwnSessionAction}>
                <input type="hidden" name="sessionId" value={session.id} />
                <Button type="submit" small aria-label={t("endOf", { device })}>
                  {t("end")}
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function DeviceList({ devices }: { devices: Me["devices"] }) {
  const t = useTranslations("people.me");
  const locale = useLocale();
  if (devices.length === 0) return <p className="mut">{t("noDevices")}</p>;
  return (
    <ul>
      {devices.map((device) => {
        const name = device.label || t("unknownDevice");
        return (
          <li key={device.id} className="list-row">
            <div className="grow">
              <span className="list-name">{name}</span>
              <span className="list-why">
                {t("since", { date: formatDateTime(device.registered_at, locale) })}
              </span>
            </div>
            {device.revoked_at ? (
              <span className="sm mut">{t("revoked")}</span>
            ) : (
              <form action={revokeDeviceAction}>
                <input type="hidden" name="deviceId" value={device.id} />
                <Button type="submit" small aria-label={t("revokeOf", { device: name })}>
                  {t("revoke")}
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Whether the week of the own district comes by e-mail. */
export function DigestForm({ wanted, email }: Me["digest"]) {
  const t = useTranslations("people.me");
  const word = useTranslations("common.word");
  const action = useTranslations("common.action");
  return (
    <form action={chooseDigestAction} className="stack-s">
      <Segments
        name="wanted"
        label={t("digestTitle")}
        defaultValue={wanted ? "yes" : "no"}
        options={[
          { value: "yes", label: word("yes") },
          { value: "no", label: word("no") },
        ]}
      />
      <p className="field-help">{email ? t("digestHelp", { email }) : t("digestNoAddress")}</p>
      <Button type="submit">{action("save")}</Button>
    </form>
  );
}

export function LocaleForm({ chosen }: { chosen: "lo" | "en" }) {
  const t = useTranslations("people.me");
  const action = useTranslations("common.action");
  return (
    <form action={chooseLocaleAction} className="stack-s">
      <Segments
        name="locale"
        label={t("languageTitle")}
        defaultValue={chosen}
        options={[
          { value: "lo", label: t("lo") },
          { value: "en", label: t("en") },
        ]}
      />
      <p className="field-help">{t("languageHelp")}</p>
      <Button type="submit">{action("save")}</Button>
    </form>
  );
}
