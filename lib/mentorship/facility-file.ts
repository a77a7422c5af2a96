import { lastFullMonth, monthOf } from "@/lib/indicators/months";
import { outcomeElements, outcomeOf } from "./outcomes";
import type { FacilitiesPage } from "./queries";
import { scoreOf } from "./rules";

type Cell = string | number | null;
type Asked = Readonly<{ locale: "lo" | "en"; on: string }>;

/** A line per facility: mentees, what is there and missing, the three indicators before and since. */
export function facilityFileRows(page: FacilitiesPage | null, { locale, on }: Asked): Cell[][] {
  const said = (one: { nameLo: string; nameEn: string }) => (locale === "en" && one.nameEn) || one.nameLo;
  const head: Cell[][] = [
    ["district", page?.area.code ?? null, page ? said(page.area) : null],
    ["date", on],
    [
      ...["facility", "type", "active_mentees", "since", "looked_on", "there", "applicable", "missing"],
      ...outcomeElements.flatMap((element) => [
        `${element}_before`,
        `${element}_since`,
        `${element}_increased`,
      ]),
    ],
  ];
  const newest = lastFullMonth(on);
  const lines = page?.facilities.map((one): Cell[] => {
    const list = page.checklists.find(({ id }) => id === one.checklistId);
    const score = list && one.marks ? scoreOf(list, one.marks) : null;
    const outcomes = outcomeElements.flatMap((element): Cell[] => {
      if (!one.since) return [null, null, null];
      const asked = { facilityId: one.id, since: monthOf(one.since), newest };
      const { before, after, improved } = outcomeOf(page.values, element, asked);
      return [before, after, improved === null ? null : improved ? "yes" : "no"];
    });
    const missing = score?.failed.map(({ text }) => (locale === "en" ? text.en : text.lo)).join("; ");
    return [
      ...[said(one), one.type, one.active, one.since, one.lookedOn],
      ...[score?.done ?? null, score?.applicable ?? null, missing ?? null],
      ...outcomes,
    ];
  });
  return [...head, ...(lines ?? [])];
}
