export const populationKinds = [
  "expected_pregnancies",
  "live_births",
  "surviving_infants",
  "second_year",
  "under_five",
  "women_15_49",
] as const;
/** In the order in which one is preferred to another (domain §4.3). */
export const figureMethods = [
  "enumerated",
  "census",
  "projection",
  "catchment_share",
  "countdown_anc1",
  "countdown_penta1",
] as const;
