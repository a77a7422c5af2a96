import type postgres from "postgres";
import { seedCategories as vocabulary } from "@/lib/maps/categories";

/** Loads the symbols the programme starts with; what administrators changed or switched off stays as it is. */
export async function seedCategories(sql: postgres.Sql | postgres.TransactionSql): Promise<void> {
  const rows = vocabulary.map(({ id, frame, glyph, labelLo, labelEn, sensitive, position, active }) => ({
    id,
    frame,
    glyph,
    label_lo: labelLo,
    label_en: labelEn,
    sensitive,
    position,
    active,
  }));
  await sql`insert into map_categories ${sql(rows)} on conflict do nothing`;
}
