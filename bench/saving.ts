import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import { pairwise } from "./measure";
import { openNation } from "./nation-database";

// One workshop saved, against the same four rows in one transaction without parsing, merging or hashing.
const runs = 60;

type District = Readonly<{ id: string; village: string }>;

async function bareSave(sql: Sql, { id, village }: District): Promise<void> {
  const [subject, change, author] = [randomUUID(), randomUUID(), randomUUID()];
  await sql.begin(async (tx) => {
    await tx`insert into workshops (id, district_id, village_id, created_by, updated_by, module, level, start_date)
      values (${subject}, ${id}, ${village}, ${author}, ${author}, '3', 'village', ${today()})`;
    await tx`insert into subjects (id, type, district_id, village_id, head_hash) values (${subject}, 'workshop', ${id}, ${village}, 'h')`;
    await tx`insert into changes (id, kind, subject_id, district_id, village_id, author_id, carrier_id, made_at, status, digest, hash)
      values (${change}, 'workshop.record', ${subject}, ${id}, ${village}, ${author}, ${author}, now(), 'accepted', 'd', 'h')`;
    await tx`insert into change_payloads (change_id, district_id, village_id, fields) values (${change}, ${id}, ${village}, '{}')`;
  });
}

/** In a district whose pages nobody measures: what is saved here stays. */
export async function measureSaving() {
  const { server, sql } = await openNation("nation");
  process.env.DATABASE_URL = server.appUrl;
  try {
    const [district] = await sql<District[]>`
      select d.id, min(v.id::text) as village from places d join places v on v.district_id = d.id and v.level = 'village'
      where d.code = 'LA0101' group by d.id`;
    if (!district) throw new Error("Nothing was loaded to save into");
    const team = actorFor({ role: "facilitator", districtIds: [district.id] });
    const fields = { module: "3", level: "village", startDate: today() } as const;
    const save = () =>
      applyChange(team, newChange({ type: "workshop", place: district.village, fields, madeAt: new Date() }));
    return await pairwise(runs, save, () => bareSave(sql, district));
  } finally {
    await closeDatabase();
    await sql.end();
    await server.stop();
  }
}
