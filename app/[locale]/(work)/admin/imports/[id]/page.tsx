import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DecideForm, UndoForm } from "@/components/places/decide-form";
import { ImportRows } from "@/components/places/import-rows";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { FactList } from "@/components/ui/fact-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import {
  doubtfulRowsOf,
  type ImportRowView,
  importById,
  importRowsOf,
  rowsPerPage,
} from "@/lib/places/import/queries";
import { Frame } from "../../../frame";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ show?: string; page?: string }> };
const outcomes = ["error", "confirm", "create", "update", "same", "skipped"] as const;

export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await requireActor("import.run");
  const { id } = await params;
  const { show, page: asked } = await searchParams;
  const found = /^[0-9a-f-]{36}$/u.test(id) ? await importById(actor, id) : null;
  if (!found) notFound();
  const counts = found.counts;
  const first = outcomes.find((outcome) => (counts[outcome] ?? 0) > 0) ?? "create";
  const shown = outcomes.find((outcome) => outcome === show) ?? (show === "doubtful" ? "doubtful" : first);
  const page = Number(asked) || 0;
  const [rows, confirm, t, locale] = await Promise.all([
    shown === "doubtful"
      ? doubtfulRowsOf(actor, id)
      : importRowsOf(actor, { importId: id, outcomes: [shown], page }),
    importRowsOf(actor, { importId: id, outcomes: ["confirm"], page: 0 }),
    getTranslations("places"),
    getLocale(),
  ]);
  const n = (count = 0) => formatNumber(count, locale);
  const ready = (counts.create ?? 0) + (counts.update ?? 0);
  const toMend = (counts.error ?? 0) + (counts.confirm ?? 0);
  const here = `/admin/imports/${id}`;
  const title = {
    dry_run: t("run.title", { ready: n(ready), errors: n(counts.error), confirm: n(counts.confirm) }),
    accepted: t("run.doneTitle", { written: n(ready) }),
    undone: t("run.undoneTitle"),
  }[found.status];
  const columns = Object.entries(found.mapping)
    .filter(([field]) => field !== "validFrom")
    .map(([, column]) => column);
  const about = [
    { key: "file", term: t("run.file"), value: found.fileName },
    {
      key: "by",
      term: t(`importStatus.${found.status}`),
      value: t("imports.by", { name: found.by ?? "", when: formatDateTime(found.createdAt, locale) }),
    },
    ...(columns.length > 0 ? [{ key: "columns", term: t("run.columns"), value: columns.join(", ") }] : []),
    ...(found.credit ? [{ key: "credit", term: t("run.credit"), value: found.credit }] : []),
  ];
  return (
    <Frame actor={actor} active="imports">
      <PageHeader
        title={title}
        lead={t(`importKind.${found.kind}`)}
        action={
          <>
            {toMend > 0 && (
              <ButtonAnchor icon="download" href={`/api/imports/${id}/rows?locale=${locale}`} download>
                {t("run.download")}
              </ButtonAnchor>
            )}
            <ButtonLink href="/admin/imports">{t("run.back")}</ButtonLink>
          </>
        }
      />
      <div className="stack">
        <Card>
          <FactList facts={about} />
        </Card>
        <ClientMessages domains={["places"]}>
          {found.status === "dry_run" && ready + confirm.length > 0 && (
            <Card>
              <DecideForm importId={id} ready={ready} doubtful={confirm.map((row) => doubtOf(row, locale))} />
            </Card>
          )}
          {found.status === "accepted" && (
            <Card>
              <UndoForm importId={id} />
            </Card>
          )}
        </ClientMessages>
        <div className="row wrap">
          {outcomes
            .filter((outcome) => (counts[outcome] ?? 0) > 0)
            .map((outcome) => (
              <ChipLink key={outcome} href={`${here}?show=${outcome}`} current={shown === outcome}>
                {`${t(`outcome.${outcome}`)} · ${n(counts[outcome])}`}
              </ChipLink>
            ))}
          {found.kind === "settlements" && (
            <ChipLink href={`${here}?show=doubtful`} current={shown === "doubtful"}>
              {t("run.doubtful")}
            </ChipLink>
          )}
        </div>
        <ImportRows rows={rows} />
        <div className="row wrap">
          {page > 0 && (
            <ButtonLink href={`${here}?show=${shown}&page=${page - 1}`}>{t("list.previous")}</ButtonLink>
          )}
          {rows.length === rowsPerPage && (
            <ButtonLink href={`${here}?show=${shown}&page=${page + 1}`}>{t("list.next")}</ButtonLink>
          )}
        </div>
      </div>
    </Frame>
  );
}

const doubtOf = ({ rowNo, value, suggestion }: ImportRowView, locale: string) => ({
  rowNo,
  value: value ?? "",
  suggestion: suggestion ? placeName(suggestion, locale) : "",
});
