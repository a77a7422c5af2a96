import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LookAgain } from "@/components/exchange/look-again";
import { ResumePullForm, StopPullForm } from "@/components/exchange/pull-forms";
import { PullParts } from "@/components/exchange/pull-parts";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { isPullProblem } from "@/lib/exchange/pull/fault";
import { type PullRun, pullRunPage } from "@/lib/exchange/pull/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { Frame } from "../../../../../frame";

type Props = { params: Promise<{ run: string }> };

export default async function PullRunPage({ params }: Props) {
  const actor = await requireActor("values.pull");
  const { run: id } = await params;
  const [run, t, locale] = await Promise.all([
    /^[0-9a-f-]{36}$/u.test(id) ? pullRunPage(actor, id) : null,
    getTranslations("pull"),
    getLocale(),
  ]);
  if (!run) notFound();
  const when = (at: string | null) => (at ? formatDateTime(at, locale) : "");
  const about = { kind: t(`kind.${run.kind}`), name: run.by ?? "", when: when(run.askedAt) };
  const { startedAt, endedAt, state } = run;
  const underWay = state === "waiting" || state === "running";
  return (
    <Frame actor={actor} active="imports">
      <PageHeader
        title={await titleOf(run)}
        lead={`${t("run.lead", about)}${endedAt ? `. ${t("run.took", { from: when(startedAt), to: when(endedAt) })}` : ""}`}
        action={<ButtonLink href="/admin/imports/values/pull">{t("run.back")}</ButtonLink>}
      />
      <div className="stack">
        {underWay && <LookAgain />}
        <Problem run={run} />
        {state !== "done" && (
          <Card>
            <ClientMessages domains={["pull"]}>
              {underWay ? <StopPullForm runId={run.id} /> : <ResumePullForm runId={run.id} />}
            </ClientMessages>
          </Card>
        )}
        <PullParts parts={run.list} />
        <Card>
          <FactList
            facts={[
              { key: "server", term: t("run.server"), value: run.asked.address },
              { key: "sets", term: t("run.dataSets"), value: run.asked.dataSets.join(", ") },
            ]}
          />
        </Card>
      </div>
    </Frame>
  );

  async function titleOf({ kind, done, parts, changed }: PullRun): Promise<string> {
    const n = (value: number) => formatNumber(value, locale);
    if (underWay && parts === 0) return t("run.waiting");
    if (state === "waiting" || state === "running" || state === "failed" || state === "stopped")
      return t(`run.${state}`, { done: n(done), parts: n(parts) });
    return t(kind === "trial" ? "run.tried" : "run.done", { count: changed, n: n(changed) });
  }
}

/** What stopped it, what the other server said of it, and how it is mended. */
async function Problem({ run: { problem, detail } }: { run: PullRun }) {
  const t = await getTranslations("pull");
  if (!problem || !isPullProblem(problem)) return null;
  return (
    <Notice tone="late" title={t(`problem.${problem}`)}>
      <p>{t(`mend.${problem}`, { detail: detail ?? "" })}</p>
      {detail && problem !== "unexpected" && <p className="wrap-anywhere">{t("said", { detail })}</p>}
    </Notice>
  );
}
