"use client";

import { useState } from "react";
import { shapesOf } from "@/lib/maps/categories";
import { type Draft, isFinished } from "@/lib/maps/drafts";
import type { Position } from "@/lib/maps/geometry";
import type { Category } from "@/lib/maps/schema";
import type { MapEdits } from "./use-map-edits";

type Drawing = Readonly<{ category: Category; draft: Draft }>;
type Options = { edits: MapEdits; onAdded: (id: string, category: Category) => void };

/** Drawing by tapping: a point is there with one tap, a line and an area when they are finished. */
export function useDrawing({ edits, onAdded }: Options) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const begin = (category: Category | null) =>
    setDrawing(category && { category, draft: { type: shapesOf(category)[0] ?? "Point", vertices: [] } });
  const keep = async ({ category, draft }: Drawing) => {
    const id = await edits.add(category, draft);
    if (id) onAdded(id, category);
  };
  const tap = async (position: Position) => {
    if (!drawing) return;
    const draft = { ...drawing.draft, vertices: [...drawing.draft.vertices, position] };
    if (draft.type !== "Point") return setDrawing({ ...drawing, draft });
    await keep({ ...drawing, draft });
  };
  const finish = async () => {
    if (!drawing || !isFinished(drawing.draft)) return;
    setDrawing({ ...drawing, draft: { ...drawing.draft, vertices: [] } });
    await keep(drawing);
  };
  const takeBack = () =>
    drawing &&
    setDrawing({ ...drawing, draft: { ...drawing.draft, vertices: drawing.draft.vertices.slice(0, -1) } });
  return { drawing, begin, tap, finish, takeBack, stop: () => setDrawing(null) };
}
