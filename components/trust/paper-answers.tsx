"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import type { PaperImport } from "@/lib/trust/paper-commands";
import { useSyncState } from "../field/store-hooks";
import { Button, ButtonAnchor } from "../ui/button";
import { Notice } from "../ui/notice";

type Reply = PaperImport | { failed: "unreadable" | "failed" };
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const mostShown = 20;

async function send(address: string, file: Blob): Promise<Reply> {
  try {
    const answer = await fetch(address, { method: "POST", headers: { "content-type": xlsx }, body: file });
    if (answer.ok) return (await answer.json()) as PaperImport;
    return { failed: answer.status === 422 || answer.status === 413 ? "unreadable" : "failed" };
  } catch {
    return { failed: "failed" };
  }
}

/** A round that was asked on paper, as a spreadsheet: first what is in it, then taken. Needs the network. */
export function PaperAnswers({ roundId }: { roundId: string }) {
  const t = useTranslations("interviews.paper");
  const locale = useLocale();
  const id = useId();
  const { online, unsent } = useSyncState();
  const [file, setFile] = useState<File | null>(null);
  const [reply, setReply] = useState<Reply | null>(null);
  const address = `/api/trust/rounds/${roundId}/sheet`;
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setReply(await send(address, chosen));
  };
  const confirm = async () => {
    if (!file) return;
    setReply(await send(`${address}?confirm=1`, file));
    void localStore.syncNow();
  };
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <p className="sm">{t("why")}</p>
      {!online || unsent > 0 ? (
        <p className="sm mut" role="status">
          {t("later")}
        </p>
      ) : (
        <>
          <ButtonAnchor icon="download" wide href={`${address}?locale=${locale}`} download>
            {t("empty")}
          </ButtonAnchor>
          <span className="photo-button w-full">
            <input
              id={id}
              className="vh"
              type="file"
              accept=".xlsx"
              aria-label={t("fill")}
              onChange={(event) => {
                const chosen = event.currentTarget.files?.[0];
                event.currentTarget.value = "";
                void choose(chosen);
              }}
            />
            <label htmlFor={id} className="btn wide" aria-hidden="true">
              {t("fill")}
            </label>
          </span>
          {reply && <Answer reply={reply} onConfirm={confirm} />}
        </>
      )}
    </section>
  );
}

function Answer({ reply, onConfirm }: { reply: Reply; onConfirm: () => void }) {
  const t = useTranslations("interviews.paper");
  const locale = useLocale();
  if ("failed" in reply) return <Notice tone="late" live="assertive" title={t(reply.failed)} />;
  if (reply.refused) return <Notice tone="late" live="assertive" title={t(`refused.${reply.refused}`)} />;
  const { people, errors, taken } = reply;
  const counted = (count: number) => ({ count, n: formatNumber(count, locale) });
  if (taken > 0) return <Notice tone="done" live="polite" title={t("taken", counted(taken))} />;
  if (errors.length === 0)
    return (
      <Notice
        icon="file"
        live="polite"
        title={t("ready", counted(people))}
        action={<Button onClick={onConfirm}>{t("confirm")}</Button>}
      />
    );
  return (
    <Notice tone="soon" live="polite" title={t("errors", counted(errors.length))}>
      <ul>
        {errors.slice(0, mostShown).map(({ row, heading, value, reason }) => (
          <li key={`${row} ${heading}`}>
            {t("errorAt", { row: String(row), column: heading, value })} {t(`reason.${reason}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
