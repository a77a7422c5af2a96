import type { Actor } from "@/lib/access/actor";
import type { PartnerPlace, PartnerRegister } from "./partner-queries";
import { partnerMatrix } from "./partner-rules";
import { BudgetFields } from "./schema";

type Asked = Readonly<{ year?: string | undefined; within?: string | undefined }>;

/** The provinces, or the districts of the one asked for; who works in one province sees its districts at first. */
export function partnerView(register: PartnerRegister, actor: Actor, asked: Asked, today: string) {
  const parsed = BudgetFields.shape.year.safeParse(Number(asked.year));
  const year = parsed.success ? parsed.data : Number(today.slice(0, 4));
  const provinces = register.places.filter(({ level }) => level === "province");
  const own = actor.assignments.find(({ nation }) => !nation)?.placeId;
  const within = provinces.find(({ id }) => id === (asked.within ?? own)) ?? null;
  const shown: readonly PartnerPlace[] = within
    ? register.places.filter((one) => one.level === "district" && one.provinceId === within.id)
    : provinces;
  return { year, within, provinces, matrix: partnerMatrix(register.activities, shown, year) };
}
