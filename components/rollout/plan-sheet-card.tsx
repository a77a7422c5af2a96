"use client";

import { useRouter } from "@/lib/i18n/navigation";
import { SheetIn } from "../plans/sheet-in";

/** The plan's sheet back in; what was taken shows in the list at once. */
export function PlanSheetIn({ address }: { address: string }) {
  const router = useRouter();
  return <SheetIn address={address} rows="lines" onTaken={() => router.refresh()} />;
}
