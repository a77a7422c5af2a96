import { id } from "@/lib/changes/fields";
import { BudgetFields } from "./schema";

/** Year and province out of an address; this year, and everywhere the reader may see, when it names none. */
export function askedMoney(
  asked: Readonly<{ year?: string | undefined; province?: string | undefined }>,
  today: string,
): { year: number; province: string | null } {
  const year = BudgetFields.shape.year.safeParse(Number(asked.year));
  const province = id.safeParse(asked.province);
  return {
    year: year.success ? year.data : Number(today.slice(0, 4)),
    province: province.success ? province.data : null,
  };
}
