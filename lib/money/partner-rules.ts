import { type PartnerTheme, partnerThemes } from "./vocabularies";

export type Activity = Readonly<{
  id: string;
  institutionId: string;
  theme: PartnerTheme;
  /** Null for work that is nation-wide. */
  provinceId: string | null;
  /** Null for a whole province. */
  districtId: string | null;
  from: string;
  to: string | null;
}>;
/** A district is told with its province, a province with itself alone. */
export type Place = Readonly<{ id: string; provinceId: string | null; level: "province" | "district" }>;

const END = "9999-12-31";
type Period = Pick<Activity, "from" | "to">;

export const atWorkIn = (year: number) => (activity: Period) =>
  activity.from <= `${year}-12-31` && (activity.to ?? END) >= `${year}-01-01`;

const sameTime = (a: Period, b: Period) => a.from <= (b.to ?? END) && b.from <= (a.to ?? END);

/** Two that reach the same people: in one district, or one of them in the whole province of the other. */
const sameGround = (a: Activity, b: Activity) =>
  a.provinceId === b.provinceId &&
  (a.districtId === null || b.districtId === null || a.districtId === b.districtId);

/** Nation-wide work reaches a place too, but is no answer to who works there. */
function reaches(activity: Activity, place: Place): boolean {
  if (activity.provinceId === null) return false;
  if (place.level === "province") return activity.provinceId === place.id;
  return (
    activity.districtId === place.id ||
    (activity.districtId === null && activity.provinceId === place.provinceId)
  );
}

export type Cell = Readonly<{ theme: PartnerTheme; partners: readonly string[]; overlap: boolean }>;

/** One theme in one place: its partners, and whether two of them do the same for the same people at the same time. */
function cellOf(activities: readonly Activity[], theme: PartnerTheme): Cell {
  const own = activities.filter((activity) => activity.theme === theme);
  const overlap = own.some((a) =>
    own.some((b) => a.institutionId < b.institutionId && sameTime(a, b) && sameGround(a, b)),
  );
  return { theme, partners: [...new Set(own.map(({ institutionId }) => institutionId))], overlap };
}

export type Matrix<T extends Place> = Readonly<{
  rows: readonly Readonly<{ place: T; cells: readonly Cell[] }>[];
  nation: readonly Cell[];
  partners: number;
  gaps: number;
  overlaps: number;
}>;

/** Places × themes in a year, with gaps (nobody) and overlaps counted. */
export function partnerMatrix<T extends Place>(
  activities: readonly Activity[],
  places: readonly T[],
  year: number,
): Matrix<T> {
  const atWork = activities.filter(atWorkIn(year));
  const rows = places.map((place) => {
    const here = atWork.filter((activity) => reaches(activity, place));
    return { place, cells: partnerThemes.map((theme) => cellOf(here, theme)) };
  });
  const cells = rows.flatMap((row) => row.cells);
  const nationWide = atWork.filter(({ provinceId }) => provinceId === null);
  const shown = atWork.filter(
    (one) => one.provinceId === null || places.some((place) => reaches(one, place)),
  );
  return {
    rows,
    nation: partnerThemes.map((theme) => cellOf(nationWide, theme)),
    partners: new Set(shown.map(({ institutionId }) => institutionId)).size,
    gaps: cells.filter(({ partners }) => partners.length === 0).length,
    overlaps: cells.filter(({ overlap }) => overlap).length,
  };
}
