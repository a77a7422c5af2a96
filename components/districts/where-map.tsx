import "./districts.css";
import { useLocale, useTranslations } from "next-intl";
import type { DistrictBoundary } from "@/lib/districts/review";
import type { VillageMark } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import { villageName } from "@/lib/i18n/place-name";
import { StatusMark, statusShape } from "../ui/status-mark";
import { boundaryPath, projection, whereSize } from "./where-shape";

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

type Props = {
  villages: readonly WhereVillage[];
  /** The district's, where one was imported. */
  boundary: DistrictBoundary | null;
  listHref: string;
};

const { width, height } = whereSize;

/** Village points by status shape, those in the attention list numbered and named; nothing is coloured as an area. */
export function WhereMap({ villages, boundary, listHref }: Props) {
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
      {(placed.length > 0 || boundary) && <Points villages={placed} boundary={boundary} label={t("label")} />}
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
            {t("noPoint", { names: unplaced.map((village) => villageName(village, locale)).join(", ") })}
          </p>
        )}
        <p className="xs mut">
          {t(boundary ? "noteBoundary" : "note")} <Link href={listHref}>{t("list")}</Link>
        </p>
      </figcaption>
    </figure>
  );
}

type PointsProps = Pick<Props, "villages" | "boundary"> & { label: string };

function Points({ villages, boundary, label }: PointsProps) {
  const locale = useLocale();
  const project = projection(villages.map(pointOf), boundary);
  const at = (village: WhereVillage) => project(pointOf(village));
  const outline = boundaryPath(boundary, project);
  const lastFirst = [...villages].sort((a, b) => Number(a.number !== null) - Number(b.number !== null));
  return (
    <svg className="where" viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={label}>
      <rect x="1" y="1" width={width - 2} height={height - 2} rx="8" fill="#f6f2e7" stroke="var(--line)" />
      {outline && (
        <path d={outline} fill="#fffdf6" stroke="#8a7f63" strokeWidth="1.5" strokeLinejoin="round" />
      )}
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
              {`${village.number} ${villageName(village, locale)}`}
            </text>
          );
        })}
    </svg>
  );
}

const pointOf = ({ lat, lng }: WhereVillage) => ({ lat: lat as number, lng: lng as number });
