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
      said: null,
    },
    {
      id: "b",
      what: "Pipe water",
      lead: "village_chief",
      due: "2026-09-30",
      status: "done",
      statusDate: "2026-09-28",
      confirmed: true,
      said: { done: 1, all: 3, words: ["<i>canary</i>"] },
    },
  ],
  promises: [{ id: "p", party: "district", text: "One vehicle", due: "2026-11-30", kept: null }],
  visits: [],
  map: { base: "sketch", features: [feature(1)] },
  categories: seedCategories,
  ...change,
});
const given = { token: "AAAAAAAAAAAAAAAAAAAAAA" };
const words = (locale: "lo" | "en") => publicWords(locale, loadMessages(locale));

describe("publicPage", () => {
  it("says in one sentence what was agreed and what is done, late work first", () => {
    const page = publicPage(plan(), words("en"), today, given);
    expect(page).toContain("We agreed on 2 things. <b>1 is done.</b>");
    expect(page).toContain("47 days late. Waiting for: District public works");
    expect(page.indexOf("47 days late")).toBeLessThan(page.indexOf("Pipe water"));
  });

  it("escapes what people wrote and carries neither script nor style attribute", () => {
    const page = publicPage(plan(), words("lo"), today, given);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/<script|<u>| style=| on[a-z]+=/);
  });

  it("stays below 60 kB with a crowded map", () => {
    const features = Array.from({ length: 2000 }, (_, index) => feature(index));
    const page = publicPage(plan({ map: { base: "sketch", features } }), words("lo"), today, given);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(publicPageLimit);
    expect(page).toContain("<svg");
  });

  it("asks of every action whether it is so, and shows the answers beside the status as text", () => {
    const page = publicPage(plan(), words("en"), today, given);
    expect(page.match(/<form method="post" action="\/v\/A+\?lang=en">/g)).toHaveLength(2);
    expect(page).toContain("1 of 3 say done");
    expect(page).toContain("<q>&lt;i&gt;canary&lt;/i&gt;</q>");
    expect(page).toContain("1 is done.");
  });

  it("keeps what was refused in its field, and says why", () => {
    const refused = { action: "a", words: '"><b>020', why: "telephone" } as const;
    const page = publicPage(plan(), words("en"), today, { ...given, refused });
    expect(page).toContain('role="alert"');
    expect(page).toContain('maxlength="280">&quot;&gt;&lt;b&gt;020</textarea>');
  });

  it("answers an unknown link in both languages without a word of any plan", () => {
    expect(publicNotice(words("en"), "notReceived")).toContain("Not yet received");
    expect(publicNotice(words("lo"), "closed")).toContain("ບໍ່ສະແດງອີກແລ້ວ");
  });
});
