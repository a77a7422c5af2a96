import type { Attendance } from "@/lib/workshops/schema";

export type Kind = Pick<Attendance, "sex" | "ageBand" | "role"> & {
  ethnicGroupId: string | null;
  disability: boolean | null;
};

type Tallied = Readonly<{ id: string; fields: Attendance }>;
export type KindRow = Readonly<{
  key: string;
  kind: Kind;
  own: Tallied | null;
  ownPeople: number;
  otherPeople: number;
}>;

export const kindKey = ({ sex, ageBand, ethnicGroupId, role, disability }: Kind) =>
  [role, sex, ageBand, ethnicGroupId ?? "", disability ?? ""].join("|");

const kindOf = ({ sex, ageBand, ethnicGroupId, role, disability }: Attendance): Kind => ({
  sex,
  ageBand,
  role,
  ethnicGroupId: ethnicGroupId ?? null,
  disability: disability ?? null,
});

/** One row per kind of people: what this phone counted, which it may alter, and what other phones counted. */
export function kindRows(tallies: readonly Tallied[], device: string): KindRow[] {
  const rows = new Map<string, KindRow>();
  for (const tally of tallies) {
    const kind = kindOf(tally.fields);
    const key = kindKey(kind);
    const row = rows.get(key) ?? { key, kind, own: null, ownPeople: 0, otherPeople: 0 };
    const { people } = tally.fields;
    const mine = tally.fields.device === device && !row.own;
    rows.set(key, {
      ...row,
      own: mine ? tally : row.own,
      ownPeople: mine ? people : row.ownPeople,
      otherPeople: row.otherPeople + (mine ? 0 : people),
    });
  }
  return [...rows.values()];
}
