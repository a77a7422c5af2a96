import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CountsView } from "@/components/mentorship/counts-view";
import { RegisterView } from "@/components/mentorship/register-view";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { menteeRegister, mentorshipCounts } from "@/lib/mentorship/queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string; facility?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("mentees") };
}

/** Mentees due this quarter for mentors and the district health office; counts for everybody else. */
export default async function MenteesPage({ searchParams }: Props) {
  const actor = await requireActor("mentorship.summary");
  const { district: asked = null, facility = null } = await searchParams;
  const scores = can(actor, "mentorship.read");
  const counts = await pageRead(mentorshipCounts(actor));
  return (
    <Frame actor={actor} active="mentees">
      {scores ? (
        <RegisterView
          register={await pageRead(menteeRegister(actor, asked))}
          counts={counts}
          today={today()}
          facility={facility}
        />
      ) : (
        <CountsView areas={counts} />
      )}
    </Frame>
  );
}
