import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { ProvinceReach } from "@/lib/rollout/queries";

/** Column and row of each province, in rough geography; deliberately not borders. */
const position: Readonly<Record<string, readonly [number, number]>> = {
  LA02: [1, 0],
  LA03: [0, 1],
  LA04: [1, 1],
  LA06: [2, 1],
  LA07: [3, 1],
  LA05: [0, 2],
  LA08: [1, 2],
  LA18: [2, 2],
  LA09: [3, 2],
  LA10: [1, 3],
  LA01: [2, 3],
  LA11: [3, 3],
  LA12: [4, 4],
  LA13: [4, 5],
  LA14: [4, 6],
  LA15: [5, 6],
  LA16: [4, 7],
  LA17: [5, 7],
};
const cell = 90;
const size = 82;

/** Bands of 20 points of the share of districts reached; the band edges never change. */
const band = ({ districts, districtsInAll }: ProvinceReach) =>
  districtsInAll === 0 ? 1 : Math.min(5, Math.floor((districts / districtsInAll) * 5) + 1);

export function TileGrid({ provinces }: { provinces: readonly ProvinceReach[] }) {
  const t = useTranslations("rollout");
  return (
    <figure className="stack-s">
      <svg viewBox={`0 0 ${6 * cell} ${8 * cell}`} width="100%" role="img" aria-label={t("grid")}>
        <defs>
          <pattern
            id="tile-none"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="#fff" />
            <rect width="1.2" height="6" fill="var(--edge)" />
          </pattern>
        </defs>
        {provinces.map((province) => (
          <Tile key={province.id} province={province} />
        ))}
      </svg>
      <figcaption className="xs mut">{t("gridNote")}</figcaption>
    </figure>
  );
}

function Tile({ province }: { province: ProvinceReach }) {
  const locale = useLocale();
  const t = useTranslations("rollout");
  const at = position[province.code];
  if (!at) return null;
  const [x, y] = [at[0] * cell + 4, at[1] * cell + 4];
  const reached = province.workshops > 0;
  const dark = reached && band(province) >= 4;
  const ink = dark ? "#fff" : "var(--ink)";
  // Two short lines rather than one that leaves its square.
  const lines = placeName(province, locale).split(" ").slice(0, 2);
  const of = t("ofN", {
    k: formatNumber(province.districts, locale),
    n: formatNumber(province.districtsInAll, locale),
  });
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={size}
        height={size}
        rx="8"
        fill={reached ? `var(--seq-${band(province)})` : "url(#tile-none)"}
        stroke="var(--edge)"
      />
      {!reached && <rect x={x + 6} y={y + 12} width={size - 12} height="60" rx="4" fill="#fff" />}
      {lines.map((line, index) => (
        <text
          key={line}
          x={x + size / 2}
          y={y + (lines.length === 1 ? 26 : 18 + 14 * index)}
          textAnchor="middle"
          fontSize={line.length > 9 ? 11 : 12.5}
          fontWeight="700"
          fill={ink}
        >
          {line}
        </text>
      ))}
      <text x={x + size / 2} y={y + 52} textAnchor="middle" fontSize="15" fontWeight="700" fill={ink}>
        {reached ? formatNumber(province.villages, locale) : t("none")}
      </text>
      {reached && (
        <text x={x + size / 2} y={y + 70} textAnchor="middle" fontSize="11" fill={ink}>
          {`${of} ${t("districts").toLowerCase()}`}
        </text>
      )}
    </g>
  );
}
