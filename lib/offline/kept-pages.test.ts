import { expect, it } from "vitest";
import { answers, assetsOf, dated, isKept, keptAddress, readerOf } from "./kept-pages";

const page = `<!DOCTYPE html><html lang="en"><head><meta name="connect-reader" content="0192f000-0000-7000-8000-000000000001"/>
<link rel="stylesheet" href="/_next/static/chunks/a.css"/><script src="/_next/static/chunks/b~1.js"></script>
<script src="/_next/static/chunks/b~1.js"></script></head><body class="x"><a class="skip">Skip</a></body></html>`;

it("keeps the attention page and the brief, and no other page", () => {
  expect(["/lo/today", "/en/brief"].map(isKept)).toEqual([true, true]);
  const others = ["/lo/villages", "/lo/today/x", "/today", "/lo/brief.json", "/lo/me", "/lo/field"];
  expect(others.filter(isKept)).toEqual([]);
});

it("knows whose page it is, and keeps none that does not say", () => {
  expect(readerOf(page)).toBe("0192f000-0000-7000-8000-000000000001");
  expect(readerOf(page.replace("connect-reader", "viewport"))).toBeNull();
});

it("finds the styles and scripts, each once", () => {
  expect(assetsOf(page)).toEqual(["/_next/static/chunks/a.css", "/_next/static/chunks/b~1.js"]);
});

it("says its date in bold, first thing in the page, in the page's language", () => {
  const at = "2026-11-22T02:05:00Z";
  expect(dated(page, "en", at)).toMatch(/<body class="x"><aside [^>]*><p>[^<]*<b>[^<]*2026[^<]*09:05<\/b>/);
  expect(dated(page, "lo", at)).toMatch(/<b>22 ພະຈິກ 2026/);
});

it.each([
  ["/en/brief", "LA1101", "/en/brief?district=LA1101"],
  ["/en/brief?district=LA1101", "LA1101", "/en/brief?district=LA1101"],
  ["/en/brief?district=LA1101&x=1", null, "/en/brief"],
])("%s of %s is kept at %s", (asked, district, kept) => {
  const html = district
    ? page.replace("</head>", `<meta name="connect-district" content="${district}"/></head>`)
    : page;
  expect(keptAddress(new URL(asked, "https://connect.example"), html)).toBe(`https://connect.example${kept}`);
});

it.each([
  ["/en/brief", true],
  ["/en/brief?district=LA1101", true],
  ["/en/brief?district=LA1102", false],
  ["/lo/brief?district=LA1101", false],
  ["/en/today", false],
])("a copy of one district answers %s: %s", (asked, is) => {
  const [kept, url] = ["/en/brief?district=LA1101", asked].map(
    (one) => new URL(one, "https://connect.example"),
  );
  expect(answers(kept as URL, url as URL)).toBe(is);
});
