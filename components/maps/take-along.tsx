"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { momentText } from "@/components/field/moment-text";
import { usePlaces } from "@/components/field/use-places";
import { now } from "@/lib/clock";
import { formatBytes } from "@/lib/i18n/format";
import type { Position } from "@/lib/maps/geometry";
import type { KeptMap } from "@/lib/maps/kept-map";
import { Button } from "../ui/button";

type State =
  | { is: "unknown" | "none" | "available" | "measuring" | "failed" }
  | { is: "offered"; bytes: number; take: (onBytes: (done: number) => void) => Promise<void> }
  | { is: "taking"; bytes: number; done: number }
  | { is: "kept"; map: KeptMap };

const tools = () => import("@/lib/maps/kept-map");

/** The operator's map of my villages, on this phone for times without network: how much it is, before it is fetched. */
export function TakeAlong() {
  const villages = useVillagePoints();
  const [state, setState] = useState<State>({ is: "unknown" });
  useEffect(() => {
    void look().then(setState);
  }, []);
  const measure = async () => {
    setState({ is: "measuring" });
    setState(await offer(villages).catch(() => ({ is: "failed" }) as const));
  };
  const take = async () => {
    if (state.is !== "offered") return;
    const { bytes } = state;
    setState({ is: "taking", bytes, done: 0 });
    const told = (done: number) => setState({ is: "taking", bytes, done });
    setState(await state.take(told).then(look, () => ({ is: "failed" }) as const));
  };
  const drop = async () => {
    await (await tools()).dropKeptMap();
    setState(await look());
  };
  if (state.is === "none" || state.is === "unknown" || villages.length === 0) return null;
  return <Card {...{ state, measure, take, drop }} />;
}

/** What is kept, or whether there is anything to keep. */
async function look(): Promise<State> {
  const { keptMap, openMap } = await tools();
  const map = await keptMap();
  if (map) return { is: "kept", map };
  return { is: (await openMap()) ? "available" : "none" };
}

async function offer(villages: readonly Position[]): Promise<State> {
  const { measureMap, takeMap } = await tools();
  const found = await measureMap(villages);
  if (!found) return { is: "none" };
  const { bytes } = found.part;
  return { is: "offered", bytes, take: (onBytes) => takeMap({ ...found, onBytes, now: now() }) };
}

function useVillagePoints(): Position[] {
  const { places } = usePlaces();
  return places.flatMap(({ level, lat, lng }) =>
    level === "village" && lat !== null && lng !== null ? [[lng, lat] as Position] : [],
  );
}

type CardProps = {
  state: State;
  measure: () => Promise<void>;
  take: () => Promise<void>;
  drop: () => Promise<void>;
};

function Card({ state, measure, take, drop }: CardProps) {
  const t = useTranslations("maps.along");
  return (
    <section className="card stack-s" aria-labelledby="take-along">
      <h2 id="take-along">{t("title")}</h2>
      <Words state={state} />
      {(state.is === "available" || state.is === "failed") && (
        <Button wide onClick={() => void measure()}>
          {t("measure")}
        </Button>
      )}
      {state.is === "offered" && state.bytes > 0 && (
        <Button kind="pri" wide icon="download" onClick={() => void take()}>
          {t("take")}
        </Button>
      )}
      {state.is === "kept" && (
        <Button kind="quiet" wide onClick={() => void drop()}>
          {t("drop")}
        </Button>
      )}
    </section>
  );
}

function Words({ state }: { state: State }) {
  const t = useTranslations("maps.along");
  const locale = useLocale();
  const size = (bytes: number) => formatBytes(bytes, locale);
  const words = {
    unknown: () => "",
    none: () => "",
    available: () => t("why"),
    measuring: () => t("measuring"),
    failed: () => t("failed"),
  };
  const text =
    state.is === "offered"
      ? state.bytes > 0
        ? t("size", { size: size(state.bytes) })
        : t("nothing")
      : state.is === "taking"
        ? t("taking", { done: size(state.done), size: size(state.bytes) })
        : state.is === "kept"
          ? t("kept", { size: size(state.map.bytes), time: momentText(state.map.takenAt, locale) })
          : words[state.is]();
  return (
    <>
      <p className="sm" role="status">
        {text}
      </p>
      {state.is === "taking" && <progress value={state.done} max={state.bytes} aria-label={t("title")} />}
    </>
  );
}
