import { watchPolicy } from "./axe";
import { expect, test } from "./fixtures";
import { aWorkshop, newMap, open } from "./map-steps";
import { smallestVectorMap } from "./vector-map-file";

test("an operator's vector tiles lie under the map, drawn here and with nothing fetched from elsewhere", async ({
  page,
  signedIn,
}) => {
  const refused = watchPolicy(page);
  const file = smallestVectorMap();
  await page.route("**/api/maps/basemap", (route) => {
    const asked = /bytes=(\d+)-(\d+)/.exec(route.request().headers().range ?? "");
    const headers = { etag: '"vector"', "content-type": "application/octet-stream" };
    if (!asked) return route.fulfill({ status: 200, headers });
    const [from, to] = [Number(asked[1]), Math.min(Number(asked[2]), file.length - 1)];
    const range = { "content-range": `bytes ${from}-${to}/${file.length}` };
    return route.fulfill({
      status: 206,
      headers: { ...headers, ...range },
      body: file.subarray(from, to + 1),
    });
  });
  const strangers: string[] = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") strangers.push(request.url());
  });
  await signedIn("facilitator.pakxan");
  await open(page, `${await aWorkshop(page)}/map`);
  await newMap(page, "The land");
  const painted = () =>
    page.locator("canvas.leaflet-tile").evaluateAll((tiles) => {
      const seen = new Set<string>();
      for (const tile of tiles as HTMLCanvasElement[]) {
        const context = tile.getContext("2d");
        if (!context || tile.width === 0) continue;
        for (const share of [0.1, 0.9]) {
          const { data } = context.getImageData(tile.width * share, tile.height * 0.1, 1, 1);
          seen.add([...data].join(","));
        }
      }
      return [...seen].sort();
    });
  // Water on the left of a tile, land on the right.
  await expect.poll(painted, { timeout: 20_000 }).toEqual(["181,207,221,255", "244,241,230,255"]);
  await expect(page.getByText("© Example maps")).toBeVisible();
  expect(strangers).toEqual([]);
  expect(refused).toEqual([]);
});
