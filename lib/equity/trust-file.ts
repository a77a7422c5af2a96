import type { Equity } from "./queries";
import type { EquityTrust } from "./trust-queries";
import { trustLineName } from "./trust-words";
import type { EquityTranslator, WorkshopTranslator } from "./words";

type Cell = string | number | null;
type Words = Readonly<{ t: EquityTranslator; workshops: WorkshopTranslator; locale: "lo" | "en" }>;

/** One decimal, as on the page: the file says no more than the screen. */
const points = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** The lines of the trust card; in the file's columns k is the index and n the people. */
export function equityTrustRows(
  trust: readonly EquityTrust[],
  groups: Equity["groups"],
  words: Words,
): Cell[][] {
  const { t, locale } = words;
  return trust.flatMap(({ instrument, lines }) =>
    lines.map((line): Cell[] => {
      const { shown } = line;
      return [
        `${t("trustTitle")}: ${locale === "lo" ? instrument.nameLo : instrument.nameEn}`,
        trustLineName(line, groups, words),
        points(shown?.mean.estimate ?? null),
        shown?.n ?? null,
        null,
        points(shown?.mean.lo ?? null),
        points(shown?.mean.hi ?? null),
        shown ? t("trustVillages", { count: shown.villages, n: String(shown.villages) }) : t("trustHidden"),
      ];
    }),
  );
}
