import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConflictList } from "@/components/exchange/conflict-list";
import { ImportAbout, ImportCounts } from "@/components/exchange/import-counts";
import { DiscardForm, UndoValuesForm, WriteForm } from "@/components/exchange/import-forms";
import { UnknownElements } from "@/components/exchange/unknown-elements";
import { type UnitSearch, UnknownUnits } from "@/components/exchange/unknown-units";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/session";
import { importWords, readyRows } from "@/lib/exchange/import-words";
import { valueImportPage } from "@/lib/exchange/queries";
import { unitCandidates } from "@/lib/exchange/unit-queries";
import { Frame } from "../../../../frame";

type Asked = { unit?: string; q?: string };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> };

async function searchOf(actor: Actor, { unit, q }: Asked): Promise<UnitSearch | null> {
  if (!unit) return null;
  const text = q ?? unit;
  return { unit, text, found: await unitCandidates(actor, text) };
}

export default async function ValueImportPage({ params, searchParams }: Props) {
  const actor = await requireActor("values.import");
  const { id } = await params;
  const [found, asked, t, locale] = await Promise.all([
    /^[0-9a-f-]{36}$/u.test(id) ? valueImportPage(actor, id) : null,
    searchOf(actor, await searchParams),
    getTranslations("exchange.import"),
    getLocale(),
  ]);
  if (!found) notFound();
  const { title, lead } = importWords(found, locale, t);
  const { status, summary } = found;
  const ready = readyRows(summary);
  // Of a written one too: what its ids mean is remembered for the next, such as tomorrow's from DHIS2.
  const open = status === "read" || status === "written";
  const ids = (kind: "unit" | "element") => found.ids.filter((one) => one.kind === kind);
  return (
    <Frame actor={actor} active="imports">
      <PageHeader
        title={title}
        lead={lead}
        action={<ButtonLink href="/admin/imports/values">{t("back")}</ButtonLink>}
      />
      <ClientMessages domains={["exchange"]}>
        <div className="stack">
          <UnknownUnits importId={id} ids={ids("unit")} asked={asked} open={open} />
          <UnknownElements importId={id} ids={ids("element")} elements={found.elements} open={open} />
          <ImportCounts found={found} />
          {(status === "writing" || (status === "read" && ready > 0)) && (
            <Card>
              <WriteForm importId={id} ready={ready} status={status} />
            </Card>
          )}
          <ConflictList found={found} />
          <ImportAbout found={found} />
          {status === "read" && (
            <Card>
              <DiscardForm importId={id} />
            </Card>
          )}
          {status === "written" && ready > 0 && (
            <Card>
              <UndoValuesForm importId={id} />
            </Card>
          )}
        </div>
      </ClientMessages>
    </Frame>
  );
}
