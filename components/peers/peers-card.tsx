import { useLocale, useTranslations } from "next-intl";
import { villageName } from "@/lib/i18n/place-name";
import type { PeerLine } from "@/lib/peers/queries";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { ListRow } from "../ui/list-row";

type Props = { village: string; peers: readonly PeerLine[]; mayRecord: boolean };

/** Whom a village guides and from whom it learns. */
export function PeersCard({ village, peers, mayRecord }: Props) {
  const t = useTranslations("peers");
  const theme = useTranslations("problems.category");
  const locale = useLocale();
  if (peers.length === 0 && !mayRecord) return null;
  return (
    <Card title={t("village.title")}>
      {peers.length === 0 && <p className="sm mut">{t("village.none")}</p>}
      <ul>
        {peers.map(({ id, guide, learner, theme: about }) => (
          <li key={id}>
            <ListRow
              href={`/peers/${id}`}
              icon="people"
              name={
                guide.id === village
                  ? t("village.guides", { village: villageName(learner, locale) })
                  : t("village.learns", { village: villageName(guide, locale) })
              }
              why={theme(about)}
            />
          </li>
        ))}
      </ul>
      {mayRecord && (
        <p className="noprint">
          <ButtonLink kind="quiet" href={`/peers/new?village=${village}`}>
            {t("village.find")}
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
