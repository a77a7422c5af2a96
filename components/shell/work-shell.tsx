import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { Link } from "../ui/link";
import { Written } from "../ui/written";
import { Band } from "./band";
import { BrandMark } from "./brand-mark";
import { LanguageSwitch } from "./language-switch";
import { Menu } from "./menu";
import { type PathPlace, PlacePath } from "./place-path";
import { SearchForm } from "./search-form";
import { DeskTabs, PhoneTabs } from "./tab-links";
import { type ShellTab, type TabId, tabIcons } from "./tabs";

export type WorkShellProps = {
  /** The words under which the reader is known here: the name, and the role in the page's language. */
  actor: { name: string; role: string };
  /** Large to small; empty for those who work nationwide. */
  path: readonly PathPlace[];
  /** Left out for a person with one place, who never sees the switcher. */
  changePlaceHref?: string;
  tabs: readonly ShellTab[];
  active?: TabId;
  /** The sign-out form; it posts, so it is not a link. */
  signOut?: ReactNode;
  children: ReactNode;
};

/** What the written parts of the frame are kept with, under all that they say. */
const frame = {};
const told = (said: object) => JSON.stringify(said);

type MenuProps = Pick<WorkShellProps, "actor" | "changePlaceHref" | "signOut"> & { language?: boolean };

function MenuItems({ actor, changePlaceHref, signOut, language }: MenuProps) {
  const t = useTranslations("shell");
  return (
    <>
      <p>
        <b>{actor.name}</b>
        <span className="sm mut block">{actor.role}</span>
      </p>
      {changePlaceHref && (
        <ButtonLink href={changePlaceHref} kind="quiet" icon="pin">
          {t("changePlace")}
        </ButtonLink>
      )}
      {language && <LanguageSwitch long />}
      <ButtonLink href="/me" kind="quiet" icon="person">
        {t("account")}
      </ButtonLink>
      {signOut}
    </>
  );
}

function DeskHeader(props: WorkShellProps) {
  const { actor, path, changePlaceHref, signOut } = props;
  const t = useTranslations("shell");
  return (
    <div className="desk-bar">
      <Written name="bar" className="contents" of={frame} by={told({ path, changePlaceHref })}>
        <Link href="/" className="brand" aria-label={t("home")}>
          <BrandMark />
          CONNECT
        </Link>
        <PlacePath path={path} />
        {changePlaceHref && (
          <ButtonLink href={changePlaceHref} kind="quiet" small iconAfter="down">
            {t("changePlace")}
          </ButtonLink>
        )}
        <span className="grow" />
        <SearchForm id="q-desk" />
      </Written>
      <LanguageSwitch />
      <Menu
        summary={
          <>
            <Icon name="person" />
            <span className="nw">{actor.role}</span>
          </>
        }
      >
        <MenuItems actor={actor} signOut={signOut} />
      </Menu>
    </div>
  );
}

/** A phone has room for four tabs; the rest of them stand first in its menu. */
function FurtherTabs({ tabs, active }: Pick<WorkShellProps, "tabs" | "active">) {
  const t = useTranslations("shell");
  return tabs.slice(4).map((tab) => (
    <ButtonLink
      key={tab.id}
      href={tab.href}
      kind="quiet"
      icon={tabIcons[tab.id]}
      aria-current={tab.id === active ? "page" : undefined}
    >
      {t(`tabs.${tab.id}`)}
    </ButtonLink>
  ));
}

function PhoneHeader(props: WorkShellProps) {
  const { actor, path, tabs, active } = props;
  const t = useTranslations("shell");
  return (
    <div className="topbar">
      <Written name="title" className="contents" of={frame} by={told({ at: path.at(-1)?.name, actor })}>
        <Link href="/" className="brand" aria-label={t("home")}>
          <BrandMark />
        </Link>
        <p className="ttl">
          <b>{path.at(-1)?.name ?? actor.name}</b>
          <span>{actor.role}</span>
        </p>
        <Link className="iconbtn" href="/search" aria-label={t("search")}>
          <Icon name="search" />
        </Link>
      </Written>
      <Menu summary={<Icon name="menu" />} label={t("menu")}>
        <Written name="further" className="contents" of={frame} by={told({ tabs, active })}>
          <FurtherTabs tabs={tabs} active={active} />
        </Written>
        <MenuItems {...props} language />
      </Menu>
    </div>
  );
}

/** Everything around a signed-in page, as text where nothing of it is alive: one bar and one row of tabs on a desk, title bar and four tabs on a phone. */
export function WorkShell(props: WorkShellProps) {
  const { tabs, active, children } = props;
  return (
    <div className="work">
      <header>
        <Band />
        <DeskHeader {...props} />
        <PhoneHeader {...props} />
        <Written name="tabs" of={frame} by={told({ tabs, active })}>
          <DeskTabs tabs={tabs} active={active} />
        </Written>
      </header>
      <main id="content" className="work-body">
        {children}
      </main>
      <Written name="first-tabs" className="contents" of={frame} by={told({ tabs, active })}>
        <PhoneTabs tabs={tabs} active={active} />
      </Written>
    </div>
  );
}
