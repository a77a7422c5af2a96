import { describe, expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/load";
import { seedCategories } from "@/lib/maps/categories";
import type { PublicPlan, WallFeature } from "@/lib/publishing/views";
import { publicNotice } from "./public-document";
import { publicPage, publicPageLimit } from "./public-page";
import { publicWords } from "./public-words";

const today = "2026-11-21";
const feature = (index: number): WallFeature => ({
  id: String(index),
  category: "school",
  geometry: { type: "Point", coordinates: [(index % 50) / 50, (index % 40) / 40], space: "sketch" },
  label: `<u>${index}</u>`,
  sensitive: false,
});
const plan = (change: Partial<PublicPlan> = {}): PublicPlan => ({
  state: "shown",
  place: { nameLo: "ນ້ຳໃສ", nameEn: "Namsai", level: "village" },
  district: { nameLo: "ຜາອຸດົມ", nameEn: "Pha Oudom" },
  province: { nameLo: "ບໍ່ແກ້ວ", nameEn: "Bokeo" },
  plan: { agreedDate: "2025-11-22", displayedDate: null, visitOffsets: null },
  source: null,
  actions: [
    {
      id: "a",
      what: "<script>alert(1)</script>",
      lead: "district_public_works",
      due: "2026-10-05",
      status: "not_started",
      statusDate: null,
      confirmed: null,
    },
    {
      id: "b",
      what: "Pipe water",
      lead: "village_chief",
      due: "2026-09-30",
      status: "done",
      statusDate: "2026-09-28",
      confirmed: true,
    },
  ],
  promises: [{ id: "p", party: "district", text: "One vehicle", due: "2026-11-30", kept: null }],
  visits: [],
  map: { base: "sketch", features: [feature(1)] },
  categories: seedCategories,
  ...change,
});
const words = (locale: "lo" | "en") => publicWords(locale, loadMessages(locale));

describe("publicPage", () => {
  it("says in one sentence what was agreed and what is done, late work first", () => {
    const page = publicPage(plan(), words("en"), today);
    expect(page).toContain("We agreed on 2 things. <b>1 is done.</b>");
    expect(page).toContain("47 days late. Waiting for: District public works");
    expect(page.indexOf("47 days late")).toBeLessThan(page.indexOf("Pipe water"));
  });

  it("escapes what people wrote and carries neither script nor style attribute", () => {
    const page = publicPage(plan(), words("lo"), today);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/<script|<u>| style=| on[a-z]+=/);
  });

  it("stays below 60 kB with a crowded map", () => {
    const features = Array.from({ length: 2000 }, (_, index) => feature(index));
    const page = publicPage(plan({ map: { base: "sketch", features } }), words("lo"), today);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(publicPageLimit);
    expect(page).toContain("<svg");
  });

  it("answers an unknown link in both languages without a word of any plan", () => {
    expect(publicNotice(words("en"), "notReceived")).toContain("Not yet received");
    expect(publicNotice(words("lo"), "closed")).toContain("ບໍ່ສະແດງອີກແລ້ວ");
  });
});
