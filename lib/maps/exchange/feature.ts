import { cleanTyped, foldLao } from "@/lib/i18n/lao";
import { defaultSeason, isKeptBack, OTHER_CATEGORY, seedCategories, shapesOf } from "../categories";
import { hideExactPlace } from "../geometry";
import { type Category, type Feature, type Geometry, seasons } from "../schema";
import { roundShape } from "./shape";

/** What a feature carries in and out of a file. Photos, ids and who drew it stay here. */
export interface ExchangeFeature {
  geometry: Geometry;
  category: string;
  label: string | null;
  note: string | null;
  season: Feature["season"];
  households: number | null;
  people: number | null;
  sensitive: boolean;
}

/** A stored feature as it travels; what is not given is null. */
export function toExchange(feature: Feature): ExchangeFeature {
  const { geometry, category, season, sensitive, label, note, households, people } = feature;
  return {
    geometry,
    category,
    label: cleanText(label),
    note: cleanText(note),
    season,
    households: households ?? null,
    people: people ?? null,
    sensitive,
  };
}

export const exchangeLimits = { characters: 5_000_000, features: 5_000, label: 500, note: 8_000 } as const;

export interface ExportOptions {
  /** Only for someone with the right who said so; otherwise sensitive features and groups needing care stay out. */
  includeSensitive?: boolean;
  categories?: readonly Category[];
}

export interface ExportResult {
  text: string;
  written: number;
  /** Said to the reader, never silent. `sketch`: drawn without coordinates, impossible in this format. */
  leftOut: { sensitive: number; sketch: number };
}

export type FeatureReason =
  | "no_geometry"
  | "unsupported_geometry"
  | "bad_coordinates"
  | "coordinates_swapped"
  | "out_of_range"
  | "too_many_vertices"
  | "bad_number"
  | "bad_season"
  | "too_long";

export interface RejectedFeature {
  /** 1 = first feature of the file. */
  position: number;
  reason: FeatureReason;
  /** The offending value, at most 80 characters, where there is one. */
  value?: string;
}

export interface ImportedFeature extends ExchangeFeature {
  position: number;
  /** The file's own word for a category the vocabulary does not have; such a feature becomes "other". */
  unknownCategory: string | null;
}

/** Why a whole file is refused. */
export type FileRefusal =
  | "too_large"
  | "too_many_features"
  | "not_readable"
  | "hostile"
  | "wrong_format"
  | "other_crs";

export type ImportResult =
  | { accepted: ImportedFeature[]; rejected: RejectedFeature[]; refused?: never }
  | { refused: FileRefusal; accepted?: never; rejected?: never };

/** Properties as a file gives them: anything, or nothing. */
export type RawProperties = Readonly<Record<string, unknown>>;

/** What may leave, and how many stay. `withSketches`: whether the format can carry a drawing without coordinates. */
export function selectForExport(
  features: readonly ExchangeFeature[],
  { includeSensitive = false, categories, withSketches }: ExportOptions & { withSketches: boolean },
): { leaving: ExchangeFeature[]; leftOut: ExportResult["leftOut"] } {
  const open = features.filter((feature) => includeSensitive || !isKeptBack(feature, categories));
  const leaving = open.filter(({ geometry }) => withSketches || geometry.space === "geo");
  return {
    leaving,
    leftOut: { sensitive: features.length - open.length, sketch: open.length - leaving.length },
  };
}

// Characters that XML 1.0 cannot hold, whatever the escape.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text fit to be stored and to be written into any of the formats; empty is null. */
export function cleanText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value).toWellFormed().replace(/\r\n?/g, "\n").replace(unwritable, "");
  return cleanTyped(text) || null;
}

/** One feature of a file from its shapes and properties, or the first reason against it. */
export function readFeature(input: {
  position: number;
  shapes: readonly Geometry[];
  properties: RawProperties;
  categories?: readonly Category[] | undefined;
}): { accepted: ImportedFeature[] } | { rejected: RejectedFeature } {
  const { position, shapes, properties, categories = seedCategories } = input;
  const reject = (reason: FeatureReason, value?: unknown) => ({
    rejected:
      value === undefined ? { position, reason } : { position, reason, value: String(value).slice(0, 80) },
  });
  const label = cleanText(properties.label);
  const note = cleanText(properties.note);
  const households = readCount(properties.households);
  const people = readCount(properties.people);
  const season = readSeason(properties.season);
  if (households === undefined) return reject("bad_number", properties.households);
  if (people === undefined) return reject("bad_number", properties.people);
  if (season === undefined) return reject("bad_season", properties.season);
  const accepted = shapes.map((geometry, part): ImportedFeature => {
    const { category, unknown } = readCategory(cleanText(properties.category), geometry, categories);
    const own = { category: category.id, sensitive: readFlag(properties.sensitive) };
    return {
      position,
      // Whatever file it comes from: the place of a group needing care is never a house.
      geometry:
        category.frame === "care" && geometry.type === "Point"
          ? roundShape(hideExactPlace(geometry))
          : geometry,
      ...keepName({ label, note, name: unknown }),
      category: category.id,
      season: season ?? defaultSeason(category),
      // One feature of many parts touches its people once.
      households: part === 0 ? households : null,
      people: part === 0 ? people : null,
      sensitive: isKeptBack(own, categories),
      unknownCategory: unknown,
    };
  });
  const long = accepted.find(
    (one) => tooLong(one.label, exchangeLimits.label) || tooLong(one.note, exchangeLimits.note),
  );
  return long ? reject("too_long") : { accepted };
}

const tooLong = (text: string | null, limit: number) => text !== null && text.length > limit;

/** A name the vocabulary lacks becomes the label; when there is one already, the last line of the note. */
function keepName({ label, note, name }: { label: string | null; note: string | null; name: string | null }) {
  if (!name || label === name) return { label, note };
  if (!label) return { label: name, note };
  return { label, note: note ? `${note}\n${name}` : name };
}

function readCategory(name: string | null, geometry: Geometry, categories: readonly Category[]) {
  const key = name ? foldLao(name) : "";
  const found = categories.find(
    ({ id, labelLo, labelEn }) => key !== "" && [id, labelLo, labelEn].some((text) => foldLao(text) === key),
  );
  if (found && shapesOf(found).includes(geometry.type)) return { category: found, unknown: null };
  const other = categories.find(({ id }) => id === OTHER_CATEGORY) ?? {
    id: OTHER_CATEGORY,
    frame: "other" as const,
  };
  return { category: other, unknown: name };
}

/** null = none given, undefined = given and wrong. */
function readCount(value: unknown): number | null | undefined {
  const text = cleanText(value);
  if (text === null) return value === undefined || value === null || value === "" ? null : undefined;
  return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : undefined;
}

function readSeason(value: unknown): Feature["season"] | null | undefined {
  const text = cleanText(value);
  return text === null ? null : seasons.find((season) => season === text.toLowerCase());
}

const readFlag = (value: unknown) =>
  value === true || value === 1 || /^(true|yes|1)$/i.test(cleanText(value) ?? "");
