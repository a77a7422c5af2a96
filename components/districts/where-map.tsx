import "./districts.css";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DistrictBoundary } from "@/lib/districts/review";
import type { VillageMark } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { placeLabels } from "../map/label-placement";
import { Link } from "../ui/link";
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

/** A health centre; with numbers where the attention list names it. */
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
/** As `.where text` has it. */
const fontSize = 14;

/** Village points by status shape, those in the attention list numbered and named; nothing is coloured as an area. */
export function WhereMap({ villages, centres = [], boundary, outlines = [], listHref }: Props) {
  const t = useTranslations("districts.where");
  const status = useTranslations("status");
  const locale = useLocale();
  const placed = villages.filter((village) => village.lat !== null && village.lng !== null);
  const served = centres.filter(({ lat, lng }) => lat !== null && lng !== null);
  const unplaced = [
    ...villages.filter(({ lat }) => lat === null).map((village) => villageName(village, locale)),
    ...centres.filter(({ lat }) => lat === null).map((centre) => placeName(centre, locale)),
  ];
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
        {unplaced.length > 0 && <p className="sm">{t("noPoint", { names: unplaced.join(", ") })}</p>}
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
  const size = (place: WhereCentre) => (named(place) ? 22 : 16);
  const labels = placeLabels(
    [
      ...villages.filter(named).map((village) => ({ place: village, name: villageName(village, locale) })),
      ...centres.map((centre) => ({ place: centre, name: placeName(centre, locale) })),
    ]
      .sort((a, b) => (a.place.numbers?.[0] ?? Infinity) - (b.place.numbers?.[0] ?? Infinity))
      .map(({ place, name }) => {
        const { x, y } = at(place);
        const numbers = place.numbers?.join(", ");
        return {
          text: numbers ? `${numbers} ${name}` : name,
          short: numbers,
          at: [x, y],
          clear: size(place) / 2 + 4,
        };
      }),
    {
      fontSize,
      width,
      height,
      taken: [...villages, ...centres].map((place) => boxOf(at(place), size(place))),
    },
  );
  return (
    <svg className="where" viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={label}>
      <rect x="1" y="1" width={width - 2} height={height - 2} rx="8" fill="#f6f2e7" stroke="var(--line)" />
      {outline && (
        <path d={outline} fill="#fffdf6" stroke="#8a7f63" strokeWidth="1.5" strokeLinejoin="round" />
      )}
      <path d={outlines.map((one) => boundaryPath(one, project)).join("")} fill="none" stroke="#c9bfa3" />
      {namedLast.map((village) => (
        <Mark key={village.id} at={at(village)} size={size(village)}>
          {statusShape(village.mark)}
        </Mark>
      ))}
      {centres.map((centre) => (
        <Mark key={centre.id} at={at(centre)} size={size(centre)}>
          {centreShape}
        </Mark>
      ))}
      {labels.map(({ text, x, y, anchor }) => (
        <text key={`${text} ${x} ${y}`} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
}

const boxOf = ({ x, y }: { x: number; y: number }, size: number) => ({
  x: x - size / 2 - 1,
  y: y - size / 2 - 1,
  width: size + 2,
  height: size + 2,
});

type MarkProps = { at: { x: number; y: number }; size: number; children: ReactNode };

function Mark({ at, size, children }: MarkProps) {
  return <g transform={`translate(${at.x - size / 2} ${at.y - size / 2}) scale(${size / 16})`}>{children}</g>;
}

const pointOf = ({ lat, lng }: WhereCentre) => ({ lat: lat as number, lng: lng as number });
