"use client";

import { useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import type { Tool } from "@/lib/mentorship/vocabularies";
import { localStore } from "@/lib/sync/local-store";
import { FieldLink, fieldNavigate } from "../field/router";
import { useKnown } from "../field/store-hooks";
import { Button } from "../ui/button";
import { type Assessed, useChecklists, useSession } from "./use-mentorship";

type Props = {
  tools: readonly Tool[];
  about: { menteeId?: string; facilityId: string };
  /** What was begun or finished of the same mentee or place. */
  own: readonly Assessed[];
};

/** Begins an assessment with the newest version of a tool, or goes on with the one begun. */
export function StartScoring({ tools, about, own }: Props) {
  const t = useTranslations("mentorship");
  const { newest, byId } = useChecklists();
  const session = useSession();
  const may = useKnown("me")?.verbs.includes("mentorship.record") ?? false;
  if (!may || !session) return null;
  const { current } = session;
  if (!current)
    return (
      <FieldLink to="/field/checklist/session" className="btn pri wide">
        {t("mentee.needSession")}
      </FieldLink>
    );
  const begin = async (checklistId: string) => {
    const fields = { sessionId: current.id, checklistId, ...about, date: today() };
    const id = await localStore.record({ type: "assessment", place: current.place, fields });
    fieldNavigate(`/field/checklist/score/${id}`);
  };
  return (
    <div className="stack-s">
      {tools.map((tool, at) => {
        const list = newest(tool);
        if (!list) return null;
        const same = own.filter(({ fields }) => byId.get(fields.checklistId)?.tool === tool);
        const begun = same.find(({ fields }) => !fields.finished);
        const ended = same.some(({ fields }) => fields.finished && fields.sessionId === current.id);
        const key = begun ? "goOn" : ended ? "again" : "start";
        return (
          <Button
            key={tool}
            wide
            kind={at === 0 && !ended ? "pri" : "plain"}
            onClick={() => (begun ? fieldNavigate(`/field/checklist/score/${begun.id}`) : begin(list.id))}
          >
            {t(`mentee.${key}`, { tool: t(`tool.${tool}`) })}
          </Button>
        );
      })}
    </div>
  );
}
