import type { Role, Verb } from "@/lib/access/roles";
import type { ReportingRule } from "@/lib/indicators/reporting";
import type { DataElement, ReporterKind } from "@/lib/indicators/schema";
import type { Checklist } from "@/lib/mentorship/schema";
import type { Away } from "@/lib/offline/contact";
import type { EscalationSetting } from "@/lib/plans/escalation";
import type { Instrument } from "@/lib/trust/schema";
import type { ProgrammeKey } from "./programme-key";
import type { StoreLock } from "./rows";
import type { Withdrawn } from "./withdrawal";

// What a phone knows besides its records; every value is replaced whole by the next answer of the server.
export type Me = Readonly<{
  userId: string;
  name: string;
  office: string;
  verbs: readonly Verb[];
  assignments: readonly Readonly<{ role: Role; placeId: string; nameLo: string; nameEn: string }>[];
}>;

export type KnownPlace = Readonly<{
  id: string;
  level: string;
  districtId: string | null;
  provinceId: string | null;
  nameLo: string;
  nameEn: string;
  searchKeys: string;
  lat: number | null;
  lng: number | null;
  profile: KnownProfile | null;
  /** The one that serves the village today, and the minutes to it. Absent in what an older server told. */
  healthCentre?: KnownHealthCentre | null;
}>;

export type KnownHealthCentre = Readonly<{
  nameLo: string;
  nameEn: string;
  dry: number | null;
  wet: number | null;
}>;

/** The newest village profile: whom a workshop could have heard. */
export type KnownProfile = Readonly<{
  date: string;
  population: number | null;
  females: number | null;
  households: number | null;
  ethnicGroups: readonly Readonly<{ group: string; people?: number; share?: number }>[];
  languages: readonly string[];
  /** People by age band, where the source counts them; absent in what an older server told. */
  ages?: Readonly<Record<string, number>> | null;
}>;

export type KnownCategory = Readonly<{
  id: string;
  frame: string;
  glyph: string;
  labelLo: string;
  labelEn: string;
  sensitive: boolean;
  position: number;
  active: boolean;
}>;
export type KnownWord = Readonly<{ id: string; nameLo: string; nameEn: string }>;

export type KnownInstrument = Instrument & Readonly<{ id: string }>;
export type KnownChecklist = Checklist & Readonly<{ id: string }>;
export type KnownFacility = Readonly<{
  id: string;
  type: string;
  nameLo: string;
  nameEn: string;
  districtId: string;
}>;
export type KnownElement = Readonly<
  Pick<
    DataElement,
    "code" | "nameLo" | "nameEn" | "group" | "reporters" | "maximum" | "atMost" | "adviceLo" | "adviceEn"
  >
>;

export type KnownReporter = Readonly<{
  kind: ReporterKind;
  id: string;
  nameLo: string;
  nameEn: string;
  /** Where its report belongs: the village, or the one the health centre stands in, else the district. */
  place: string;
  /** This person reports for it; others they may help. */
  own: boolean;
  /** The first month it ever reported, as yyyymm. */
  since: number | null;
  /** Of the last twelve months those whose values the server has, wherever they came from. */
  months: readonly number[];
}>;

export type KnownValues = {
  me: Me;
  places: readonly KnownPlace[];
  categories: readonly KnownCategory[];
  ethnicGroups: readonly KnownWord[];
  languages: readonly KnownWord[];
  /** Null when the operator has given the server none. */
  programme: ProgrammeKey | null;
  /** Roles with at least one account, per district: an instruction to an office nobody holds is told in person. */
  officeAccounts: readonly Readonly<{ districtId: string; role: string }>[];
  /** Every version of every questionnaire. Absent in what an older server told. */
  instruments: readonly KnownInstrument[];
  /** For mentors: every version of every checklist, and where they mentor. Absent in what an older server told. */
  checklists: readonly KnownChecklist[];
  facilities: readonly KnownFacility[];
  /** The programme's rules by date: when a late action shows to whom. */
  escalation: readonly EscalationSetting[];
  /** What is counted each month. */
  elements: readonly KnownElement[];
  /** Whose months this person may write. */
  reporters: readonly KnownReporter[];
  /** The programme's rules by date: when a month's report is due. */
  reporting: readonly ReportingRule[];
  deviceId: string;
  epoch: string;
  lastReceivedAt: string;
  lastPulledAt: string;
  withdrawn: Withdrawn;
  lock: StoreLock;
  away: Away;
} & {
  [person: `person:${string}`]: Readonly<{ name: string; office: string }>;
  /** Who did not want to be interviewed, per round, until it is submitted. */
  [declined: `declined:${string}`]: number;
};

/** What the server tells a phone at its first contact and every few minutes. */
export type Bootstrap = Pick<
  KnownValues,
  | "me"
  | "places"
  | "categories"
  | "ethnicGroups"
  | "languages"
  | "officeAccounts"
  | "programme"
  | "escalation"
  | "instruments"
  | "checklists"
  | "facilities"
  | "elements"
  | "reporters"
  | "reporting"
>;
