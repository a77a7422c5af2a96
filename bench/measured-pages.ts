import type { Measured, Who } from "./offices";

export type MeasuredPage = Readonly<{
  who: Who;
  /** Null: read as it is, against no bare server. */
  floor: string | null;
  path: (places: Measured) => string;
  wholeNation?: true;
}>;

export const measuredPages: Readonly<Record<string, MeasuredPage>> = {
  dashboard: { floor: "dashboard", who: "governor", path: () => "/lo/today" },
  attention: { floor: "dashboard", who: "governor", path: () => "/lo/attention" },
  villages: { floor: "villages", who: "governor", path: () => "/lo/villages" },
  indicators: { floor: "indicators", who: "governor", path: () => "/lo/indicators" },
  village: { floor: "village", who: "governor", path: ({ villageCode }) => `/lo/places/${villageCode}` },
  villageIndicators: {
    floor: "village-indicators",
    who: "governor",
    path: ({ villageCode }) => `/lo/places/${villageCode}/indicators`,
  },
  province: { floor: "province", who: "province", path: () => "/lo/districts" },
  nation: { floor: "nation", who: "ministry", path: () => "/lo/rollout", wholeNation: true },
  equity: { floor: null, who: "ministry", path: () => "/lo/equity", wholeNation: true },
  evaluation: { floor: null, who: "ministry", path: () => "/lo/evaluation", wholeNation: true },
  national: { floor: null, who: "ministry", path: () => "/lo/national", wholeNation: true },
};
