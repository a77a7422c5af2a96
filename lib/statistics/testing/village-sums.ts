import type { VillageSum } from "../clustered-contrast";
import type { RoundSums } from "../difference-in-difference";
import type { PanelPerson } from "../panel";

/** "20:84 15:51" is 20 answers that sum to 84 in the first village, 15 that sum to 51 in the next. */
function sumsOf(row: string, first = 1): VillageSum[] {
  return row.split(" ").map((pair, index) => {
    const [n = 0, sum = 0] = pair.split(":").map(Number);
    return { village: `village ${first + index}`, n, sum };
  });
}

/** Table A of statistics.md §4: both groups in each of six villages. */
export const TABLE_A: RoundSums = {
  unexposed: {
    baseline: sumsOf("20:84 15:51 30:141 12:60 25:90 18:81"),
    endline: sumsOf("15:66 12:45 22:110 10:48 18:70 14:70"),
  },
  exposed: {
    baseline: sumsOf("30:138 18:70 25:113 20:96 40:150 22:95"),
    endline: sumsOf("22:128 14:68 20:118 15:88 28:150 16:93"),
  },
};

/** Table B: villages 1–4 unexposed, 5–8 exposed. */
export const TABLE_B: RoundSums = {
  unexposed: {
    baseline: sumsOf("30:126 25:95 20:92 28:120"),
    endline: sumsOf("22:99 20:80 15:72 20:88"),
  },
  exposed: {
    baseline: sumsOf("35:150 24:98 18:83 30:117", 5),
    endline: sumsOf("25:139 18:88 14:82 22:106", 5),
  },
};

/** Panel P of statistics.md §5. */
export const PANEL_P: PanelPerson[] = [
  "e4→6 u5→5 e2→4",
  "u6→6 e3→5 e4→4",
  "e1→4 u5→6 u4→4",
  "e6→7 e2→4 u3→4",
  "u7→6 e4→6 e5→6",
  "u3→4 e2→3 u6→6",
].flatMap((row, index) =>
  row.split(" ").map((person) => ({
    village: `village ${index + 1}`,
    exposed: person.startsWith("e"),
    baseline: Number(person[1]),
    endline: Number(person[3]),
  })),
);
