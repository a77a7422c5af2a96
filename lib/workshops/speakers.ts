import type { AttendanceTotals } from "./attendance";
import type { Workshop } from "./schema";

const sexOf = { speakersWomen: "female", speakersMen: "male" } as const;

/**
 * More of one sex spoke than were counted as having come: somebody was counted twice, or not counted as having come. Said, never
 * refused; where nobody counted who came or who spoke, there is nothing to compare.
 */
export const moreSpokeThanCame = (
  field: keyof typeof sexOf,
  fields: Pick<Workshop, "speakersWomen" | "speakersMen">,
  { people, bySex }: Pick<AttendanceTotals, "people" | "bySex">,
): boolean => people > 0 && (fields[field] ?? 0) > bySex[sexOf[field]];
