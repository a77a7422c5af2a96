import { z } from "zod";
import { roles } from "@/lib/access/roles";
import { id, isoDate, line, optional } from "@/lib/changes/fields";

export const loginForm = /^[a-z][a-z0-9.-]{2,59}$/;

const name = line.refine((text) => text.trim().length > 0);
const login = z.string().regex(loginForm);
const email = z.email().max(200).toLowerCase();
/** Digits only, as dialled inside the country; `phoneOf` makes it so. */
const phone = z.string().regex(/^[0-9]{8,15}$/);
const locale = z.enum(["lo", "en"]);

/** What the record of an account holds. No password and no code ever passes through a change. */
export const AccountFields = z.object({
  login,
  displayName: name,
  office: line,
  email: optional(email),
  phone: optional(phone),
  locale,
});

export const AssignmentFields = z.object({
  userId: id,
  role: z.enum(roles),
  placeId: id,
  facilityId: optional(id),
  from: isoDate,
  to: optional(isoDate),
});

const dialled = (typed: string) =>
  typed
    .normalize("NFKC")
    .replace(/[\s().-]/g, "")
    .replace(/^\+?856/, "0")
    .replace(/^\+/, "");

const typedPhone = z.string().transform(dialled).pipe(phone).optional();
const typedLogin = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(login);
const code = z
  .string()
  .max(40)
  .transform((typed) => typed.trim().toUpperCase());

const details = {
  displayName: name,
  office: line.default(""),
  phone: typedPhone,
  email: email.optional(),
  locale: locale.default("lo"),
};
const work = {
  role: z.enum(roles),
  placeCode: code,
  facilityCode: z.string().trim().max(40).optional(),
  from: isoDate,
};

// What the office forms send; an empty input is absent.
export const NewAccount = z.object({ login: typedLogin, ...details, ...work });
export const AccountDetails = z.object({ userId: id, ...details });
export const NewRole = z.object({ userId: id, ...work, to: isoDate.optional() });
export const OneAssignment = z.object({ assignmentId: id });
export const OneAccount = z.object({ userId: id });
export const ContactErasure = z.object({ userId: id, why: z.string().trim().min(3).max(300) });
export const OneSession = z.object({ sessionId: id });
export const OneDevice = z.object({ deviceId: id });
export const OwnLocale = z.object({ locale });
export const OwnDigest = z.object({ wanted: z.enum(["yes", "no"]) });

export type NewAccount = z.output<typeof NewAccount>;
export type AccountDetails = z.output<typeof AccountDetails>;
export type NewRole = z.output<typeof NewRole>;
