import { randomUUID } from "node:crypto";
import type { Addresses, Tried } from "./addresses";
import { canary } from "./planted";

const work = "[locale]/(work)";
const village = (page = ""): Addresses => {
  return (p) => [`/lo/places/${p.villageCode}${page}`, `/lo/places/${p.village}${page}`];
};

export const pageAddresses: Readonly<Record<string, Tried>> = {
  "[locale]/page.tsx": { open: () => ["/lo"], status: 307 },
  "[locale]/(public)/about/page.tsx": { visitors: true, open: () => ["/lo/about"] },
  "[locale]/(public)/information/page.tsx": {
    visitors: true,
    open: () => ["/lo/information", "/lo/information?topic=registration"],
  },
  "[locale]/(public)/invitation/page.tsx": { visitors: true, open: () => ["/lo/invitation"] },
  "[locale]/(public)/privacy/page.tsx": { visitors: true, open: () => ["/lo/privacy"] },
  "[locale]/(public)/sign-in/page.tsx": { visitors: true, open: () => ["/lo/sign-in"] },
  "[locale]/(public)/sign-in/code/page.tsx": { open: () => ["/lo/sign-in/code"], status: 307 },
  "[locale]/(public)/sign-in/new-password/page.tsx": { open: () => ["/lo/sign-in/new-password"] },
  "[locale]/(public)/sign-in/privacy/page.tsx": { open: () => ["/lo/sign-in/privacy"], status: 307 },
  "[locale]/(public)/sign-in/second-factor/page.tsx": { open: () => ["/lo/sign-in/second-factor"] },
  "[locale]/(public)/sign-in/second-factor/replace/page.tsx": {
    open: () => ["/lo/sign-in/second-factor/replace"],
    status: 307,
  },
  "[locale]/[...missing]/page.tsx": { visitors: true, open: () => ["/lo/nothing-here"], status: 404 },
  "[locale]/field/[[...path]]/page.tsx": {
    visitors: true,
    open: (p) => [`/lo/field/workshops/${p.workshop}`],
  },
  [`${work}/admin/accounts/page.tsx`]: {
    verbs: ["account.manage", "person.reset"],
    open: () => ["/lo/admin/accounts?q=pakxan"],
  },
  [`${work}/admin/accounts/new/page.tsx`]: {
    verbs: ["account.manage"],
    open: () => ["/lo/admin/accounts/new"],
  },
  [`${work}/admin/accounts/[userId]/page.tsx`]: {
    verbs: ["account.manage", "person.reset"],
    closed: () => [`/lo/admin/accounts/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/admin/checklists/page.tsx`]: {
    verbs: ["instrument.manage"],
    open: () => ["/lo/admin/checklists"],
  },
  [`${work}/admin/checklists/[id]/page.tsx`]: {
    verbs: ["instrument.manage"],
    closed: () => [`/lo/admin/checklists/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/admin/devices/page.tsx`]: {
    verbs: ["device.supervise"],
    open: () => ["/lo/admin/devices?q=phaoudom"],
  },
  [`${work}/admin/devices/quarantine/page.tsx`]: {
    verbs: ["account.manage"],
    open: () => ["/lo/admin/devices/quarantine"],
  },
  [`${work}/admin/escalation/page.tsx`]: {
    verbs: ["escalation.set"],
    open: () => ["/lo/admin/escalation"],
  },
  [`${work}/admin/indicators/page.tsx`]: {
    verbs: ["indicator.manage"],
    open: () => [
      "/lo/admin/indicators",
      "/lo/admin/indicators?element=ANC1",
      "/lo/admin/indicators?indicator=new",
    ],
  },
  [`${work}/admin/imports/page.tsx`]: { verbs: ["import.run"], open: () => ["/lo/admin/imports"] },
  [`${work}/admin/imports/values/page.tsx`]: {
    verbs: ["values.import"],
    open: () => ["/lo/admin/imports/values"],
  },
  [`${work}/admin/imports/values/ids/page.tsx`]: {
    verbs: ["values.import"],
    open: () => ["/lo/admin/imports/values/ids"],
  },
  [`${work}/admin/imports/values/pull/page.tsx`]: {
    verbs: ["values.pull"],
    open: () => ["/lo/admin/imports/values/pull"],
  },
  [`${work}/admin/imports/values/pull/[run]/page.tsx`]: {
    verbs: ["values.pull"],
    closed: () => [`/lo/admin/imports/values/pull/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/admin/imports/values/[id]/page.tsx`]: {
    verbs: ["values.import"],
    closed: () => [`/lo/admin/imports/values/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/admin/imports/[id]/page.tsx`]: {
    verbs: ["import.run"],
    closed: () => [`/lo/admin/imports/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/admin/instruments/page.tsx`]: {
    verbs: ["instrument.manage"],
    open: () => ["/lo/admin/instruments"],
  },
  [`${work}/admin/instruments/[id]/page.tsx`]: {
    verbs: ["instrument.manage"],
    closed: () => [`/lo/admin/instruments/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/admin/places/page.tsx`]: { verbs: ["place.manage"], open: () => ["/lo/admin/places"] },
  [`${work}/admin/places/[code]/page.tsx`]: {
    verbs: ["place.manage"],
    open: (p) => [`/lo/admin/places/${p.villageCode}`],
  },
  [`${work}/admin/places/[code]/change/page.tsx`]: {
    verbs: ["place.manage"],
    open: (p) => [`/lo/admin/places/${p.villageCode}/change`],
  },
  [`${work}/admin/vocabularies/page.tsx`]: {
    verbs: ["vocabulary.manage"],
    open: () => ["/lo/admin/vocabularies"],
  },
  [`${work}/attention/page.tsx`]: {
    verbs: ["district.review"],
    open: () => ["/lo/attention", "/lo/attention?kind=signal"],
    closed: () => ["/lo/attention?district=LA0504"],
  },
  [`${work}/brief/page.tsx`]: {
    verbs: ["district.review"],
    open: () => ["/lo/brief"],
    closed: () => ["/lo/brief?district=LA0504"],
  },
  [`${work}/districts/page.tsx`]: { verbs: ["district.review"], open: () => ["/lo/districts"] },
  [`${work}/facilities/page.tsx`]: {
    verbs: ["record.read", "place.manage"],
    open: () => ["/lo/facilities", "/lo/facilities?district=LA0504"],
  },
  [`${work}/facilities/[id]/page.tsx`]: {
    verbs: ["record.read", "place.manage"],
    closed: () => [`/lo/facilities/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/indicators/page.tsx`]: {
    verbs: ["district.review"],
    open: () => ["/lo/indicators"],
    closed: () => ["/lo/indicators?district=LA0504"],
  },
  [`${work}/indicators/people/page.tsx`]: {
    verbs: ["district.review"],
    open: () => ["/lo/indicators/people"],
    closed: () => ["/lo/indicators/people?district=LA0504"],
  },
  [`${work}/reports/page.tsx`]: {
    verbs: ["report.verify"],
    open: () => ["/lo/reports"],
    closed: () => ["/lo/reports?district=LA0504"],
  },
  [`${work}/reports/[id]/page.tsx`]: {
    verbs: ["report.verify"],
    closed: () => [`/lo/reports/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/instructions/page.tsx`]: {
    verbs: ["record.read"],
    open: () => ["/lo/instructions"],
    closed: () => ["/lo/instructions?district=LA0504"],
  },
  [`${work}/instructions/[id]/page.tsx`]: {
    verbs: ["record.read"],
    closed: () => [`/lo/instructions/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/instructions/new/page.tsx`]: {
    closed: (p) => [`/lo/instructions/new?district=LA0504&village=${p.village}&action=${p.action}`],
  },
  [`${work}/dialogues/page.tsx`]: { verbs: ["record.read"], open: () => ["/lo/dialogues"] },
  [`${work}/dialogues/[id]/page.tsx`]: {
    verbs: ["record.read"],
    closed: () => [`/lo/dialogues/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/themes/page.tsx`]: {
    verbs: ["record.read"],
    open: () => ["/lo/themes", "/lo/themes?kind=problem&year=2026"],
  },
  [`${work}/trainings/page.tsx`]: {
    verbs: ["record.read", "training.record"],
    open: () => ["/lo/trainings"],
  },
  [`${work}/mentees/page.tsx`]: {
    verbs: ["mentorship.summary"],
    open: () => ["/lo/mentees"],
  },
  [`${work}/mentees/facilities/page.tsx`]: {
    verbs: ["mentorship.summary"],
    open: () => ["/lo/mentees/facilities"],
    closed: () => ["/lo/mentees/facilities?district=LA0504"],
  },
  [`${work}/mentees/new/page.tsx`]: {
    verbs: ["mentorship.record"],
    open: () => ["/lo/mentees/new"],
  },
  [`${work}/mentees/[id]/page.tsx`]: {
    verbs: ["mentorship.read"],
    closed: () => [`/lo/mentees/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/me/page.tsx`]: { open: () => ["/lo/me"] },
  [`${work}/places/[code]/page.tsx`]: { closed: village() },
  [`${work}/places/[code]/indicators/page.tsx`]: { closed: village("/indicators") },
  [`${work}/places/[code]/plan/page.tsx`]: { closed: village("/plan") },
  [`${work}/places/[code]/plan/poster/page.tsx`]: {
    closed: (p) => [`/lo/places/${p.villageCode}/plan/poster?plan=${p.plan}`],
  },
  [`${work}/places/[code]/map/page.tsx`]: { closed: village("/map") },
  [`${work}/places/[code]/problems/page.tsx`]: { closed: village("/problems") },
  [`${work}/places/[code]/profile/page.tsx`]: { closed: village("/profile") },
  [`${work}/places/[code]/workshops/page.tsx`]: { closed: village("/workshops") },
  [`${work}/places/[code]/workshops/[id]/page.tsx`]: {
    closed: (p) => [`/lo/places/${p.villageCode}/workshops/${p.workshop}`],
  },
  [`${work}/places/[code]/trust/page.tsx`]: { verbs: ["trust.read"], closed: village("/trust") },
  [`${work}/trust/page.tsx`]: {
    verbs: ["trust.summary"],
    open: () => ["/lo/trust"],
    closed: () => ["/lo/trust?district=LA0504"],
  },
  [`${work}/places/[code]/history/page.tsx`]: {
    closed: (p) => [
      `/lo/places/${p.villageCode}/history`,
      `/lo/places/${p.villageCode}/history?subject=${p.plan}`,
    ],
  },
  [`${work}/places/[code]/history/erase/page.tsx`]: {
    closed: (p) => [`/lo/places/${p.villageCode}/history/erase?subject=${p.plan}`],
  },
  [`${work}/plans/page.tsx`]: {
    verbs: ["district.review"],
    open: () => ["/lo/plans"],
    closed: () => ["/lo/plans?district=LA0504"],
  },
  [`${work}/learning/page.tsx`]: {
    verbs: ["record.read"],
    open: () => ["/lo/learning", "/lo/learning?category=referral"],
  },
  [`${work}/peers/page.tsx`]: { verbs: ["record.read"], open: () => ["/lo/peers"] },
  [`${work}/peers/groups/page.tsx`]: { verbs: ["record.read"], open: () => ["/lo/peers/groups"] },
  [`${work}/peers/new/page.tsx`]: { verbs: ["peer.record"], open: () => ["/lo/peers/new"] },
  [`${work}/peers/[id]/page.tsx`]: {
    verbs: ["record.read"],
    closed: () => [`/lo/peers/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/voices/page.tsx`]: {
    verbs: ["voice.moderate"],
    open: () => ["/lo/voices"],
    closed: () => ["/lo/voices?district=LA0504"],
  },
  [`${work}/institutions/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/institutions", "/lo/institutions?institution=new", "/lo/institutions?agreement=new"],
  },
  [`${work}/money/page.tsx`]: { verbs: ["budget.read"], open: () => ["/lo/money", "/lo/money?year=2025"] },
  [`${work}/money/[id]/page.tsx`]: {
    verbs: ["budget.read"],
    closed: () => [`/lo/money/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/partners/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/partners", "/lo/partners?activity=new"],
  },
  [`${work}/national/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/national", "/lo/national?year=2025&place=LA11"],
  },
  [`${work}/national/[code]/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/national/penta3", "/lo/national/penta3?value=new"],
  },
  [`${work}/national/new/page.tsx`]: { verbs: ["national.record"], open: () => ["/lo/national/new"] },
  [`${work}/published/page.tsx`]: { verbs: ["published.read"], open: () => ["/lo/published"] },
  [`${work}/published/new/page.tsx`]: {
    verbs: ["table.publish"],
    open: () => ["/lo/published/new", "/lo/published/new?table=trust"],
  },
  [`${work}/published/[id]/page.tsx`]: {
    verbs: ["published.read"],
    closed: () => [`/lo/published/${randomUUID()}`],
    answer: 404,
  },
  [`${work}/rollout/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/rollout", "/lo/rollout?year=2020&module=3&level=hc"],
  },
  [`${work}/rollout/plan/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/rollout/plan", "/lo/rollout/plan?province=LA05&district=LA0504"],
  },
  [`${work}/rollout/facilitators/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/rollout/facilitators", "/lo/rollout/facilitators?province=LA05"],
  },
  [`${work}/rollout/[code]/page.tsx`]: {
    verbs: ["rollout.read"],
    closed: () => ["/lo/rollout/LA0504", "/lo/rollout/LA05"],
  },
  [`${work}/evaluation/page.tsx`]: {
    verbs: ["rollout.read"],
    open: () => ["/lo/evaluation", "/lo/evaluation?indicator=EIBF&year=2025"],
  },
  [`${work}/equity/page.tsx`]: { verbs: ["rollout.read"], open: () => ["/lo/equity"] },
  [`${work}/search/page.tsx`]: { open: () => [`/lo/search?q=${canary.slice(0, 6)}`] },
  [`${work}/today/page.tsx`]: {
    verbs: ["district.review"],
    open: () => ["/lo/today"],
    closed: () => ["/lo/today?district=LA0504"],
  },
  [`${work}/villages/page.tsx`]: {
    verbs: ["district.review"],
    open: () => ["/lo/villages"],
    closed: () => ["/lo/villages?district=LA0504"],
  },
};
