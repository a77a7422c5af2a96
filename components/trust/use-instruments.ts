"use client";

import { useLocale } from "next-intl";
import type { KnownInstrument } from "@/lib/sync/known";
import { useKnown } from "../field/store-hooks";

/** The questionnaires on this phone, newest version of each first, and what they are called. */
export function useInstruments() {
  const known = useKnown("instruments");
  const locale = useLocale();
  const all = known ?? [];
  const newest = all.filter(
    ({ series, version }) => !all.some((one) => one.series === series && one.version > version),
  );
  return {
    ready: known !== undefined,
    newest,
    byId: new Map(all.map((one) => [one.id, one])),
    name: (one: KnownInstrument) => (locale === "lo" ? one.nameLo : one.nameEn),
  };
}
