"use client";

import { useState } from "react";
import type { Theme } from "@/lib/themes/frame";
import { ThemeChips } from "./theme-chips";

/** The chips as a field of a form. */
export function ThemeField({ name, first }: { name: string; first: readonly Theme[] | null }) {
  const [themes, setThemes] = useState(first);
  const sent = themes === null ? "open" : themes.length === 0 ? "none" : themes.join(",");
  return (
    <>
      <ThemeChips value={themes} onChange={setThemes} />
      <input type="hidden" name={name} value={sent} />
    </>
  );
}
