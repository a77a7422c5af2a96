"use client";

import type { MapRecord } from "./map-records";

export function ExchangePanel({ map }: { map: MapRecord }) {
  return map ? null : null;
}
