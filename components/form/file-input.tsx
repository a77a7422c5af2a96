"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

/** The browser's own words for choosing a file are in the language of the device, so they are hidden behind ours. */
export function FileInput({ accept }: { accept: string }) {
  const t = useTranslations("common.form");
  const [name, setName] = useState("");
  return (
    <span className="row wrap">
      <input
        id="file"
        name="file"
        type="file"
        className="vh peer"
        accept={accept}
        aria-describedby="file-help file-name"
        onChange={(event) => setName(event.target.files?.[0]?.name ?? "")}
      />
      <label
        htmlFor="file"
        className="btn peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2"
        aria-hidden="true"
      >
        {t("chooseFile")}
      </label>
      <span id="file-name" className="wrap-anywhere">
        {name || t("noFile")}
      </span>
    </span>
  );
}
