"use server";

import { refresh } from "next/cache";
import { requireActor } from "@/lib/access/session";
import { formAction } from "@/lib/action";
import { applyChange } from "@/lib/changes/apply";
import { mustApply } from "@/lib/changes/must-apply";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { endCatchment, setCatchment } from "./catchment-commands";
import { applyPlaceChange, previewPlaceChange } from "./change-commands";
import { type EventState, eventFrom } from "./event-form";
import { acceptImport } from "./import/accept-commands";
import { decisionsOf, ImportDecision } from "./import/form";
import { undoImport } from "./import/undo-commands";
import { ProfileForm, profileFields } from "./profile-form";
import { confirmPlace, Reviewed } from "./review-commands";
import { CatchmentEnd, CatchmentForm } from "./schema";

/** First answers with what the event would do; sent again with `confirmed`, does it. */
export async function placeEventAction(_previous: EventState, form: FormData): Promise<EventState> {
  const actor = await requireActor("place.manage");
  const event = eventFrom(form);
  try {
    if (form.get("confirmed") !== "yes") {
      const { villages, records, ended, created, moved } = await previewPlaceChange(actor, event);
      return {
        step: "confirm",
        villages,
        records,
        ended: ended.length,
        created: created.length,
        moved: moved.length,
      };
    }
    const { villages, records, repeated } = await applyPlaceChange(actor, event);
    refresh();
    return { step: "done", villages, records, repeated };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields = Array.isArray(error.details.fields) ? error.details.fields.map(String) : [];
    return { step: "failed", error: error.code, reason: String(error.details.reason ?? ""), fields };
  }
}

export const confirmPlaceAction = formAction(Reviewed, "place.manage", confirmPlace);

export const recordProfileAction = formAction(ProfileForm, "profile.record", async (actor, form) => {
  const change = newChange({
    type: "profile",
    subject: form.subject,
    place: form.villageId,
    fields: profileFields(form),
    madeAt: now(),
  });
  mustApply(await applyChange(actor, change));
});

export const acceptImportAction = formAction(ImportDecision, "import.run", (actor, form) =>
  acceptImport(actor, form.importId, decisionsOf(form)),
);

export const undoImportAction = formAction(ImportDecision, "import.run", (actor, form) =>
  undoImport(actor, form.importId),
);

export const setCatchmentAction = formAction(CatchmentForm, "catchment.record", setCatchment);

export const endCatchmentAction = formAction(CatchmentEnd, "catchment.record", endCatchment);
