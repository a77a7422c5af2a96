import { fitPhoto } from "./control-points";
import type { ControlPoint, VillageMap } from "./schema";

export type DrawnMap = Readonly<{
  base: VillageMap["base"];
  controlPoints: readonly ControlPoint[];
  opacity: number;
  covered: Readonly<{ id: string; width: number; height: number; href?: string }> | null;
}>;

/** What lies under a figure of the map: only the covered copy of a paper map. */
export function photoUnder({ base, covered, controlPoints, opacity }: DrawnMap) {
  if (!covered) return null;
  const { fit } = fitPhoto(controlPoints, covered);
  if (base !== "sketch" && !fit) return null;
  const { id, width, height, href = `/api/media/${id}?size=screen` } = covered;
  const sketch = base === "sketch";
  return {
    href,
    width,
    height,
    opacity: sketch ? 1 : opacity,
    fit: sketch ? null : fit,
  };
}
