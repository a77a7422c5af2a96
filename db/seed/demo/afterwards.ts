import { inFrameOrder, type Theme } from "@/lib/themes/frame";
import type { Story } from "./texts";

const byCategory: Readonly<Partial<Record<Story["category"], readonly Theme[]>>> = {
  access_distance: ["transport", "staff"],
  transport_season: ["transport"],
  language_culture: ["ethnic_access", "training"],
  medicine_stock: ["supplies"],
  water_sanitation: ["equipment"],
  information_rumour: ["ethnic_access"],
};

/** About two of three were coded; which ones follows from the record's own id, so that no dice are thrown for it. */
const coded = (id: string) => Number.parseInt(id.slice(0, 2), 16) < 170;

export const themesOfProblem = (id: string, category: Story["category"]): Theme[] | null =>
  coded(id) ? inFrameOrder(byCategory[category] ?? []) : null;

const ofVisits: readonly (readonly Theme[])[] = [["transport"], ["staff", "supplies"], [], ["equipment"]];

export const themesOfVisit = (id: string): Theme[] | null =>
  coded(id) ? [...(ofVisits[Number.parseInt(id.slice(2, 4), 16) % ofVisits.length] ?? [])] : null;

/** Who spoke, where the team counted it: fewer than came. */
export const speakersOf = (id: string) =>
  coded(id)
    ? {
        speakersWomen: 2 + (Number.parseInt(id.slice(2, 4), 16) % 4),
        speakersMen: 3 + (Number.parseInt(id.slice(4, 6), 16) % 4),
      }
    : {};
