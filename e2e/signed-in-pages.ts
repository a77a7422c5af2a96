import { randomUUID } from "node:crypto";
import type { Owner } from "./fixtures";
import type { Planted } from "./planted";

const village = (page: string) => (p: Planted) => `/lo/places/${p.villageCode}${page}`;
export const team = "facilitator.phaoudom";
const governor = "governor.phaoudom";
/** Every signed-in page, with somebody for whom it is full. */
export const signedInPages: Readonly<
  Record<string, readonly [who: string, address: (p: Planted) => string]>
> = {
  "admin/accounts/page.tsx": ["admin", () => "/lo/admin/accounts"],
  "admin/accounts/new/page.tsx": ["admin", () => "/lo/admin/accounts/new"],
  "admin/accounts/[userId]/page.tsx": ["admin", (p) => `/lo/admin/accounts/${p.person}`],
  "admin/checklists/page.tsx": ["admin", () => "/lo/admin/checklists"],
  "admin/checklists/[id]/page.tsx": ["admin", (p) => `/lo/admin/checklists/${p.checklist}`],
  "admin/devices/page.tsx": ["admin", () => "/lo/admin/devices"],
  "admin/devices/quarantine/page.tsx": ["admin", () => "/lo/admin/devices/quarantine"],
  "admin/escalation/page.tsx": ["admin", () => "/lo/admin/escalation"],
  "admin/imports/page.tsx": ["admin", () => "/lo/admin/imports"],
  "admin/imports/values/page.tsx": ["health.pakxan", () => "/lo/admin/imports/values"],
  "admin/imports/values/ids/page.tsx": ["health.pakxan", () => "/lo/admin/imports/values/ids"],
  "admin/imports/values/[id]/page.tsx": [
    "admin",
    (p) => `/lo/admin/imports/values/${p.values}?unit=DiszpKrYNg8&q=pak`,
  ],
  "admin/imports/values/pull/page.tsx": ["admin", () => "/lo/admin/imports/values/pull"],
  "admin/imports/values/pull/[run]/page.tsx": ["admin", (p) => `/lo/admin/imports/values/pull/${p.pull}`],
  "admin/imports/[id]/page.tsx": ["admin", (p) => `/lo/admin/imports/${p.import}`],
  "admin/indicators/page.tsx": ["admin", () => "/lo/admin/indicators?element=ANC1"],
  "admin/instruments/page.tsx": ["admin", () => "/lo/admin/instruments"],
  "admin/instruments/[id]/page.tsx": ["admin", (p) => `/lo/admin/instruments/${p.instrument}`],
  "admin/places/page.tsx": ["admin", () => "/lo/admin/places"],
  "admin/places/[code]/page.tsx": ["admin", (p) => `/lo/admin/places/${p.districtCode}`],
  "admin/places/[code]/change/page.tsx": ["admin", (p) => `/lo/admin/places/${p.districtCode}/change`],
  "admin/vocabularies/page.tsx": ["admin", () => "/lo/admin/vocabularies"],
  "attention/page.tsx": [governor, () => "/lo/attention?kind=signal"],
  "brief/page.tsx": [governor, () => "/lo/brief"],
  "districts/page.tsx": ["province.bolikhamxay", () => "/lo/districts"],
  "facilities/page.tsx": ["ministry", () => "/lo/facilities"],
  "facilities/[id]/page.tsx": ["admin", (p) => `/lo/facilities/${p.facility}`],
  "indicators/page.tsx": [governor, () => "/lo/indicators"],
  "indicators/people/page.tsx": ["health.pakxan", () => "/lo/indicators/people"],
  "reports/page.tsx": ["health.pakxan", () => "/lo/reports"],
  "reports/[id]/page.tsx": ["health.pakxan", (p) => `/lo/reports/${p.report}`],
  "instructions/page.tsx": [governor, () => "/lo/instructions"],
  "instructions/[id]/page.tsx": [governor, (p) => `/lo/instructions/${p.instruction}`],
  "instructions/new/page.tsx": [
    governor,
    (p) => `/lo/instructions/new?district=LA0504&village=${p.village}&action=${p.action}`,
  ],
  "dialogues/page.tsx": ["governor.pakxan", () => "/lo/dialogues"],
  "dialogues/[id]/page.tsx": ["governor.pakxan", (p) => `/lo/dialogues/${p.dialogue}`],
  "themes/page.tsx": ["health.pakxan", () => "/lo/themes?show=staff"],
  "trainings/page.tsx": ["health.pakxan", () => "/lo/trainings"],
  "mentees/page.tsx": ["mentor.pakxan", () => "/lo/mentees"],
  "mentees/facilities/page.tsx": ["mentor.pakxan", () => "/lo/mentees/facilities"],
  "mentees/new/page.tsx": ["mentor.pakxan", () => "/lo/mentees/new"],
  "mentees/[id]/page.tsx": ["mentor.pakxan", (p) => `/lo/mentees/${p.mentee}`],
  "me/page.tsx": [team, () => "/lo/me"],
  "places/[code]/page.tsx": [team, village("")],
  "places/[code]/plan/page.tsx": [team, village("/plan")],
  "places/[code]/plan/poster/page.tsx": [team, (p) => `${village("/plan/poster")(p)}?plan=${p.plan}`],
  "places/[code]/indicators/page.tsx": [team, village("/indicators")],
  "places/[code]/map/page.tsx": [team, village("/map")],
  "places/[code]/problems/page.tsx": [team, village("/problems")],
  "places/[code]/profile/page.tsx": ["health.pakxan", (p) => `/lo/places/${p.pakxan}/profile`],
  "places/[code]/workshops/page.tsx": [team, village("/workshops")],
  "places/[code]/workshops/[id]/page.tsx": [team, (p) => village(`/workshops/${p.workshop}`)(p)],
  "places/[code]/history/page.tsx": [team, village("/history")],
  "places/[code]/history/erase/page.tsx": [
    "health.pakxan",
    (p) => `/lo/places/${p.recordedIn}/history/erase?subject=${p.record}`,
  ],
  "places/[code]/trust/page.tsx": [team, village("/trust")],
  "trust/page.tsx": [governor, () => "/lo/trust"],
  "institutions/page.tsx": ["ministry", () => "/lo/institutions?agreement=new"],
  "money/page.tsx": ["province.bolikhamxay", () => "/lo/money"],
  "money/[id]/page.tsx": ["province.bolikhamxay", (p) => `/lo/money/${p.budget}`],
  "partners/page.tsx": ["ministry", () => "/lo/partners?activity=new"],
  "national/page.tsx": ["ministry", () => "/lo/national"],
  "national/[code]/page.tsx": ["ministry", () => "/lo/national/penta3?value=new"],
  "national/new/page.tsx": ["ministry", () => "/lo/national/new"],
  "plans/page.tsx": [governor, () => "/lo/plans"],
  "learning/page.tsx": [governor, () => "/lo/learning"],
  "peers/page.tsx": [governor, () => "/lo/peers"],
  "peers/groups/page.tsx": [governor, () => "/lo/peers/groups"],
  "peers/new/page.tsx": [team, (p) => `/lo/peers/new?village=${p.village}&theme=water_sanitation`],
  "peers/[id]/page.tsx": [governor, (p) => `/lo/peers/${p.peerLink}`],
  "voices/page.tsx": [governor, () => "/lo/voices"],
  "published/page.tsx": ["partner", () => "/lo/published"],
  "published/new/page.tsx": ["ministry", () => "/lo/published/new"],
  "published/[id]/page.tsx": ["partner", (p) => `/lo/published/${p.publication}`],
  "equity/page.tsx": ["ministry", () => "/lo/equity?place=LA1101"],
  "evaluation/page.tsx": ["ministry", () => "/lo/evaluation"],
  "rollout/page.tsx": ["ministry", () => "/lo/rollout"],
  "rollout/plan/page.tsx": ["ministry", () => "/lo/rollout/plan?province=LA11&district=LA1101"],
  "rollout/facilitators/page.tsx": ["province.bolikhamxay", () => "/lo/rollout/facilitators"],
  "rollout/[code]/page.tsx": ["province.bolikhamxay", () => "/lo/rollout/LA1101"],
  "search/page.tsx": [team, () => "/lo/search?q=nam"],
  "today/page.tsx": [governor, () => "/lo/today"],
  "villages/page.tsx": [governor, () => "/lo/villages"],
};

/** What the addresses above name and only the database knows. */
export async function arrange(owner: Owner, planted: Planted): Promise<Planted> {
  const [row] = await owner`
    select (select id from users where login = 'facilitator.pakxan') as person,
      (select id from instructions where district_id = ${planted.district as string} limit 1) as instruction,
      (select code from places where id = ${planted.district as string}) as "districtCode",
      (select id from facilities limit 1) as facility,
      (select id from checklists where tool = 'osce' limit 1) as checklist,
      (select dialogue_id from instructions where dialogue_id is not null limit 1) as dialogue,
      (select mentee_id from next_steps where mentee_id is not null limit 1) as mentee,
      (select id from instruments limit 1) as instrument,
      (select b.id from budgets b join places d on d.id = b.district_id where d.code = 'LA1101' limit 1) as budget,
      (select id from publications order by quarter desc, table_name limit 1) as publication,
      (select r.id from reports r join places d on d.id = r.district_id where d.code = 'LA1101' limit 1) as report,
      (select l.id from peer_links l join places d on d.id = l.district_id where d.code = 'LA0504' limit 1) as "peerLink",
      (select code from places where level = 'village' and code like 'v1101%' order by code limit 1) as pakxan`;
  const run = randomUUID();
  await owner`
    insert into imports (id, kind, file_name, file_sha256, status, created_by)
    select ${run}, 'villages', 'villages.csv', 'none', 'accepted', id from users where login = 'admin'`;
  const values = randomUUID();
  await owner`
    insert into value_imports (id, file_name, format, via, system, unit_scheme, element_scheme, strategy, status, size, created_by)
    select ${values}, 'values.csv', 'csv', 'file', 'dhis2', 'uid', 'uid', 'CREATE_AND_UPDATE', 'read', 2, id from users
    where login = 'admin'`;
  await owner`
    insert into value_import_ids (import_id, kind, no, external_id, combo, rows, first_row) values
      (${values}, 'unit', 1, 'DiszpKrYNg8', '', 2, 2), (${values}, 'element', 1, 'fbfJHSPpUQD', 'm', 1, 2),
      (${values}, 'element', 2, 'fbfJHSPpUQD', 'f', 1, 3)`;
  const pull = await arrangePull(owner);
  const [record] = await owner`
    select w.id as record, v.code as "recordedIn" from workshops w join places v on v.id = w.village_id
    where v.code like 'v1101%' and w.deleted_at is null limit 1`;
  return { ...planted, ...row, ...record, import: run, values, pull };
}

/** What is fetched from DHIS2, switched off, and a run that stopped. */
async function arrangePull(owner: Owner): Promise<string> {
  const pull = randomUUID();
  await owner`
    insert into value_pulls (id, address, data_sets, org_units, children, unit_scheme, element_scheme, strategy, months, rhythm,
      day, hour, set_by)
    select ${pull}, 'https://dhis2.invalid', '{BfMAe6Itzgt}', '{DiszpKrYNg8}', true, 'uid', 'uid', 'CREATE_AND_UPDATE', 3, 'monthly',
      20, 3, id from users where login = 'admin' on conflict do nothing`;
  await owner`
    insert into value_pull_runs (id, kind, asked, asked_by, started_at, ended_at, state, problem, detail)
    select ${pull}, 'hand', '{"address": "https://dhis2.invalid", "dataSets": ["BfMAe6Itzgt"]}', id, now(), now(), 'stopped',
      'refused', 'Illegal data set identifier: [BfMAe6Itzgt]' from users where login = 'admin'`;
  await owner`
    insert into value_pull_parts (run_id, no, period, org_unit, state, tries, http_status, problem, detail, counts) values
      (${pull}, 1, 202610, 'DiszpKrYNg8', 'done', 2, 200, null, null, '{"rows": 120, "imported": 100, "unknown": 20}'),
      (${pull}, 2, 202609, 'DiszpKrYNg8', 'failed', 1, 409, 'refused', 'Illegal data set identifier: [BfMAe6Itzgt]', null),
      (${pull}, 3, 202608, 'DiszpKrYNg8', 'waiting', 0, null, null, null, null)`;
  return pull;
}
