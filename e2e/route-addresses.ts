import { randomUUID } from "node:crypto";
import type { Tried } from "./addresses";

export const routeAddresses: Readonly<Record<string, Tried>> = {
  "api/auth/[...nextauth]/route.ts": { visitors: true, open: () => ["/api/auth/session"] },
  "api/districts/[code]/villages/route.ts": {
    verbs: ["district.review"],
    closed: () => ["/api/districts/LA0504/villages", "/api/districts/LA0504/villages?format=xlsx"],
  },
  "api/field/bootstrap/route.ts": { open: () => ["/api/field/bootstrap"] },
  "api/field/device/route.ts": {},
  "api/field/farewell/route.ts": {
    visitors: true,
    open: () => [`/api/field/farewell?device=${randomUUID()}`],
  },
  "api/field/recovery/route.ts": {},
  "api/field/report/route.ts": {},
  "api/field/sign-out/route.ts": {},
  "api/field/trust/route.ts": {},
  "api/health/route.ts": { visitors: true, open: () => ["/api/health"] },
  "api/imports/route.ts": {},
  "api/imports/values/route.ts": {},
  "api/imports/values/sheet/route.ts": {
    verbs: ["values.import"],
    closed: () => ["/api/imports/values/sheet?district=LA0000"],
  },
  "api/imports/values/[id]/conflicts/route.ts": {
    verbs: ["values.import"],
    closed: () => [`/api/imports/values/${randomUUID()}/conflicts`],
    answer: 404,
  },
  "api/imports/[id]/rows/route.ts": {
    verbs: ["import.run"],
    closed: () => [`/api/imports/${randomUUID()}/rows`],
    answer: 404,
  },
  "api/maps/[id]/route.ts": {
    verbs: ["record.read"],
    closed: (p) => ["geojson", "kml", "gpx"].map((format) => `/api/maps/${p.map}?format=${format}`),
    answer: 404,
  },
  "api/maps/basemap/route.ts": { open: () => ["/api/maps/basemap"], status: 404 },
  "api/media/[name]/route.ts": {
    verbs: ["record.read"],
    closed: (p) => [`/api/media/${p.photo}`, `/api/media/${randomUUID()}`],
    answer: 404,
  },
  "api/dialogues/route.ts": { verbs: ["record.read"], open: () => ["/api/dialogues"] },
  "api/themes/route.ts": {
    verbs: ["record.read"],
    open: () => ["/api/themes", "/api/themes?format=xlsx&locale=en"],
  },
  "api/trainings/route.ts": {
    verbs: ["record.read", "training.record"],
    open: () => ["/api/trainings", "/api/trainings?format=xlsx"],
  },
  "api/mentees/facilities/route.ts": {
    verbs: ["mentorship.summary"],
    open: () => ["/api/mentees/facilities"],
    closed: () => ["/api/mentees/facilities?district=LA0504"],
  },
  "api/mentees/route.ts": {
    verbs: ["mentorship.read"],
    open: () => ["/api/mentees", "/api/mentees?locale=en"],
    closed: () => ["/api/mentees?district=LA0504"],
  },
  "api/openapi.json/route.ts": { visitors: true, open: () => ["/api/openapi.json"] },
  "api/v1/openapi.json/route.ts": { visitors: true, open: () => ["/api/v1/openapi.json"] },
  "api/v1/data-values/route.ts": {},
  "api/v1/published-tables/route.ts": {
    verbs: ["published.read"],
    open: () => ["/api/v1/published-tables"],
  },
  "api/v1/published-tables/[id]/route.ts": {
    verbs: ["published.read"],
    closed: () => [`/api/v1/published-tables/${randomUUID()}`],
    answer: 404,
  },
  "api/published/[id]/route.ts": {
    verbs: ["published.read"],
    closed: () => [`/api/published/${randomUUID()}`, `/api/published/${randomUUID()}?format=xlsx`],
    answer: 404,
  },
  "api/money/route.ts": {
    verbs: ["budget.read"],
    open: () => ["/api/money", "/api/money?format=xlsx"],
  },
  "api/money/sheet/route.ts": {
    verbs: ["budget.record", "budget.recordNational"],
    open: () => ["/api/money/sheet", "/api/money/sheet?format=xlsx"],
  },
  "api/partners/sheet/route.ts": {
    verbs: ["rollout.record"],
    open: () => ["/api/partners/sheet?format=xlsx"],
  },
  "api/partners/route.ts": {
    verbs: ["rollout.read"],
    open: () => ["/api/partners", "/api/partners?format=xlsx"],
  },
  "api/national/route.ts": {
    verbs: ["rollout.read"],
    open: () => ["/api/national", "/api/national?format=xlsx&year=2024"],
  },
  "api/plans/[planId]/workbook/route.ts": {
    verbs: ["record.read"],
    closed: (p) => [`/api/plans/${p.plan}/workbook`],
    answer: 404,
  },
  "api/rollout/board/route.ts": { verbs: ["rollout.read"], open: () => ["/api/rollout/board?format=xlsx"] },
  "api/rollout/board/[code]/route.ts": {
    verbs: ["rollout.read"],
    closed: () => ["/api/rollout/board/LA0504", "/api/rollout/board/LA05"],
  },
  "api/equity/route.ts": { verbs: ["rollout.read"], open: () => ["/api/equity"] },
  "api/evaluation/research/route.ts": {
    verbs: ["research.export"],
    open: () => ["/api/evaluation/research?place=LA11"],
  },
  "api/evaluation/route.ts": {
    verbs: ["rollout.read"],
    open: () => ["/api/evaluation", "/api/evaluation?format=xlsx"],
  },
  "api/peers/route.ts": { verbs: ["record.read"], open: () => ["/api/peers", "/api/peers?format=xlsx"] },
  "api/peers/groups/route.ts": { verbs: ["record.read"], open: () => ["/api/peers/groups?format=xlsx"] },
  "api/institutions/route.ts": { verbs: ["rollout.read"], open: () => ["/api/institutions"] },
  "api/voices/route.ts": {
    verbs: ["voice.moderate"],
    open: () => ["/api/voices"],
    closed: () => ["/api/voices?district=LA0504"],
  },
  "api/learning/route.ts": { verbs: ["record.read"], open: () => ["/api/learning"] },
  "api/rollout/plan/[code]/route.ts": {
    verbs: ["rollout.read"],
    closed: () => ["/api/rollout/plan/LA0504", "/api/rollout/plan/LA05?format=xlsx&year=2026"],
  },
  "api/rollout/facilitators/[code]/route.ts": {
    verbs: ["rollout.read"],
    closed: () => ["/api/rollout/facilitators/LA0504"],
  },
  "api/rollout/reach/route.ts": { verbs: ["rollout.read"], open: () => ["/api/rollout/reach"] },
  "api/places/[code]/trust/route.ts": {
    verbs: ["trust.read"],
    closed: (p) => [`/api/places/${p.villageCode}/trust`],
  },
  "api/trust/rounds/[id]/sheet/route.ts": {
    verbs: ["trust.record"],
    closed: () => [`/api/trust/rounds/${randomUUID()}/sheet`],
    answer: 404,
  },
  "api/trust/route.ts": {
    verbs: ["trust.summary"],
    open: () => ["/api/trust"],
    closed: () => ["/api/trust?district=LA0504"],
  },
  "api/sync/route.ts": {
    verbs: ["record.read", "mentorship.record"],
    open: () => ["/api/sync"],
    closed: (p) => [`/api/sync?district=${p.district}`],
  },
  "offline/[script]/route.ts": {
    visitors: true,
    open: () => ["/offline/worker.js", "/offline/sender.js"],
  },
  "v/[token]/route.ts": { visitors: true, open: () => ["/v/AAAAAAAAAAAAAAAAAAAAAA"], status: 404 },
};
