import { groupText } from "@/lib/comparison/group-words";
import { formatDate } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import { firstDay } from "@/lib/indicators/months";
import type { Equity } from "./queries";
import type { EquityLine } from "./rules";
import { cameName, type EquityTranslator, partName, type WorkshopTranslator } from "./words";

type Cell = string | number | null;
export type FileWords = Readonly<{
  t: EquityTranslator;
  workshops: WorkshopTranslator;
  rate: Parameters<typeof groupText>[0];
  locale: Locale;
}>;

const percent = (share: number | null | undefined): Cell =>
  share === null || share === undefined ? null : Math.round(share * 1000) / 10;

/** Every number of the page with what was chosen and the date below; each line with what it is of. */
export function equityFileRows(
  equity: Equity,
  on: string,
  { more, ...words }: FileWords & Readonly<{ more: readonly Cell[][] }>,
): Cell[][] {
  const { t, locale } = words;
  const { within, indicator, end } = equity;
  return [
    [
      t("file.section"),
      t("file.name"),
      t("file.k"),
      t("file.n"),
      t("file.percent"),
      t("file.low"),
      t("file.high"),
      t("file.remark"),
    ],
    ...equity.lines.flatMap((line) => lineRows(line, equity, words)),
    ...equity.came.map((line): Cell[] => [
      t("came"),
      cameName(line, equity.groups, words),
      line.came,
      line.of,
      percent(line.of > 0 ? line.came / line.of : null),
      null,
      null,
      line.living ? `${t("livingShare")}: ${t("ofN", { k: line.living.k, n: line.living.n })}` : null,
    ]),
    ...more,
    ...leftOutRows(equity, words),
    [],
    [t("file.place"), within ? placeName(within, locale) : t("choose.everywhere")],
    [t("choose.indicator"), indicator ? placeName(indicator, locale) : null, indicator?.code ?? null],
    [t("file.until"), formatDate(firstDay(end), locale, "month")],
    [t("file.made"), formatDate(on, locale)],
  ];
}

function lineRows(line: EquityLine, { indicator }: Equity, { t, rate, locale }: FileWords): Cell[][] {
  const name = partName(t, line);
  const { reached, planned, actions, uptake } = line;
  return [
    [
      t("reached"),
      name,
      reached.k,
      reached.n,
      percent(reached.p),
      percent(reached.lo),
      percent(reached.hi),
      null,
    ],
    [t("inPlan"), name, planned, reached.n, null, null, null, null],
    ...(actions
      ? [
          [
            t("actions"),
            name,
            actions.k,
            actions.n,
            percent(actions.p),
            percent(actions.lo),
            percent(actions.hi),
            null,
          ],
        ]
      : []),
    ...(uptake && indicator
      ? [
          [
            placeName(indicator, locale),
            name,
            uptake.k,
            uptake.n,
            percent(uptake.share),
            percent(uptake.interval?.low),
            percent(uptake.interval?.high),
            groupText(rate, locale, uptake),
          ],
        ]
      : []),
  ];
}

function leftOutRows({ leftOut, districts, open }: Equity, { t, locale }: FileWords): Cell[][] {
  const name = (id: string) => {
    const district = districts.find((one) => one.id === id);
    return district ? placeName(district, locale) : id;
  };
  return [
    ...leftOut.flatMap((line): Cell[][] =>
      (["open", "far", "cutOff", "poor"] as const).map((column) => [
        t("leftOut"),
        `${name(line.districtId)}: ${t(column)}`,
        line[column],
        column === "open" ? line.villages : line.open,
        null,
        null,
        null,
        null,
      ]),
    ),
    ...open.map((village): Cell[] => [
      t("openVillages"),
      villageName(village, locale),
      ...Array<Cell>(5).fill(null),
      village.code,
    ]),
  ];
}
