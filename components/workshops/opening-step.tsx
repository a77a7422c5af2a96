"use client";

import { useTranslations } from "next-intl";
import { derivedId } from "@/lib/changes/derived-id";
import { localStore } from "@/lib/sync/local-store";
import { sessionKinds } from "@/lib/workshops/vocabularies";
import { SavedCheck } from "../field/saved-check";
import { SavedStepper } from "../field/saved-stepper";
import { type FieldRecord, useRecords } from "../field/store-hooks";
import { ConsentList } from "./consent-list";
import { GroupList } from "./group-list";

type Props = { workshopId: string; place: string };
type SessionKind = (typeof sessionKinds)[number];

/** Step 2: which sessions were held, which groups speak apart, and what the village consents to. */
export function OpeningStep({ workshopId, place }: Props) {
  const t = useTranslations("workshops.opening");
  const sessions = useRecords("session", { link: workshopId });
  if (!sessions) return null;
  return (
    <>
      <section className="stack-s">
        <h2>{t("sessions")}</h2>
        <p className="sm mut">{t("sessionsHelp")}</p>
        {sessionKinds.map((kind) => (
          <SessionRow
            key={kind}
            kind={kind}
            session={sessions.find(({ fields }) => fields.kind === kind) ?? null}
            workshopId={workshopId}
            place={place}
          />
        ))}
      </section>
      <GroupList workshopId={workshopId} place={place} />
      <ConsentList workshopId={workshopId} place={place} />
    </>
  );
}

type RowProps = Props & { kind: SessionKind; session: FieldRecord<"session"> | null };

function SessionRow({ kind, session, workshopId, place }: RowProps) {
  const t = useTranslations("workshops");
  const held = session?.fields.held ?? false;
  const save = async (changed: { held?: boolean; minutes?: number }) => {
    const subject = session?.id ?? (await derivedId("session", workshopId, kind));
    const fields = session ? changed : { workshopId, kind, held: true, ...changed };
    return localStore.record({ type: "session", subject, place, fields });
  };
  const minutes = t("opening.minutes", { session: t(`session.${kind}`) });
  return (
    <div>
      <SavedCheck
        name={`session-${kind}`}
        label={t(`session.${kind}`)}
        checked={held}
        onSave={(next) => save({ held: next })}
      />
      {held && (
        <div className="row between py-2">
          <span className="sm">{t("opening.minutesShort")}</span>
          <SavedStepper
            label={minutes}
            value={session?.fields.minutes ?? 0}
            max={1440}
            onSave={(value) => save({ minutes: value })}
          />
        </div>
      )}
    </div>
  );
}
