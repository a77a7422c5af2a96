import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { OwnToken } from "@/lib/access/token-commands";
import { revokeTokenAction } from "@/lib/exchange/token-actions";
import { formatDate, formatDateTime, formatNumber } from "@/lib/i18n/format";
import { ClientMessages } from "../shell/client-messages";
import { Button } from "../ui/button";
import { TokenForm } from "./token-form";

/** One's own tokens for other systems: made, seen whether they are used, and taken back. */
export function ApiTokens({ tokens, sends }: { tokens: readonly OwnToken[]; sends: boolean }) {
  const t = useTranslations("exchange.tokens");
  const locale = useLocale();
  const day = (moment: Date) => formatDate(moment.toISOString().slice(0, 10), locale);
  return (
    <Card title={t("title", { count: tokens.length, n: formatNumber(tokens.length, locale) })}>
      <p className="sm">{t(sends ? "lead" : "leadRead")}</p>
      <ul className="list">
        {tokens.map(({ id, name, expiresAt, lastUsedAt }) => (
          <li key={id} className="list-row">
            <div className="grow">
              <span className="list-name wrap-anywhere">{name}</span>
              <span className="list-why">
                {t("until", { date: day(expiresAt) })} ·{" "}
                {lastUsedAt
                  ? t("used", { date: formatDateTime(lastUsedAt.toISOString(), locale) })
                  : t("unused")}
              </span>
            </div>
            <form action={revokeTokenAction}>
              <input type="hidden" name="tokenId" value={id} />
              <Button type="submit" small aria-label={t("revokeOf", { name })}>
                {t("revoke")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <ClientMessages domains={["exchange"]}>
        <TokenForm />
      </ClientMessages>
      <ButtonAnchor href="/api/v1/openapi.json" kind="quiet">
        {t(sends ? "document" : "documentRead")}
      </ButtonAnchor>
    </Card>
  );
}
