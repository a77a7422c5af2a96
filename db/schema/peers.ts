import { sql } from "drizzle-orm";
import { check, date, index, integer, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { recordColumns, textList } from "./columns";
import { applicationRole, districtPolicy } from "./policies";

/** The side that guides reads the link and its visits, and nothing else of the village it guides. */
const guideSide = (table: string, rule: string) =>
  pgPolicy(`${table}_guide`, {
    as: "permissive",
    for: "select",
    to: applicationRole,
    using: sql.raw(rule),
  });

/** One village guides another on one theme; the record stands in the village that learns. */
export const peerLinks = pgTable(
  "peer_links",
  {
    ...recordColumns(),
    guideId: uuid("guide_id").notNull(),
    theme: text("theme").notNull(),
    since: date("since").notNull(),
    until: date("until"),
  },
  (t) => [
    index("peer_links_guide").on(t.guideId),
    index("peer_links_district").on(t.districtId, t.villageId),
    check("peer_links_village_given", sql`village_id is not null and village_id <> guide_id`),
    ...districtPolicy("peer_links"),
    guideSide(
      "peer_links",
      "guide_id = any((select app_villages())::uuid[]) or exists (select from places g where g.id = guide_id and g.district_id = any((select app_districts())::uuid[]))",
    ),
  ],
);

export const peerVisits = pgTable(
  "peer_visits",
  {
    ...recordColumns(),
    linkId: uuid("link_id").notNull(),
    kind: text("kind").notNull(),
    plannedDate: date("planned_date"),
    heldDate: date("held_date"),
    people: integer("people"),
  },
  (t) => [
    index("peer_visits_link").on(t.linkId),
    index("peer_visits_district").on(t.districtId),
    ...districtPolicy("peer_visits"),
    guideSide("peer_visits", "link_id in (select id from peer_links)"),
  ],
);

/** A messaging group that exists: what for and who answers for it by office. Never its content, never a number. */
export const networks = pgTable(
  "networks",
  {
    ...recordColumns(),
    name: text("name").notNull(),
    purpose: text("purpose").notNull(),
    channel: text("channel").notNull(),
    administrators: textList("administrators").notNull(),
    size: integer("size"),
    lastActive: date("last_active"),
    ended: date("ended"),
  },
  (t) => [index("networks_district").on(t.districtId, t.villageId), ...districtPolicy("networks")],
);
