import { accessBySeason } from "@/db/schema/profiles";

export const villageSorts = ["urgency", "name", "lowest", "highest", "plan", "report"] as const;
export type VillageSort = (typeof villageSorts)[number];

export const groupings = ["group", "distance", "season", "centre"] as const;
export type Grouping = (typeof groupings)[number];

const marks = ["late", "soon", "doing", "done", "todo", "nodata"] as const;
/** Minutes to the health centre in the dry season, up to and with; `more` is beyond the last. */
export const distanceBands = ["30", "60", "120", "more", "unknown"] as const;
export type DistanceBand = (typeof distanceBands)[number];

/** What each may be; null is any word, such as the id of an ethnic group. */
const filterWords = {
  status: marks,
  group: null,
  season: accessBySeason,
  centre: null,
  distance: distanceBands,
  workshop: ["yes", "no"],
} as const satisfies Record<string, readonly string[] | null>;

export type FilterName = keyof typeof filterWords;
export const filterNames = Object.keys(filterWords) as FilterName[];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** What the reader chose to see; all of it stands in the address. */
export type Choices = Readonly<{
  indicator: string | null;
  sort: VillageSort;
  by: Grouping;
  filters: Filters;
}>;

type Asked = Readonly<Record<string, string | string[] | undefined>>;

const oneOf = <T extends string>(list: readonly T[], word: string | undefined): T | null =>
  list.find((one) => one === word) ?? null;

/** From an address: words that mean nothing are left out. */
export function readChoices(asked: Asked): Choices {
  const word = (name: string) => {
    const value = asked[name];
    const one = Array.isArray(value) ? value[0] : value;
    return one && one.length <= 64 ? one : undefined;
  };
  const filters = filterNames.flatMap((name) => {
    const value = word(name);
    const allowed: readonly string[] | null = filterWords[name];
    return value && (!allowed || allowed.includes(value)) ? [[name, value] as const] : [];
  });
  return {
    indicator: word("indicator") ?? null,
    sort: oneOf(villageSorts, word("sort")) ?? "urgency",
    by: oneOf(groupings, word("by")) ?? "group",
    filters: Object.fromEntries(filters),
  };
}

/** The choices as an address says them, without what goes without saying. */
export function choicesQuery(choices: Choices): Record<string, string> {
  const { indicator, sort, by, filters } = choices;
  return {
    ...(indicator ? { indicator } : {}),
    ...(sort === "urgency" ? {} : { sort }),
    ...(by === "group" ? {} : { by }),
    ...filters,
  };
}

export function withoutFilter(choices: Choices, name: FilterName): Choices {
  const { [name]: _gone, ...filters } = choices.filters;
  return { ...choices, filters };
}

export function bandOf(minutes: number | null): DistanceBand {
  if (minutes === null) return "unknown";
  return distanceBands.find((band) => minutes <= Number(band)) ?? "more";
}
