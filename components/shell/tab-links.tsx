import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { Icon } from "../ui/icon";
import { Link } from "../ui/link";
import { type ShellTab, type TabId, tabIcons } from "./tabs";

type Props = { tabs: readonly ShellTab[]; active?: TabId };

function Badge({ count }: { count: number }) {
  const t = useTranslations("shell");
  const n = formatNumber(count, useLocale());
  return (
    <span className="badge">
      <span aria-hidden="true">{n}</span>
      <span className="vh">, {t("unsent", { count, n })}</span>
    </span>
  );
}

/** The bottom row of a phone: the first four, icon over word. */
export function PhoneTabs({ tabs, active }: Props) {
  const t = useTranslations("shell");
  return (
    <nav className="tabs4" aria-label={t("main")}>
      {tabs.slice(0, 4).map((tab) => (
        <Link key={tab.id} href={tab.href} aria-current={tab.id === active ? "page" : undefined}>
          <Icon name={tabIcons[tab.id]} />
          <span>{t(`tabs.${tab.id}`)}</span>
          {tab.badge ? <Badge count={tab.badge} /> : null}
        </Link>
      ))}
    </nav>
  );
}

/** The row of tabs under the bar of a desk. */
export function DeskTabs({ tabs, active }: Props) {
  const t = useTranslations("shell");
  return (
    <nav className="desk-tabs" aria-label={t("main")}>
      {tabs.map((tab) => (
        <Link key={tab.id} href={tab.href} aria-current={tab.id === active ? "page" : undefined}>
          {t(`tabs.${tab.id}`)}
        </Link>
      ))}
    </nav>
  );
}
