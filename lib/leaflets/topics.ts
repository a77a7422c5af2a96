/** What villages are told of their entitlements; each topic has its words in `leaflets.<topic>`. */
export const leafletTopics = ["insurance", "delivery", "registration"] as const;
export type LeafletTopic = (typeof leafletTopics)[number];
/** Each leaflet has so many lines under each of its headings. */
export const leafletLines = ["first", "second", "third"] as const;
