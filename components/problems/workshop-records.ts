"use client";

import { useMemo } from "react";
import { type FieldRecord, useRecords } from "@/components/field/store-hooks";
import type { RecordType } from "@/lib/changes/registry";

type Placed = Readonly<{ id: string; fields: object }>;

const byPosition = (a: Placed, b: Placed) => {
  const place = ({ fields }: Placed) => (fields as { position?: number | null }).position ?? 1_000_000;
  return place(a) - place(b) || (a.id < b.id ? -1 : 1);
};

const nothing: never[] = [];

/** The living records that name `link`, in the order the room gave them; `ready` once the phone has answered. */
export function useLinkedWhen<T extends RecordType>(
  type: T,
  link: string,
): { rows: FieldRecord<T>[]; ready: boolean } {
  const rows = useRecords(type, { link });
  const sorted = useMemo(() => (rows ? [...rows].sort(byPosition) : nothing), [rows]);
  return { rows: sorted, ready: rows !== undefined };
}

export const useLinked = <T extends RecordType>(type: T, link: string): FieldRecord<T>[] =>
  useLinkedWhen(type, link).rows;

export type ProblemRow = FieldRecord<"problem"> & Readonly<{ number: number }>;

/** The problems of a workshop, numbered as on the wall. */
export function useProblems(workshopId: string): { problems: ProblemRow[]; ready: boolean } {
  const { rows, ready } = useLinkedWhen("problem", workshopId);
  const problems = useMemo(() => rows.map((row, index) => ({ ...row, number: index + 1 })), [rows]);
  return { problems, ready };
}

type Positioned = Readonly<{ fields: Readonly<{ position?: number | null }> }>;

/** The place after the last one. */
export const nextPosition = (rows: readonly Positioned[]) =>
  rows.reduce((most, { fields }) => Math.max(most, fields.position ?? 0), 0) + 1;
