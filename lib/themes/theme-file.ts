import type { ThemesAsked } from "./asked";
import { FRAME_VERSION, type Theme, themeCodes } from "./frame";
import type { Themes } from "./queries";
import { type Counted, countedByPlace, countedOf } from "./rules";
import type { ThemeWords } from "./words";

type Cell = string | number | null;

/** A line for each theme of each place and of all together, then what was chosen and the day. */
export function themeFileRows(themes: Themes, asked: ThemesAsked, words: ThemeWords): Cell[][] {
  const { t, name, place, made } = words;
  const lines = (of: string, counted: Counted) =>
    themeCodes.map((theme: Theme): Cell[] => {
      const { records, villages } = counted;
      return [
        of,
        name(theme),
        records.of[theme],
        records.coded,
        records.all - records.coded,
        villages.of[theme],
        villages.coded,
      ];
    });
  const byPlace = countedByPlace(themes);
  const within = themes.path.at(-1);
  return [
    [
      t("place"),
      t("theme"),
      t("file.k"),
      t("file.n"),
      t("notCoded"),
      t("file.villages"),
      t("file.villagesCoded"),
    ],
    ...lines(within ? place(within) : t("everywhere"), countedOf(themes)),
    ...(within?.level === "village"
      ? []
      : themes.places.flatMap((one) => {
          const counted = byPlace.get(one.id);
          return counted ? lines(place(one), counted) : [];
        })),
    [],
    [t("choose.year"), asked.year ?? t("choose.allYears")],
    [t("choose.kind"), asked.kind ? t(`kind.${asked.kind}`) : t("choose.allKinds")],
    [t("file.frame"), FRAME_VERSION],
    [t("file.made"), made],
  ];
}
