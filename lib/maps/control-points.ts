import { fromLocalMetres, type Position, toLocalMetres } from "./geometry";
import type { ControlPoint } from "./schema";

/** Pixels of the photo. Its shape matters: shares of width and height are not the same length. */
export interface PhotoSize {
  width: number;
  height: number;
}

/**
 * How a photo of a paper map lies on the land. Plain data, so it can be stored and sent to the browser:
 * east = a·x + b·y + c and north = d·x + e·y + f in metres from `origin`, x and y as shares of the photo, y downwards.
 */
export interface PhotoFit {
  /** Two points turn and scale; three or more also stretch and skew (least squares). */
  kind: "similarity" | "affine";
  points: number;
  /**
   * "Off by 38 m": √(Σ d² / (n − 3)), d the distance of each point from where the fit puts it. Null with exactly as
   * many points as the fit needs: it then passes through them by construction and says nothing about itself.
   */
  offByMetres: number | null;
  /** Distance of each control point from where the fit puts it, metres, in the order given. */
  offByPoint: number[];
  origin: Position;
  matrix: [number, number, number, number, number, number];
}

/** too_few: fewer than two · same_place: points on top of each other · in_a_line · mirrored: two are swapped. */
export type FitRefusal = "too_few" | "same_place" | "in_a_line" | "mirrored";

// Narrower than a twentieth of its length, a row of points cannot say how the map lies across it.
const LINE_RATIO = 0.05;
const MIN_PHOTO_SPREAD = 0.01;
const MIN_LAND_SPREAD_M = 5;

/** Fit a photo onto the land by its control points, or say why these points cannot do it. */
export function fitPhoto(
  points: readonly ControlPoint[],
  size: PhotoSize,
): { fit: PhotoFit; refused?: never } | { fit?: never; refused: FitRefusal } {
  if (points.length < 2) return { refused: "too_few" };
  const origin: Position = [mean(points.map((p) => p.longitude)), mean(points.map((p) => p.latitude))];
  const land = centred(points.map((p) => toLocalMetres([p.longitude, p.latitude], origin)));
  // Upright plane in units of the photo's width: y of a picture runs down, north runs up.
  const ratio = size.height / size.width;
  const photo = centred(points.map((p): Position => [p.x, -p.y * ratio]));
  const refused = degenerate(photo.moved, land.moved);
  if (refused) return { refused };
  const two = points.length === 2;
  const [a, b, d, e] = two ? similarity(photo.moved, land.moved) : leastSquares(photo.moved, land.moved);
  if (a * e - b * d <= 0) return { refused: "mirrored" };
  const c = land.middle[0] - a * photo.middle[0] - b * photo.middle[1];
  const f = land.middle[1] - d * photo.middle[0] - e * photo.middle[1];
  const matrix: PhotoFit["matrix"] = [a, -b * ratio, c, d, -e * ratio, f];
  const off = residuals([a, b, d, e], photo.moved, land.moved);
  return { fit: { kind: two ? "similarity" : "affine", points: points.length, ...off, origin, matrix } };
}

function residuals([a, b, d, e]: Turn, photo: readonly Position[], land: readonly Position[]) {
  const offByPoint = photo.map(([u, v], i) => {
    const [east, north] = land[i] ?? [0, 0];
    return Math.hypot(a * u + b * v - east, d * u + e * v - north);
  });
  const squares = offByPoint.reduce((sum, off) => sum + off * off, 0);
  const spare = photo.length - 3;
  return { offByPoint, offByMetres: spare > 0 ? Math.sqrt(squares / spare) : null };
}

/** Where a place of the photo (shares 0..1) lies on the land. */
export function photoToLand(fit: PhotoFit, [x, y]: Position): Position {
  const [a, b, c, d, e, f] = fit.matrix;
  return fromLocalMetres([a * x + b * y + c, d * x + e * y + f], fit.origin);
}

/** Where a place of the land lies on the photo, in shares; outside 0..1 when it is off the picture. */
export function landToPhoto(fit: PhotoFit, place: Position): Position {
  const [a, b, c, d, e, f] = fit.matrix;
  const [east, north] = toLocalMetres(place, fit.origin);
  const determinant = a * e - b * d;
  return [(e * (east - c) - b * (north - f)) / determinant, (a * (north - f) - d * (east - c)) / determinant];
}

/** The photo's corners on the land: top left, top right, bottom right, bottom left. */
export function photoCorners(fit: PhotoFit): [Position, Position, Position, Position] {
  return [
    photoToLand(fit, [0, 0]),
    photoToLand(fit, [1, 0]),
    photoToLand(fit, [1, 1]),
    photoToLand(fit, [0, 1]),
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function centred(points: readonly Position[]): { middle: Position; moved: Position[] } {
  const middle: Position = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  return { middle, moved: points.map(([x, y]): Position => [x - middle[0], y - middle[1]]) };
}

/** Standard deviations along the long and the short axis of a cloud of centred points. */
function spread(points: readonly Position[]): { long: number; short: number } {
  const xx = mean(points.map(([x]) => x * x));
  const yy = mean(points.map(([, y]) => y * y));
  const xy = mean(points.map(([x, y]) => x * y));
  const half = Math.hypot((xx - yy) / 2, xy);
  const middle = (xx + yy) / 2;
  return { long: Math.sqrt(middle + half), short: Math.sqrt(Math.max(0, middle - half)) };
}

function degenerate(photo: readonly Position[], land: readonly Position[]): FitRefusal | null {
  const [onPhoto, onLand] = [spread(photo), spread(land)];
  if (!(onPhoto.long >= MIN_PHOTO_SPREAD && onLand.long >= MIN_LAND_SPREAD_M)) return "same_place";
  if (photo.length === 2) return null;
  const narrow = ({ long, short }: { long: number; short: number }) => short < LINE_RATIO * long;
  return narrow(onPhoto) || narrow(onLand) ? "in_a_line" : null;
}

type Turn = [a: number, b: number, d: number, e: number];

function similarity(photo: readonly Position[], land: readonly Position[]): Turn {
  let [re, im, norm] = [0, 0, 0];
  for (const [i, [u, v]] of photo.entries()) {
    const [east, north] = land[i] ?? [0, 0];
    re += u * east + v * north;
    im += u * north - v * east;
    norm += u * u + v * v;
  }
  return [re / norm, -im / norm, im / norm, re / norm];
}

function leastSquares(photo: readonly Position[], land: readonly Position[]): Turn {
  let [uu, uv, vv, ue, ve, un, vn] = [0, 0, 0, 0, 0, 0, 0];
  for (const [i, [u, v]] of photo.entries()) {
    const [east, north] = land[i] ?? [0, 0];
    uu += u * u;
    uv += u * v;
    vv += v * v;
    ue += u * east;
    ve += v * east;
    un += u * north;
    vn += v * north;
  }
  const determinant = uu * vv - uv * uv;
  return [
    (vv * ue - uv * ve) / determinant,
    (uu * ve - uv * ue) / determinant,
    (vv * un - uv * vn) / determinant,
    (uu * vn - uv * un) / determinant,
  ];
}
