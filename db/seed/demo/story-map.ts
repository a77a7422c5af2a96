import type { VillageStory } from "./village-story";

const pointSymbols = [
  "village_office",
  "school",
  "sacred",
  "meeting_place",
  "notice_board",
  "village_health_post",
  "vhv_home",
  "midwife_tba",
  "drug_shop",
  "water_source",
  "bridge_ford",
  "transport",
  "phone_signal",
  "high_risk",
  "seasonal_cutoff",
  "latrine_gap",
  "care_pregnant",
  "care_unvaccinated",
] as const;

/** What the women and the men drew: the same village, not the same things. */
export function tellMap(story: VillageStory, workshopId: string, groups: Map<string, string>): void {
  const { dice, village } = story;
  const centre = [village.lng, village.lat] as [number, number];
  const geo = dice.chance(0.5);
  const at = (): [number, number] =>
    geo
      ? [centre[0] + (dice.next() - 0.5) * 0.012, centre[1] + (dice.next() - 0.5) * 0.009]
      : [0.08 + dice.next() * 0.84, 0.08 + dice.next() * 0.84];
  const space = geo ? "geo" : "sketch";
  const base = geo ? "geo" : "sketch";
  const drawn = dice.sample(pointSymbols, dice.whole(8, 13));
  for (const [index, group] of ["women", "men"].entries()) {
    const mapId = story.add("map", {
      workshopId,
      groupId: groups.get(group),
      base,
      centre,
      zoom: 15,
      date: village.workshopOn,
    });
    for (const category of index === 0 ? drawn : drawn.slice(0, 5)) {
      const sensitive = category.startsWith("care_");
      const season = category === "seasonal_cutoff" ? "wet" : "all";
      const geometry = { type: "Point", coordinates: at(), space } as const;
      story.add("feature", {
        mapId,
        category,
        geometry,
        season,
        sensitive,
        households: dice.whole(3, 40),
      });
    }
    const path = Array.from({ length: 5 }, at).sort((a, b) => a[0] - b[0]);
    story.add("feature", {
      mapId,
      category: "river",
      geometry: { type: "LineString", coordinates: path, space },
      season: "all",
      sensitive: false,
    });
    const road = Array.from({ length: 4 }, at).sort((a, b) => a[1] - b[1]);
    story.add("feature", {
      mapId,
      category: "track",
      geometry: { type: "LineString", coordinates: road, space },
      season: "all",
      sensitive: false,
    });
  }
}
