import { forbidden } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DecideForm } from "@/components/instructions/decide-form";
import { DecisionList } from "@/components/instructions/decision-list";
import { InstructionRow } from "@/components/instructions/instruction-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { decisionsFor, instructionsFor } from "@/lib/instructions/queries";
import { placeByCodeOrId } from "@/lib/places/queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function InstructionsPage({ searchParams }: Props) {
  const actor = await requireActor("record.read");
  const asked =
    (await searchParams).district ?? actor.assignments.flatMap(({ districtIds }) => districtIds)[0];
  const place = asked ? await placeByCodeOrId(actor, asked) : null;
  const where = { districtId: place?.districtId ?? null, villageId: null };
  if (place && !can(actor, "record.read", where)) forbidden();
  const instructions = await instructionsFor(actor, place ? { districtId: place.id } : {});
  const decisions = place ? await decisionsFor(actor, place.id) : [];
  const [locale, t] = [await getLocale(), await getTranslations("instructions")];
  const open = instructions.filter(({ status }) => status !== "done" && status !== "declined").length;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <Frame actor={actor} active="instructions">
      <div className="stack">
        {instructions.length === 0 ? (
          <EmptyState title={t("empty")} why={t("emptyWhy")} />
        ) : (
          <>
            <PageHeader
              title={t("title", { open: n(open), n: n(instructions.length) })}
              lead={place ? placeName(place, locale) : undefined}
            />
            <ul className="card list">
              {instructions.map((instruction) => (
                <li key={instruction.id}>
                  <InstructionRow instruction={instruction} />
                </li>
              ))}
            </ul>
          </>
        )}
        {place && (
          <Card title={t("decision.list")}>
            <DecisionList decisions={decisions} />
            {can(actor, "decision.record", where) && (
              <ClientMessages domains={["instructions"]}>
                <hr className="rule" />
                <h2>{t("decision.title")}</h2>
                <DecideForm place={place.id} />
              </ClientMessages>
            )}
          </Card>
        )}
      </div>
    </Frame>
  );
}
