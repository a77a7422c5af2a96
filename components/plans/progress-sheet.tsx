"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PhotoPlace } from "@/components/field/photo-place";
import { usePhotoUrl } from "@/components/field/store-hooks";
import { DateField } from "@/components/form/date-field";
import { RadioCards } from "@/components/form/radio-cards";
import { Select } from "@/components/form/select";
import { TextArea, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { StatusMark } from "@/components/ui/status-mark";
import { today } from "@/lib/clock";
import { type ActionStatus, actionStatuses, type Office, offices } from "@/lib/plans/schema";
import { localStore } from "@/lib/sync/local-store";
import { type ActionView, statusMark } from "./action-view";
import { PhotoButton } from "./photo-button";
import { useMyOffices } from "./use-plan";

type Props = {
  open: boolean;
  onClose: () => void;
  view: ActionView;
  workshopId: string;
  place: string;
  photoId: string | null;
  setPhotoId: (id: string | null) => void;
  /** The visit during which it was seen. */
  visitId?: string;
};

export function ProgressSheet({ open, onClose, ...props }: Props) {
  const t = useTranslations("plans.progress");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <ProgressForm {...props} onClose={onClose} />
    </Sheet>
  );
}

/** A report is written once, so it has a button; a wrong one is put right by the next. */
function ProgressForm({
  onClose,
  view,
  workshopId,
  place,
  photoId,
  setPhotoId,
  visitId,
}: Omit<Props, "open">) {
  const t = useTranslations("plans.progress");
  const tStatus = useTranslations("plans.status");
  const tOffice = useTranslations("plans.office");
  const mine = useMyOffices();
  const [status, setStatus] = useState<ActionStatus | null>(null);
  const [office, setOffice] = useState<Office | "">("");
  const [date, setDate] = useState(today());
  const reporting = office || mine[0] || "";
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!status || !reporting) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim() || null;
    const words = { note: text("note"), blocker: text("blocker"), milestone: text("milestone") };
    const fields = {
      actionId: view.id,
      status,
      date: date || today(),
      office: reporting,
      photoId,
      visitId,
      ...words,
    };
    await localStore.record({ type: "progress", place, fields });
    setPhotoId(null);
    onClose();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="med">{view.fields.what}</p>
      <RadioCards
        name="status"
        label={t("status")}
        options={actionStatuses.map((value) => ({
          value,
          label: (
            <span className="row gap-2!">
              <StatusMark status={statusMark(value)} />
              {tStatus(value)}
            </span>
          ),
        }))}
        value={status}
        onChange={setStatus}
      />
      {status === "in_progress" && (
        <TextField name="milestone" label={t("milestone")} help={t("milestoneHelp")} optional />
      )}
      {status === "blocked" && <TextField name="blocker" label={t("blocker")} />}
      <TextArea name="note" label={t("note")} rows={3} optional />
      <div>
        <p className="lab">{t("photo")}</p>
        <PhotoPreview photoId={photoId} />
        <PhotoButton
          label={t(photoId ? "photoChange" : "photoAdd")}
          words={t(photoId ? "photoChange" : "photoAdd")}
          workshopId={workshopId}
          place={place}
          onTaken={setPhotoId}
        />
      </div>
      <DateField name="date" label={t("date")} value={date} onChange={setDate} />
      <Select
        name="office"
        label={t("office")}
        placeholder
        options={offices.map((value) => ({ value, label: tOffice(value) }))}
        value={reporting}
        onChange={(event) => setOffice(event.target.value as Office)}
      />
      <Button type="submit" kind="pri" wide disabled={!status || !reporting}>
        {t("save")}
      </Button>
    </form>
  );
}

export function PhotoPreview({ photoId }: { photoId: string | null | undefined }) {
  const t = useTranslations("plans.progress");
  const url = usePhotoUrl(photoId);
  if (!url) return null;
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: a blob on the phone or behind access control, nothing an image service may see */}
      <img src={url} alt={t("photoAlt")} className="evidence" />
      <PhotoPlace photoId={photoId} />
    </>
  );
}
