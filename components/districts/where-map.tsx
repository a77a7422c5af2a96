import "./districts.css";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DistrictBoundary } from "@/lib/districts/review";
import type { VillageMark } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { StatusMark, statusShape } from "../ui/status-mark";
import { boundaryPath, projection, whereSize } from "./where-shape";

export type WhereVillage = {
  id: string;
  nameLo: string;
  nameEn: string;
  lat: number | null;
  lng: number | null;
  mark: VillageMark;
  /** Its places in the attention list, from 1. */
  numbers?: readonly number[];
};

/** A health centre that the attention list names. */
export type WhereCentre = Omit<WhereVillage, "mark">;

type Props = {
  villages: readonly WhereVillage[];
  centres?: readonly WhereCentre[];
  /** The district's, where one was imported. */
  boundary: DistrictBoundary | null;
  /** Of villages; only their lines are drawn. */
  outlines?: readonly DistrictBoundary[];
  listHref: string;
};

const { width, height } = whereSize;

/** Village points by status shape, those in the attention list numbered and named; nothing is coloured as an area. */
export function WhereMap({ villages, centres = [], boundary, outlines = [], listHref }: Props) {
  const t = useTranslations("districts.where");
  const status = useTranslations("status");
  const locale = useLocale();
  const placed = villages.filter((village) => village.lat !== null && village.lng !== null);
  const unplaced = villages.filter((village) => village.lat === null);
  const served = centres.filter(({ lat, numbers }) => lat !== null && (numbers?.length ?? 0) > 0);
  const late = villages.filter(({ mark }) => mark === "late").length;
  const marks = (["late", "soon", "doing", "done", "todo", "nodata"] as const).filter((mark) =>
    villages.some((village) => village.mark === mark),
  );
  return (
    <figure className="stack-s">
      {(placed.length > 0 || boundary) && (
        <Points villages={placed} centres={served} label={t("label")} {...{ boundary, outlines }} />
      )}
      <figcaption className="stack-s">
        <p>{t("summary", { late: formatNumber(late, locale), n: formatNumber(villages.length, locale) })}</p>
        <p className="row wrap sm">
          {marks.map((mark) => (
            <span className="row nw" key={mark}>
              <StatusMark status={mark} /> {status(mark)}
            </span>
          ))}
          {served.length > 0 && (
            <span className="row nw">
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                {centreShape}
              </svg>{" "}
              {t("centre")}
            </span>
          )}
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

/** A square with a cross, as on the village maps: it reads without colour. */
const centreShape = (
  <>
    <rect x="0.5" y="0.5" width="15" height="15" rx="3" fill="var(--indigo-700)" />
    <path d="M8 3.5v9M3.5 8h9" stroke="#fff" strokeWidth="2.4" />
  </>
);

type PointsProps = Required<Pick<Props, "villages" | "boundary" | "outlines" | "centres">> & {
  label: string;
};

function Points({ villages, centres, boundary, outlines, label }: PointsProps) {
  const locale = useLocale();
  const project = projection([...villages, ...centres].map(pointOf), boundary);
  const at = (place: WhereCentre) => project(pointOf(place));
  const outline = boundaryPath(boundary, project);
  const named = ({ numbers = [] }: WhereCentre) => numbers.length > 0;
  const namedLast = [...villages].sort((a, b) => Number(named(a)) - Number(named(b)));
  const labels = [
    ...villages.filter(named).map((village) => ({ ...village, name: villageName(village, locale) })),
    ...centres.map((centre) => ({ ...centre, name: placeName(centre, locale) })),
  ];
  return (
    <svg className="where" viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={label}>
      <rect x="1" y="1" width={width - 2} height={height - 2} rx="8" fill="#f6f2e7" stroke="var(--line)" />
      {outline && (
        <path d={outline} fill="#fffdf6" stroke="#8a7f63" strokeWidth="1.5" strokeLinejoin="round" />
      )}
      <path d={outlines.map((one) => boundaryPath(one, project)).join("")} fill="none" stroke="#c9bfa3" />
      {namedLast.map((village) => (
        <Mark key={village.id} at={at(village)} size={named(village) ? 22 : 16}>
          {statusShape(village.mark)}
        </Mark>
      ))}
      {centres.map((centre) => (
        <Mark key={centre.id} at={at(centre)} size={20}>
          {centreShape}
        </Mark>
      ))}
      {labels.map((place) => {
        const { x, y } = at(place);
        const right = x < width * 0.62;
        return (
          <text key={place.id} x={right ? x + 15 : x - 15} y={y + 5} textAnchor={right ? "start" : "end"}>
            {`${place.numbers?.join(", ")} ${place.name}`}
          </text>
        );
      })}
    </svg>
  );
}

type MarkProps = { at: { x: number; y: number }; size: number; children: ReactNode };

function Mark({ at, size, children }: MarkProps) {
  return <g transform={`translate(${at.x - size / 2} ${at.y - size / 2}) scale(${size / 16})`}>{children}</g>;
}

const pointOf = ({ lat, lng }: WhereCentre) => ({ lat: lat as number, lng: lng as number });
