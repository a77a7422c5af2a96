import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MenteeForm } from "@/components/mentorship/mentee-form";
import { MentorForm } from "@/components/mentorship/mentor-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { registerOptions } from "@/lib/mentorship/queries";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ replaces?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mentees.form"))("title") };
}

export default async function NewMenteePage({ searchParams }: Props) {
  const actor = await requireActor("mentorship.record");
  const options = await pageRead(registerOptions(actor));
  const t = await getTranslations("mentees.form");
  const ids = () => ({ changeId: uuidv7(), subject: uuidv7() });
  return (
    <Frame actor={actor} active="mentees">
      <PageHeader title={t("title")} />
      <ClientMessages domains={["mentees.form", "mentorship"]}>
        <div className="stack">
          <Card title={t("mentee")}>
            <MenteeForm
              first={ids()}
              options={options}
              replaces={(await searchParams).replaces}
              today={today()}
            />
          </Card>
          <Card title={t("mentor")}>
            <MentorForm first={ids()} facilities={options.facilities} today={today()} />
          </Card>
        </div>
      </ClientMessages>
    </Frame>
  );
}
