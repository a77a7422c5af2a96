import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { ShellTab, TabId } from "@/components/shell/tabs";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { placeName } from "@/lib/i18n/place-name";
import { type PlaceHead, placeHref, whereaboutsOfHead } from "@/lib/villages/place-head";
import { Frame } from "../../frame";

const villageTabs = [
  "overview",
  "plan",
  "map",
  "problems",
  "indicators",
  "workshops",
] as const satisfies TabId[];

type Props = { actor: Actor; head: PlaceHead; active?: TabId; children: ReactNode };

/** What stands around every page of one place: its path, and for a village the tabs of that village. */
export async function PlaceFrame({ actor, head, active, children }: Props) {
  const locale = await getLocale();
  const path = head.path.map((step) => ({ name: placeName(step, locale), href: placeHref(step) }));
  const where = whereaboutsOfHead(head);
  const trust = can(actor, "trust.read", where) ? (["trust"] as const) : [];
  const history = can(actor, "history.read", where) ? (["history"] as const) : [];
  const tabs: ShellTab[] = [...villageTabs, ...trust, ...history].map((id) => ({
    id,
    href: placeHref(head, id === "overview" ? "" : id),
  }));
  return (
    <Frame actor={actor} path={path} active={active} tabs={head.level === "village" ? tabs : undefined}>
      {children}
    </Frame>
  );
}
