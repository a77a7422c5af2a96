"use client";

import { useEffect, useMemo, useState } from "react";
import { type FieldRecord, useRecord, useRecords } from "@/components/field/store-hooks";
import { useLive } from "@/components/field/use-live";
import { usePlaces } from "@/components/field/use-places";
import { useCategories } from "@/components/maps/map-records";
import { useActionViews } from "@/components/plans/use-plan";
import { useLinked } from "@/components/problems/workshop-records";
import { today } from "@/lib/clock";
import { posterFromPhone } from "@/lib/publishing/from-phone";
import type { Poster } from "@/lib/publishing/views";
import { pictureOf } from "@/lib/sync/pictures";

const unreported = { status: "not_started", statusDate: null, confirmed: null } as const;

/** The poster as this phone's records make it; undefined while they are read, null when the plan is not here. */
export function usePhonePoster(planId: string): Poster | null | undefined {
  const plan = useRecord("plan", planId);
  const workshop = useRecord("workshop", plan?.fields.workshopId);
  const parts = usePosterRecords(plan ?? null);
  const { byId, ready } = usePlaces();
  const place = byId.get(plan?.place ?? "");
  const waiting = plan === undefined || (plan && workshop === undefined) || !ready || !parts.ready;
  return useMemo(() => {
    if (waiting) return undefined;
    if (!plan || plan.deletedAt || !workshop || !place) return null;
    const placeOf = (id: string | null | undefined) => byId.get(id ?? "");
    return posterFromPhone({ ...parts, plan, workshop, place, placeOf, today: today() });
  }, [waiting, plan, workshop, place, parts, byId]);
}

function usePosterRecords(plan: FieldRecord<"plan"> | null) {
  const workshopId = plan?.fields.workshopId ?? "";
  const planId = plan?.id ?? "";
  const { views, ready } = useActionViews({ planId, workshopId, place: plan?.place ?? "" });
  const [problems, commitments] = [useLinked("problem", workshopId), useLinked("commitment", workshopId)];
  const [visits, shares] = [useLinked("visit", planId), useLinked("share", planId)];
  const [tallies, groups] = [useLinked("attendance", workshopId), useLinked("group", workshopId)];
  const [consents, photos] = [useLinked("consent", workshopId), useLinked("photo", workshopId)];
  const maps = useLinked("map", workshopId);
  const everyFeature = useRecords("feature", { place: plan?.place ?? "" });
  const features = useMemo(
    () => (everyFeature ?? []).filter(({ fields }) => maps.some(({ id }) => id === fields.mapId)),
    [everyFeature, maps],
  );
  const categories = useCategories();
  const pictures = usePictures(photos);
  return useMemo(() => {
    const standings = new Map(
      views.map(({ id, state, reports }) => [
        id,
        {
          status: state.status,
          statusDate: reports.at(-1)?.fields.date ?? null,
          confirmed: state.confirmed,
        },
      ]),
    );
    return {
      ready: ready && everyFeature !== undefined && pictures !== undefined,
      actions: views,
      standing: (id: string) => standings.get(id) ?? unreported,
      pictureOf: (id: string) => pictures?.get(id),
      ...{
        problems,
        commitments,
        visits,
        shares,
        tallies,
        groups,
        consents,
        photos,
        maps,
        features,
        categories,
      },
    };
  }, [
    views,
    ready,
    problems,
    commitments,
    visits,
    shares,
    tallies,
    groups,
    consents,
    photos,
    maps,
    features,
    everyFeature,
    categories,
    pictures,
  ]);
}

/** Covered paper maps that this phone holds, as addresses that need no network and go into a saved picture too. */
function usePictures(photos: readonly FieldRecord<"photo">[]): ReadonlyMap<string, string> | undefined {
  const covered = photos.filter(({ fields }) => fields.coveredConfirmed).map(({ id }) => id);
  const key = covered.join(" ");
  const media = useLive(
    async (db) => {
      const rows = await db.media.where("photoId").anyOf(covered).toArray();
      return rows.map((row) => ({ photoId: row.photoId, picture: () => pictureOf(db, row) }));
    },
    [key],
  );
  const [read, setRead] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    let left = false;
    const all = (media ?? []).map(
      async ({ photoId, picture }) => [photoId, await asAddress(await picture())] as const,
    );
    if (media) void Promise.all(all).then((pairs) => !left && setRead(new Map(pairs)));
    return () => {
      left = true;
    };
  }, [media]);
  return read;
}

function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
