import type access from "./messages/en/access.json";
import type attention from "./messages/en/attention.json";
import type checklists from "./messages/en/checklists.json";
import type common from "./messages/en/common.json";
import type comparison from "./messages/en/comparison.json";
import type devices from "./messages/en/devices.json";
import type dialogues from "./messages/en/dialogues.json";
import type districts from "./messages/en/districts.json";
import type equity from "./messages/en/equity.json";
import type errors from "./messages/en/errors.json";
import type evaluation from "./messages/en/evaluation.json";
import type exchange from "./messages/en/exchange.json";
import type field from "./messages/en/field.json";
import type history from "./messages/en/history.json";
import type indicators from "./messages/en/indicators.json";
import type instructions from "./messages/en/instructions.json";
import type interviews from "./messages/en/interviews.json";
import type leaflets from "./messages/en/leaflets.json";
import type learning from "./messages/en/learning.json";
import type maps from "./messages/en/maps.json";
import type media from "./messages/en/media.json";
import type mentees from "./messages/en/mentees.json";
import type mentorship from "./messages/en/mentorship.json";
import type money from "./messages/en/money.json";
import type national from "./messages/en/national.json";
import type offline from "./messages/en/offline.json";
import type peers from "./messages/en/peers.json";
import type people from "./messages/en/people.json";
import type phone from "./messages/en/phone.json";
import type places from "./messages/en/places.json";
import type plans from "./messages/en/plans.json";
import type poster from "./messages/en/poster.json";
import type problems from "./messages/en/problems.json";
import type published from "./messages/en/published.json";
import type pull from "./messages/en/pull.json";
import type rollout from "./messages/en/rollout.json";
import type sharing from "./messages/en/sharing.json";
import type shell from "./messages/en/shell.json";
import type status from "./messages/en/status.json";
import type themes from "./messages/en/themes.json";
import type trainings from "./messages/en/trainings.json";
import type trust from "./messages/en/trust.json";
import type villages from "./messages/en/villages.json";
import type visits from "./messages/en/visits.json";
import type voices from "./messages/en/voices.json";
import type workshops from "./messages/en/workshops.json";
import type { Locale } from "./routing";

/** One line per file in `messages/en`; the test beside this file says when one is missing. */
export type Messages = {
  access: typeof access;
  attention: typeof attention;
  checklists: typeof checklists;
  common: typeof common;
  comparison: typeof comparison;
  devices: typeof devices;
  dialogues: typeof dialogues;
  districts: typeof districts;
  equity: typeof equity;
  evaluation: typeof evaluation;
  errors: typeof errors;
  exchange: typeof exchange;
  field: typeof field;
  history: typeof history;
  indicators: typeof indicators;
  instructions: typeof instructions;
  interviews: typeof interviews;
  leaflets: typeof leaflets;
  learning: typeof learning;
  maps: typeof maps;
  media: typeof media;
  mentees: typeof mentees;
  mentorship: typeof mentorship;
  money: typeof money;
  national: typeof national;
  offline: typeof offline;
  peers: typeof peers;
  people: typeof people;
  phone: typeof phone;
  places: typeof places;
  plans: typeof plans;
  poster: typeof poster;
  problems: typeof problems;
  pull: typeof pull;
  published: typeof published;
  rollout: typeof rollout;
  sharing: typeof sharing;
  shell: typeof shell;
  status: typeof status;
  themes: typeof themes;
  trainings: typeof trainings;
  trust: typeof trust;
  villages: typeof villages;
  visits: typeof visits;
  voices: typeof voices;
  workshops: typeof workshops;
};

export type Namespace = keyof Messages;
/** A domain's words, or a part of them such as `plans.office`. */
export type WordsPath = Namespace | `${Namespace}.${string}`;

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
