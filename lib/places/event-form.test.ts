import { expect, test } from "vitest";
import { eventFrom } from "./event-form";
import { decisionsOf } from "./import/form";
import { ProfileForm, profileFields } from "./profile-form";
import { PlaceEvent } from "./schema";

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const base = {
  eventId: uuid(1),
  placeId: uuid(2),
  newId: uuid(3),
  date: "2026-06-01",
  decree: "1/TEST",
  nameLo: "ນາ",
  nameEn: "Na",
};
const formOf = (fields: Record<string, string | string[]>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...base, ...fields }))
    for (const one of [value].flat()) form.append(name, one);
  return form;
};

test.each([
  [{ kind: "rename" }, { kind: "rename", placeId: uuid(2), nameLo: "ນາ" }],
  [
    { kind: "create", level: "village", lat: "18,4", lng: "103.6", code: "" },
    { kind: "create", place: { lat: 18.4, lng: 103.6, parentId: uuid(2) } },
  ],
  [
    { kind: "merge", into: uuid(4), also: [uuid(4), uuid(5)] },
    { kind: "merge", fromIds: [uuid(2), uuid(5)], into: uuid(4) },
  ],
  [
    { kind: "merge", into: "new" },
    { kind: "merge", fromIds: [uuid(2)], into: { id: uuid(3), nameEn: "Na" } },
  ],
  [
    {
      kind: "split",
      keeps: "no",
      part: [uuid(3), uuid(4)],
      [`nameLo-${uuid(3)}`]: "ນາໃຕ້",
      [`childIds-${uuid(3)}`]: [uuid(6), uuid(7)],
      [`nameLo-${uuid(4)}`]: "ນາເໜືອ",
      [`childIds-${uuid(4)}`]: uuid(8),
    },
    {
      kind: "split",
      keeps: false,
      parts: [
        { id: uuid(3), nameLo: "ນາໃຕ້", childIds: [uuid(6), uuid(7)] },
        { id: uuid(4), nameLo: "ນາເໜືອ", childIds: [uuid(8)] },
      ],
    },
  ],
  [
    { kind: "split", part: uuid(3), [`nameLo-${uuid(3)}`]: "ນາ" },
    { kind: "split", keeps: true, parts: [{ id: uuid(3), childIds: [] }] },
  ],
  [
    { kind: "reparent", parentId: uuid(7) },
    { kind: "reparent", placeIds: [uuid(2)], parentId: uuid(7) },
  ],
  [{ kind: "abolish" }, { kind: "abolish", placeId: uuid(2) }],
])("the form %j becomes an event that the command takes", (fields, expected) => {
  expect(PlaceEvent.parse(eventFrom(formOf(fields)))).toMatchObject(expected);
});

test("an unfinished form is refused by the command's schema, with the names of the fields", () => {
  const parsed = PlaceEvent.safeParse(eventFrom(formOf({ kind: "merge", into: "", decree: "" })));
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual(
    expect.arrayContaining(["into", "decree"]),
  );
  expect(
    PlaceEvent.safeParse(eventFrom(formOf({ kind: "create", level: "village", lat: "x", lng: "1" }))).success,
  ).toBe(false);
});

test("a profile keeps what was filled in; unknown is not zero", () => {
  const filled = {
    subject: uuid(1),
    villageId: uuid(2),
    date: "2026-10-01",
    source: "ທະບຽນ",
    population: "412",
    group0: "khmu",
    people0: "120",
    group1: "lao",
    languages: "khmu",
    "age-under18": "160",
    "age-50plus": "",
  };
  const fields = profileFields(ProfileForm.parse(filled));
  expect(fields).toMatchObject({
    population: 412,
    ethnicGroups: [{ group: "khmu", people: 120 }],
    ages: { under18: 160 },
    languages: ["khmu"],
  });
  expect(fields.households).toBeUndefined();
  expect(ProfileForm.safeParse({ ...filled, population: "-3" }).success).toBe(false);
});

test("decisions of an import are row numbers with one of two answers", () => {
  const form = {
    importId: uuid(1),
    row16: "same",
    row17: "new",
    row18: "leave",
    rowx: "same",
    row99999999: "same",
  };
  expect(decisionsOf(form)).toEqual({ 16: "same", 17: "new" });
});
