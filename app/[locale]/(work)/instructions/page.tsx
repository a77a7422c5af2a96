import { getLocale, getTranslations } from "next-intl/server";
import { InstructionRow } from "@/components/instructions/instruction-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { instructionsFor } from "@/lib/instructions/queries";
import { placeByCode } from "@/lib/places/queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function InstructionsPage({ searchParams }: Props) {
  const actor = await requireActor("record.read");
  const { district } = await searchParams;
  const place = district ? await placeByCode(actor, district) : null;
  const instructions = await instructionsFor(actor, place ? { districtId: place.id } : {});
  const [locale, t] = [await getLocale(), await getTranslations("instructions")];
  const open = instructions.filter(({ status }) => status !== "done" && status !== "declined").length;
  return (
    <Frame actor={actor} active="instructions">
      {instructions.length === 0 ? (
        <EmptyState title={t("empty")} why={t("emptyWhy")} />
      ) : (
        <>
          <PageHeader
            title={t("title", {
              open: formatNumber(open, locale),
              n: formatNumber(instructions.length, locale),
            })}
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
    </Frame>
  );
}
