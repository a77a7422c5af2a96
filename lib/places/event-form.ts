import type { ErrorCode } from "@/lib/errors";

export const eventKinds = ["rename", "create", "merge", "split", "reparent", "abolish"] as const;
export type EventKind = (typeof eventKinds)[number];

/** What the event form shows: codes and counts, the page has the sentences. */
export type EventState =
  | { step: "form" }
  | { step: "confirm"; villages: number; records: number; ended: number; created: number; moved: number }
  | { step: "done"; villages: number; records: number; repeated: boolean }
  | { step: "failed"; error: ErrorCode; reason: string; fields: string[] };

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();
const list = (form: FormData, name: string) => form.getAll(name).map(String).filter(Boolean);

/** The form's fields as an event; the command checks it, so nothing is refused here. */
export function eventFrom(form: FormData): Record<string, unknown> {
  const kind = text(form, "kind");
  const base = {
    id: text(form, "eventId"),
    kind,
    date: text(form, "date"),
    decree: text(form, "decree"),
    note: text(form, "note"),
  };
  const placeId = text(form, "placeId");
  const made = { id: text(form, "newId"), nameLo: text(form, "nameLo"), nameEn: text(form, "nameEn") };
  switch (kind) {
    case "create":
      return {
        ...base,
        place: { ...made, level: text(form, "level"), parentId: placeId, ...pointOf(form), ...codeOf(form) },
      };
    case "rename":
      return { ...base, placeId, nameLo: made.nameLo, nameEn: made.nameEn };
    case "merge": {
      const into = text(form, "into");
      const fromIds = [placeId, ...list(form, "also").filter((id) => id !== into)];
      return { ...base, fromIds, into: into === "new" ? made : into };
    }
    case "split":
      return { ...base, fromId: placeId, keeps: text(form, "keeps") !== "no", parts: partsOf(form) };
    case "reparent":
      return { ...base, placeIds: [placeId], parentId: text(form, "parentId") };
    default:
      return { ...base, placeId };
  }
}

/** Each part carries its own id, names and what goes with it; fields of one part end in its id. */
const partsOf = (form: FormData) =>
  list(form, "part").map((id) => ({
    id,
    nameLo: text(form, `nameLo-${id}`),
    nameEn: text(form, `nameEn-${id}`),
    childIds: list(form, `childIds-${id}`),
  }));

function codeOf(form: FormData) {
  const code = text(form, "code");
  return code ? { code } : {};
}

function pointOf(form: FormData) {
  const [lat, lng] = [text(form, "lat"), text(form, "lng")].map((typed) => typed.replace(",", "."));
  return lat && lng ? { lat: Number(lat), lng: Number(lng) } : {};
}
