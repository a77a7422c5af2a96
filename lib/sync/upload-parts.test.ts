import { describe, expect, test } from "vitest";
import { type Held, type PartWay, uploadInParts } from "./upload-parts";

const offline = () => Object.assign(new Error("offline"), { code: "offline" });
const media = {
  sha256: "0".repeat(64),
  photoId: "photo",
  type: "image/jpeg",
  blob: new Blob([new Uint8Array(1_100_000)]),
};

/** A server behind a link of which every so many requests are cut half-way, going and coming in turn. */
function cutting(every: number) {
  let requests = 0;
  let cuts = 0;
  let held = 0;
  const sizes: number[] = [];
  const carried = async (arrive: (share: number) => void): Promise<Held> => {
    requests += 1;
    const cut = requests % every === 0;
    if (cut) cuts += 1;
    arrive(cut && cuts % 2 === 1 ? 0.4 : 1);
    if (cut) throw offline();
    return held >= media.blob.size ? null : held;
  };
  const way: PartWay = {
    held: () => carried(() => {}),
    send: (_, { from, blob }) =>
      carried((share) => {
        sizes.push(blob.size);
        if (from === held) held += Math.floor(blob.size * share);
      }),
  };
  return { way, sizes, count: () => ({ requests, cuts, held }) };
}

const quick = { media, onHeld: () => {}, pause: async () => {} };

describe("a picture over a link that cuts", () => {
  test.each([2, 3, 5])("arrives in one call when every %ith request is cut", async (every) => {
    const link = cutting(every);
    await uploadInParts({ ...quick, way: link.way });
    expect(link.count().held).toBe(media.blob.size);
    expect(link.count().cuts).toBeGreaterThan(0);
    expect(link.count().requests).toBeLessThan(120);
  });

  test("waits for the next sync when nothing arrives any more", async () => {
    let asked = 0;
    const way: PartWay = {
      held: async () => 0,
      send: async () => {
        asked += 1;
        throw offline();
      },
    };
    await expect(uploadInParts({ ...quick, way })).rejects.toMatchObject({ code: "offline" });
    expect(asked).toBe(6);
  });

  test("grows its parts on a quick link, never past what the server takes", async () => {
    const link = cutting(Number.POSITIVE_INFINITY);
    await uploadInParts({ ...quick, way: link.way });
    expect(link.sizes.slice(0, 4)).toEqual([65_536, 131_072, 262_144, 262_144]);
  });

  test("is told of a refusal at once", async () => {
    const refused = Object.assign(new Error("forbidden"), { code: "forbidden" });
    const way: PartWay = { held: async () => 0, send: () => Promise.reject(refused) };
    await expect(uploadInParts({ ...quick, way })).rejects.toBe(refused);
  });

  test("begun by a page that was killed, begins anew once when its bytes do not fit", async () => {
    const misfit = Object.assign(new Error("invalid"), { code: "invalid" });
    const froms: number[] = [];
    const way: PartWay = {
      held: async () => 900_000,
      send: async (_, { from, blob }) => {
        froms.push(from);
        if (froms.length === 1) throw misfit;
        return from + blob.size >= media.blob.size ? null : from + blob.size;
      },
    };
    await uploadInParts({ ...quick, way });
    expect(froms.slice(0, 2)).toEqual([900_000, 0]);
  });
});
