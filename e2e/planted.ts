import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { newChange } from "@/lib/changes/new-change";
import type { RecordType } from "@/lib/changes/registry";
import { samples } from "@/lib/changes/samples";
import { expect, type Owner } from "./fixtures";

/** A word that stands in the planted records and must not appear in any answer to anybody of another place. */
export const canary = `canary${randomUUID().slice(0, 8)}`;
export type Planted = Readonly<Record<string, string>>;

const inSyncOrder: readonly RecordType[] = [
  "workshop",
  "group",
  "commitment",
  "photo",
  "map",
  "feature",
  "problem",
  "solution",
  "plan",
  "action",
  "progress",
  "visit",
];
const words: Partial<Record<RecordType, object>> = {
  workshop: { title: canary, note: canary, venue: canary },
  group: { label: canary },
  commitment: { text: canary },
  map: { title: canary },
  feature: { label: canary },
  problem: { statement: canary },
  solution: { text: canary },
  action: { what: canary },
  progress: { note: canary },
  visit: { findings: canary },
};

/** Records of a village of Pha Oudom, each with the word, as its own team sends them. */
export async function plant(owner: Owner, request: APIRequestContext): Promise<Planted> {
  const [village] = await owner`
    select v.id, v.code, v.district_id from places v join places d on d.id = v.district_id
    where d.code = 'LA0504' and v.level = 'village' order by v.code limit 1`;
  const ids: Record<string, string> = {
    village: village?.id,
    villageCode: village?.code,
    district: village?.district_id,
  };
  const changes = inSyncOrder.map((type) => {
    const fields = { ...samples[type](ids), ...words[type] };
    const change = newChange({
      type,
      place: ids.village as string,
      fields: fields as never,
      madeAt: new Date(),
    });
    ids[type] = change.subject;
    return change;
  });
  const answer = await request.post("/api/sync", { data: { device: null, epoch: null, changes } });
  expect((await answer.json()).answers.map(({ status }: { status: string }) => status)).toEqual(
    changes.map(() => "accepted"),
  );
  return ids;
}

/** All that a phone would pull of a district. */
export async function everyPage(request: APIRequestContext, district: string): Promise<string> {
  let all = "";
  for (let cursor: string | null = null; ; ) {
    const answer = await request.get(`/api/sync?district=${district}${cursor ? `&cursor=${cursor}` : ""}`);
    const text = await answer.text();
    all += text;
    const page = JSON.parse(text);
    if (!page.more) return all;
    cursor = page.cursor;
  }
}
