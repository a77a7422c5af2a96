import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SignOutForm } from "@/components/people/sign-out-form";
import type { PathPlace } from "@/components/shell/place-path";
import type { ShellTab, TabId } from "@/components/shell/tabs";
import { WorkShell } from "@/components/shell/work-shell";
import type { Actor } from "@/lib/access/actor";
import { mainRole, tabsFor } from "@/lib/access/navigation";

type Props = {
  actor: Actor;
  active?: TabId;
  /** The place the page is about, large to small; left out: where the actor works. */
  path?: readonly PathPlace[];
  /** Tabs of the place; left out: the first screens of the actor's role. */
  tabs?: readonly ShellTab[];
  children: ReactNode;
};

/** What stands around every signed-in page, wired to who is reading. */
export async function Frame({ actor, active, path, tabs, children }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("access");
  const own = actor.assignments
    .filter((assignment) => !assignment.nation)
    .map((assignment) => ({
      name: locale === "en" && assignment.placeNameEn ? assignment.placeNameEn : assignment.placeNameLo,
      href: `/places/${assignment.placeCode ?? assignment.placeId}`,
    }));
  return (
    <WorkShell
      actor={{ name: actor.displayName, role: t(`role.${mainRole(actor)}`) }}
      path={path ?? own.slice(0, 1)}
      tabs={tabs ?? tabsFor(actor)}
      active={active}
      signOut={<SignOutForm />}
    >
      {children}
    </WorkShell>
  );
}
