import type { Register } from "./queries";
import { sectionScores } from "./rules";
import { standings } from "./standing";

type Cell = string | number | null;
type Asked = Readonly<{ locale: "lo" | "en"; on: string }>;

/** A line per mentee, quarter and step; the first lines say of which district and day. */
export function menteeFileRows(register: Register, { locale, on }: Asked): Cell[][] {
  const said = (one: { nameLo: string; nameEn: string }) => (locale === "en" ? one.nameEn : one.nameLo);
  const head: Cell[][] = [
    ["district", register.area.code, said(register.area)],
    ["date", on],
    [
      "name",
      "profession",
      "facility",
      "track",
      "status",
      "since",
      "scored_on",
      "checklist",
      "version",
      "step",
      "done",
      "applicable",
      "critical_missed",
      "verdict",
    ],
  ];
  const lines = standings(register, on).flatMap((mentee): Cell[][] => {
    const facility = locale === "en" ? mentee.facilityEn : mentee.facilityLo;
    const { name, profession, track, status, from } = mentee;
    const who = [name, profession, facility, track, status, from];
    if (mentee.quarters.length === 0) return [[...who, null, null, null, null, null, null, null, null]];
    return mentee.quarters.flatMap(({ assessment, list, verdict }) =>
      sectionScores(list, assessment.marks).map(({ code, done, applicable, critical }) => [
        ...who,
        assessment.date,
        list.series,
        list.version,
        code,
        done,
        applicable,
        critical.length,
        verdict,
      ]),
    );
  });
  return [...head, ...lines];
}
