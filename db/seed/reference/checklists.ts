import type postgres from "postgres";
import type { Checklist } from "@/lib/mentorship/schema";
import type { Tool } from "@/lib/mentorship/vocabularies";
import { placeId } from "../../places/place-id";
import type { Listed } from "./checklist-items";
import { osce } from "./checklist-osce";
import { actionPlan, chartReview, exitInterview, partograph, readiness, standards } from "./checklist-others";

const tools: readonly (readonly [Tool, lo: string, en: string, Listed])[] = [
  ["osce", "ທັກສະໃນເວລາເກີດ (OSCE, 8 ຂັ້ນ)", "Clinical skills (OSCE, 8 steps)", osce],
  ["standards", "ມາດຕະຖານການເປັນພີ່ລ້ຽງ", "Mentoring standards", standards],
  ["exit_interview", "ສຳພາດແມ່ກ່ອນກັບບ້ານ", "Mother's exit interview", exitInterview],
  ["chart_review", "ທົບທວນບັນທຶກການເກີດ", "Chart review", chartReview],
  ["partograph", "ທົບທວນພາກໂຕກຣາມ", "Partograph review", partograph],
  ["readiness", "ຄວາມພ້ອມຂອງສະຖານທີ່", "Service readiness", readiness],
  ["action_plan", "ແຜນສ່ວນຕົວ", "Individual action plan", actionPlan],
];

const checklistOf = ([tool, nameLo, nameEn, listed]: (typeof tools)[number]): Checklist => ({
  tool,
  series: tool,
  version: 1,
  nameLo,
  nameEn,
  wording: "working",
  source:
    tool === "osce"
      ? "Eight published steps; resuscitation after the public HBB OSCE B; own working wording"
      : "Named in the SCALING case study; own working wording",
  passPercent: 80,
  sections: Object.entries(listed).map(([code, { lo, en }]) => ({ code, text: { lo, en } })),
  items: Object.entries(listed).flatMap(([section, { items }]) =>
    items.map(([code, lo, en, critical]) => ({
      code,
      section,
      text: { lo, en },
      critical: critical !== undefined,
      ...(critical ? { advice: { lo: critical[0], en: critical[1] } } : {}),
    })),
  ),
});

export const checklistId = (series: string) => placeId(`checklist ${series}`);
/** The seven tools in working words; ministry and administrators add the official wording as a new version. */
export async function seedChecklists(tx: postgres.TransactionSql): Promise<void> {
  const rows = tools.map(checklistOf).map((fields) => ({ id: checklistId(fields.series), ...fields }));
  const nobody = placeId("reference data");
  await tx`insert into subjects (id, type) select id, 'checklist' from unnest(${rows.map(({ id }) => id)}::uuid[]) as id
    on conflict do nothing`;
  await tx`
    insert into checklists (id, created_by, updated_by, tool, series, version, name_lo, name_en, wording, source, pass_percent,
      sections, items)
    select r.id, ${nobody}, ${nobody}, r.tool, r.series, r.version, r."nameLo", r."nameEn", r.wording, r.source,
      r."passPercent", r.sections, r.items
    from jsonb_to_recordset(${tx.json(rows as unknown as postgres.JSONValue)}) as r(id uuid, tool text, series text,
      version int, "nameLo" text, "nameEn" text, wording text, source text, "passPercent" int, sections jsonb, items jsonb)
    on conflict do nothing`;
}
