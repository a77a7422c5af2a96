import type { SymbolFrame } from "./frames";
import type { glyphs } from "./glyphs";

export type GlyphId = keyof typeof glyphs;
export type MapSymbolId = GlyphId;

/** The 28 point symbols of screens §6 and the family each belongs to. Their words are in the category vocabulary. */
export const symbolFrames: Record<MapSymbolId, SymbolFrame> = {
  district_hospital: "service",
  health_centre: "service",
  village_health_post: "service",
  drug_shop: "service",
  outreach_point: "service",
  vhv_home: "helper",
  midwife_tba: "helper",
  water_source: "water",
  school: "community",
  sacred: "community",
  meeting_place: "community",
  village_office: "community",
  notice_board: "community",
  market: "community",
  bridge_ford: "access",
  transport: "access",
  boat_landing: "access",
  phone_signal: "access",
  loudspeaker: "access",
  electricity: "access",
  high_risk: "danger",
  seasonal_cutoff: "danger",
  breeding_site: "danger",
  latrine_gap: "danger",
  care_pregnant: "care",
  care_unvaccinated: "care",
  care_elder_disabled: "care",
  other: "other",
};

export const mapSymbolIds = Object.keys(symbolFrames) as MapSymbolId[];
