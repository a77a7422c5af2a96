import { createTranslator } from "next-intl";
import type { ComponentProps } from "react";
import { expect, test, vi } from "vitest";
import type { VillageLine } from "@/lib/comparison/village-lines";
import { comparisonWords } from "@/lib/comparison/words";
import { loadMessages } from "@/lib/i18n/load";
import { Link, softAnchor } from "../ui/link";
import { staticMarkup } from "../ui/static-markup";
import { ComparedVillageRows } from "./village-rows";

vi.mock("next-intl/server", () => ({
  getTranslations: async ({ locale, namespace }: { locale: "lo" | "en"; namespace: never }) =>
    createTranslator({ locale, namespace, messages: loadMessages(locale) as never }),
}));

const counts = { done: 1, doing: 1, todo: 0, blocked: 0, late: 1, dropped: 0 };
const line = {
  village: { id: "v1", code: `a"b`, mark: "late", counts, shown: { k: 3, n: 4, share: 0.5, interval: null } },
  name: `<img src=x onerror="alert(1)">`,
  status: "Late",
  about: ["a & b"],
  rate: "3 of 4",
  remarks: "",
  method: "",
  before: "",
  after: "x",
  trust: "y",
  plan: "1 of 3",
  report: "z",
  visit: "w",
} as unknown as VillageLine;

test("what people typed is text in the table, and each bar has patterns of its own", async () => {
  const words = await comparisonWords("en");
  const html = staticMarkup(
    <ComparedVillageRows
      lines={() => [line, line]}
      code="ANC1_COV"
      trust={null}
      reference={0.5}
      words={words}
    />,
    new Map([[Link, (props: ComponentProps<typeof Link>) => softAnchor(props, "en")]]),
  );
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  expect(html).toContain("a &amp; b");
  expect(html).toContain(`href="/en/places/a&quot;b/indicators?indicator=ANC1_COV"`);
  expect(html).toContain(`patternUnits="userSpaceOnUse"`);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(4);
});
