import { niceTop } from "./run-chart-shape";

export const funnelSize = { width: 340, height: 240, left: 40, right: 12, top: 14, bottom: 36 } as const;
const { width, height, left, right, top, bottom } = funnelSize;

/** People across, share upwards from 0 to 1. */
export function funnelShape(most: number) {
  const end = niceTop(most);
  const round = (value: number) => Math.round(value * 10) / 10;
  const x = (n: number) => round(left + (n / end) * (width - left - right));
  const y = (share: number) => round(height - bottom - share * (height - top - bottom));
  return { x, y, end };
}

type At = Readonly<{ n: number; share: number | null }>;

/** One limit as a line; where there is none for so few people, it begins later. */
export const limitPath = (points: readonly At[], { x, y }: ReturnType<typeof funnelShape>): string =>
  points
    .flatMap(({ n, share }) => (share === null ? [] : [`${x(n)} ${y(share)}`]))
    .map((point, at) => `${at === 0 ? "M" : "L"}${point}`)
    .join("");
