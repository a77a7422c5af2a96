"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "../ui/button";
import { SheetIn } from "./sheet-in";

/** The records of a page as a sheet, out and back in; what was taken shows in the page at once. */
export function SheetCard({ address, download }: { address: string; download: string }) {
  const t = useTranslations("plans.files.lines");
  const locale = useLocale();
  const file = `${address}${address.includes("?") ? "&" : "?"}format=xlsx&locale=${locale}`;
  return (
    <div className="stack-s">
      <p className="sm mut">{t("how")}</p>
      <ButtonAnchor icon="download" wide href={file} download>
        {download}
      </ButtonAnchor>
      <LinesIn address={address} />
    </div>
  );
}

/** A sheet of lines back in. */
export function LinesIn({ address }: { address: string }) {
  const router = useRouter();
  return <SheetIn address={address} rows="lines" onTaken={() => router.refresh()} />;
}
