import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { now, today } from "@/lib/clock";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./apply-all";
import { addDays } from "./days";

type Place = Readonly<{ id: string }>;
type Given = Readonly<{ place: Place; villages: readonly Place[]; team: Actor; dice: SeededNumbers }>;

/** What villagers wrote with their answers. Draft: to be reviewed by a Lao speaker. */
const words = ["ຍັງບໍ່ທັນໄດ້ເຮັດເທື່ອ", "ເຮັດແລ້ວແຕ່ເພອີກ", "ດີຫຼາຍ, ໃຊ້ໄດ້ທຸກມື້"] as const;

/** Who guides whom, a messaging group, and what people said on the page behind a poster. */
export async function seedPeers(sql: Sql, { place, villages, team, dice }: Given): Promise<void> {
  const [guide, learner, other] = villages;
  if (!guide || !learner) return;
  const add = <T extends RecordType>(type: T, at: string, fields: FieldsOf<T>) => {
    const change = newChange({ type, place: at, fields, subject: dice.uuid(), madeAt: now() });
    return { ...change, id: dice.uuid() };
  };
  const theme = "water_sanitation";
  const link = add("peerLink", learner.id, { guideId: guide.id, theme, since: addDays(today(), -200) });
  const second =
    other &&
    add("peerLink", guide.id, { guideId: other.id, theme: "language_culture", since: addDays(today(), -20) });
  const visit = (kind: FieldsOf<"peerVisit">["kind"], rest: Partial<FieldsOf<"peerVisit">>) =>
    add("peerVisit", learner.id, { linkId: link.subject, kind, ...rest });
  await applyAll(team, [
    link,
    ...(second ? [second] : []),
    visit("learners_went", { heldDate: addDays(today(), -180), people: dice.whole(4, 15) }),
    visit("guide_came", { plannedDate: addDays(today(), 20) }),
    add("network", place.id, {
      name: "ກຸ່ມ ອສບ ແລະ ສຸກສາລາ",
      purpose: "ນັດວັນອອກບໍລິການ ແລະ ແຈ້ງຢາໝົດ",
      channel: "whatsapp",
      administrators: ["health_centre_head", "district_health_office"],
      size: dice.whole(20, 60),
      lastActive: addDays(today(), -dice.whole(1, 120)),
    }),
  ]);
  await seedVoices(sql, { place, villages, team, dice });
}

/** The newest displayed plan with something done gets a public page; people answer there, some not as was reported. */
async function seedVoices(sql: Sql, { place, team, dice }: Given): Promise<void> {
  const [plan] = await sql<{ id: string; village_id: string }[]>`
    select p.id, p.village_id from plans p where p.district_id = ${place.id} and p.displayed_date is not null
      and exists (select from actions a where a.plan_id = p.id and a.status = 'done')
    order by p.displayed_date desc, p.id limit 1`;
  if (!plan) return;
  const token = dice.uuid().replaceAll("-", "").slice(0, 22);
  const share = { planId: plan.id, token, revoked: false };
  const change = newChange({
    type: "share",
    place: plan.village_id,
    fields: share,
    subject: dice.uuid(),
    madeAt: now(),
  });
  await applyAll(team, [{ ...change, id: dice.uuid() }]);
  const actions = await sql<{ id: string; status: string }[]>`
    select id, status from actions where plan_id = ${plan.id} and deleted_at is null order by status = 'done' desc, id limit 3`;
  for (const [index, action] of actions.entries()) {
    for (const said of [index !== 0, action.status === "done", false]) {
      const word = dice.chance(0.5) ? words[said ? 2 : dice.whole(0, 1)] : null;
      await sql`select say_voice(${dice.uuid()}, ${token}, ${action.id}, ${said}, ${word ?? null}, ${today()}, ${now()})`;
    }
  }
}
