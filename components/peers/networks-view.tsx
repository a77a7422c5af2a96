import { useLocale, useTranslations } from "next-intl";
import { daysBetween, formatDate, formatList, formatNumber } from "@/lib/i18n/format";
import { placeInList } from "@/lib/i18n/place-name";
import type { Network, Networks } from "@/lib/peers/network-queries";
import { ClientMessages } from "../shell/client-messages";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { FileLinks } from "../ui/file-links";
import { Link } from "../ui/link";
import { PageHeader } from "../ui/page-header";
import { NetworkForm } from "./network-form";

const QUIET_DAYS = 90;
type Props = {
  register: Networks;
  /** The group whose form is open. */
  chosen: string | null;
  mayRecord: boolean;
  today: string;
};

/** Messaging groups by place: what for, which offices, how large, last active. */
export function NetworksView({ register, chosen, mayRecord, today }: Props) {
  const t = useTranslations("peers.network");
  const locale = useLocale();
  const { places } = register;
  const networks = register.networks.filter(({ ended }) => ended === null);
  const over = register.networks.filter(({ ended }) => ended !== null);
  const kept = (mayRecord && register.networks.find(({ id }) => id === chosen)) || null;
  const table = { today, mayRecord };
  return (
    <div className="stack">
      <PageHeader
        title={t("title", { n: networks.length, nText: formatNumber(networks.length, locale) })}
        lead={t("lead")}
        action={register.networks.length > 0 && <FileLinks path="/api/peers/groups" />}
      />
      {networks.length > 0 ? (
        <section className="card">
          <Register networks={networks} {...table} />
        </section>
      ) : (
        <EmptyState title={t("empty")} />
      )}
      {over.length > 0 && (
        <Card title={t("over")}>
          <Register networks={over} {...table} />
        </Card>
      )}
      {mayRecord && places.length > 0 && (
        <Card title={kept ? t("changeTitle", { name: kept.name }) : t("add")}>
          <ClientMessages domains={["peers", "plans.office"]}>
            <NetworkForm
              key={kept?.id ?? "new"}
              kept={kept}
              places={places.map((place) => ({ value: place.id, label: placeInList(place, locale) }))}
            />
          </ClientMessages>
        </Card>
      )}
    </div>
  );
}

type RegisterProps = { networks: readonly Network[]; today: string; mayRecord: boolean };

function Register({ networks, today, mayRecord }: RegisterProps) {
  const t = useTranslations("peers.network");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const columns = [t("place"), t("purpose"), t("administrators"), t("size"), t("lastActive")];
  const active = (day: string) =>
    [formatDate(day, locale), daysBetween(day, today) > QUIET_DAYS && t("quiet")].filter(Boolean).join(" · ");
  return (
    <table className="t cards">
      <thead>
        <tr>
          {[t("name"), ...columns].map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {networks.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {mayRecord ? <Link href={`/peers/groups?group=${one.id}`}>{one.name}</Link> : one.name}
            </th>
            <td data-label={columns[0]}>{placeInList(one, locale)}</td>
            <td data-label={columns[1]}>{one.purpose}</td>
            <td data-label={columns[2]}>
              {formatList(
                one.administrators.map((name) => office(name)),
                locale,
              )}
            </td>
            <td data-label={columns[3]}>{one.size === null ? "–" : formatNumber(one.size, locale)}</td>
            <td data-label={columns[4]}>
              {one.ended
                ? t("endedOn", { date: formatDate(one.ended, locale) })
                : one.lastActive
                  ? active(one.lastActive)
                  : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
