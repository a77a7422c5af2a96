import { createHash } from "node:crypto";
import { sql as statement } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyWithin } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { today } from "@/lib/clock";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { scoreOf } from "@/lib/trust/rules";
import { DONT_KNOW, type Exposure, REFUSED } from "@/lib/trust/schema";
import { instrumentId } from "../reference/instruments";
import { addDays } from "./days";

type Village = Readonly<{ id: string }>;
type Seeding = Readonly<{
  team: Actor;
  villages: readonly Village[];
  ethnicGroup: string;
  /** Position of the village where trust is low from the beginning, and of the one where it falls. */
  low?: number;
  falls?: number;
  dice: SeededNumbers;
}>;

/** So many people of each exposure in each of both rounds; the last village is too small to be shown. */
const groups: readonly (readonly [Exposure, number])[] = [
  ["participant", 13],
  ["unexposed", 12],
];

/**
 * Made-up trust rounds of some villages, before and three months after: those who took part gain about a point. The rounds go
 * through the write path, the answers through the same function that takes a phone's.
 */
export async function seedTrust({ team, villages, ethnicGroup, low, falls, dice }: Seeding): Promise<void> {
  for (const [index, village] of villages.entries()) {
    const small = index === villages.length - 1;
    const chance = dice.whole(10, 30) / 100;
    const level = index === low ? 0 : chance;
    for (const wave of ["baseline", "months3"] as const) {
      const startDate = addDays(today(), wave === "baseline" ? -130 : -35);
      const people = groups.flatMap(([exposure, n]) =>
        Array.from({ length: small ? Math.ceil(n / 4) : n + dice.whole(0, 3) }, () => exposure),
      );
      const fell = wave === "months3" && index === falls;
      const gained = (exposure: Exposure) =>
        fell ? -0.3 : wave === "months3" && exposure === "participant" ? 0.13 : 0.02;
      const answers = people
        .slice(0, small ? 7 : undefined)
        .map((exposure) => answer({ exposure, ethnicGroup, likes: 0.5 + level + gained(exposure), dice }));
      await seedRound({ team, village, wave, startDate, answers, dice });
    }
  }
}

type Person = { exposure: Exposure; ethnicGroup: string; likes: number; dice: SeededNumbers };

function answer({ exposure, ethnicGroup, likes, dice }: Person) {
  const values = Array.from({ length: 8 }, () => {
    const roll = dice.next();
    if (roll > 0.97) return roll > 0.985 ? REFUSED : DONT_KNOW;
    return roll < likes ? 1 : roll < likes + 0.12 ? 0 : -1;
  });
  return {
    instrument_id: instrumentId("lao-8"),
    exposure,
    sex: dice.pick(["female", "male"] as const),
    age_band: dice.pick(["18to24", "25to49", "25to49", "50plus"] as const),
    ethnic_group_id: dice.chance(0.8) ? ethnicGroup : ethnicGroup === "lao" ? "khmu" : "lao",
    item_values: values,
    score: scoreOf({ scale: "agree3" }, values),
  };
}

type Round = Readonly<{
  team: Actor;
  village: Village;
  wave: "baseline" | "months3";
  startDate: string;
  answers: readonly ReturnType<typeof answer>[];
  dice: SeededNumbers;
}>;

async function seedRound({ team, village, wave, startDate, answers, dice }: Round): Promise<void> {
  const roundId = dice.uuid();
  const batch = dice.uuid();
  const madeAt = new Date(`${startDate}T03:00:00Z`);
  const json = JSON.stringify(answers);
  await withScope(team.scope, async (tx) => {
    const write = async <T extends RecordType>(type: T, subject: string, fields: Partial<FieldsOf<T>>) => {
      const change = newChange({ type, subject, place: village.id, fields, madeAt });
      const taken = await applyWithin(tx, team, { ...change, id: dice.uuid() });
      if (taken.status !== "accepted") throw new Error(`Demonstration: ${type} ${taken.status}`);
    };
    await write("trustRound", roundId, {
      instrumentId: instrumentId("lao-8"),
      wave,
      startDate,
      interviewer: "facilitator_team",
      language: "lo",
      exposureGroups: groups.map(([exposure]) => exposure),
      planned: 25,
      closed: true,
    });
    const sha256 = createHash("sha256").update(json).digest("hex");
    await write("trustBatch", batch, { roundId, n: answers.length, declined: dice.whole(0, 3), sha256 });
    await tx.execute(statement`select trust_take(${batch}, ${json}::jsonb)`);
  });
}
