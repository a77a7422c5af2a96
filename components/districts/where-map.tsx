import "./districts.css";
import { useLocale, useTranslations } from "next-intl";
import type { VillageMark } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import { placeName } from "@/lib/i18n/place-name";
import { StatusMark, statusShape } from "../ui/status-mark";

export type WhereVillage = {
  id: string;
  nameLo: string;
  nameEn: string;
  lat: number | null;
  lng: number | null;
  mark: VillageMark;
  /** Its place in the attention list, from 1. */
  number: number | null;
};

const width = 442;
const height = 336;
const pad = 34;

/** Village points by status shape, those in the attention list numbered and named; nothing is coloured as an area. */
export function WhereMap({ villages, listHref }: { villages: readonly WhereVillage[]; listHref: string }) {
  const t = useTranslations("districts.where");
  const status = useTranslations("status");
  const locale = useLocale();
  const placed = villages.filter((village) => village.lat !== null && village.lng !== null);
  const unplaced = villages.filter((village) => village.lat === null);
  const late = villages.filter(({ mark }) => mark === "late").length;
  const marks = (["late", "soon", "doing", "done", "todo", "nodata"] as const).filter((mark) =>
    villages.some((village) => village.mark === mark),
  );
  return (
    <figure className="stack-s">
      {placed.length > 0 && <Points villages={placed} label={t("label")} />}
      <figcaption className="stack-s">
        <p>{t("summary", { late: formatNumber(late, locale), n: formatNumber(villages.length, locale) })}</p>
        <p className="row wrap sm">
          {marks.map((mark) => (
            <span className="row nw" key={mark}>
              <StatusMark status={mark} /> {status(mark)}
            </span>
          ))}
        </p>
        {unplaced.length > 0 && (
          <p className="sm">
            {t("noPoint", { names: unplaced.map((village) => placeName(village, locale)).join(", ") })}
          </p>
        )}
        <p className="xs mut">
          {t("note")} <Link href={listHref}>{t("list")}</Link>
        </p>
      </figcaption>
    </figure>
  );
}

function Points({ villages, label }: { villages: readonly WhereVillage[]; label: string }) {
  const locale = useLocale();
  const at = projection(villages);
  const lastFirst = [...villages].sort((a, b) => Number(a.number !== null) - Number(b.number !== null));
  return (
    <svg className="where" viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={label}>
      <rect x="1" y="1" width={width - 2} height={height - 2} rx="8" fill="#f6f2e7" stroke="var(--line)" />
      {lastFirst.map((village) => {
        const { x, y } = at(village);
        const size = village.number === null ? 16 : 22;
        return (
          <g key={village.id} transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})`}>
            {statusShape(village.mark)}
          </g>
        );
      })}
      {villages
        .filter(({ number }) => number !== null)
        .map((village) => {
          const { x, y } = at(village);
          const right = x < width * 0.62;
          return (
            <text key={village.id} x={right ? x + 15 : x - 15} y={y + 5} textAnchor={right ? "start" : "end"}>
              {`${village.number} ${placeName(village, locale)}`}
            </text>
          );
        })}
    </svg>
  );
}

/** Equal scale both ways at the district's latitude, so that distances compare. */
function projection(villages: readonly WhereVillage[]) {
  const lats = villages.map(({ lat }) => lat as number);
  const lngs = villages.map(({ lng }) => lng as number);
  const [south, north, west, east] = [
    Math.min(...lats),
    Math.max(...lats),
    Math.min(...lngs),
    Math.max(...lngs),
  ];
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const span = Math.max(
    ((east - west) * stretch) / (width - 2 * pad),
    (north - south) / (height - 2 * pad),
    1e-4,
  );
  return ({ lat, lng }: WhereVillage) => ({
    x: width / 2 + (((lng as number) - (west + east) / 2) * stretch) / span,
    y: height / 2 - ((lat as number) - (south + north) / 2) / span,
  });
}
