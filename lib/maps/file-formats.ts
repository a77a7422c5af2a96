export const fileFormats = ["geojson", "kml", "gpx"] as const;
export type FileFormat = (typeof fileFormats)[number];

export const isFileFormat = (text: string): text is FileFormat => fileFormats.includes(text as FileFormat);

/** Names of formats are the same in every language. */
export const formatNames: Readonly<Record<FileFormat, string>> = {
  geojson: "GeoJSON",
  kml: "KML",
  gpx: "GPX",
};

export const contentTypes: Readonly<Record<FileFormat, string>> = {
  geojson: "application/geo+json",
  kml: "application/vnd.google-earth.kml+xml",
  gpx: "application/gpx+xml",
};

/** The format a file's name promises; its content is still read with distrust. Null for anything else. */
export function formatOfName(name: string): FileFormat | null {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  if (ending === "json") return "geojson";
  return isFileFormat(ending) ? ending : null;
}
