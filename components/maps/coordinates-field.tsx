"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TextArea } from "@/components/form/text-field";
import { formatNumber } from "@/lib/i18n/format";
import { type DraftType, missingVertices } from "@/lib/maps/drafts";
import type { Position } from "@/lib/maps/geometry";
import type { Geometry } from "@/lib/maps/schema";
import { parseCoordinates, writeCoordinates } from "@/lib/maps/typed-coordinates";

type Props = {
  type: DraftType;
  space: Geometry["space"];
  vertices: readonly Position[];
  /** Called with every text that is a whole shape. */
  onPlace: (vertices: Position[]) => void;
};

/** Where a feature is, typed: the way to draw without seeing or touching the map. */
export function CoordinatesField({ type, space, vertices, onPlace }: Props) {
  const t = useTranslations("maps.feature");
  const locale = useLocale();
  const id = useId();
  const [text, setText] = useState(() => writeCoordinates(vertices, space));
  const [touched, setTouched] = useState(false);
  const { positions, wrongLine } = parseCoordinates(text, space);
  const missing = missingVertices({ type, vertices: positions });
  const leave = () => {
    setTouched(true);
    if (wrongLine === null && missing === 0 && text !== writeCoordinates(vertices, space)) onPlace(positions);
  };
  const error =
    wrongLine !== null
      ? t("coordinatesWrong", { n: formatNumber(wrongLine, locale) })
      : missing > 0
        ? t("coordinatesFew", { count: missing, n: formatNumber(missing, locale) })
        : undefined;
  const sketch = space === "sketch";
  return (
    <TextArea
      id={id}
      name="coordinates"
      rows={type === "Point" ? 1 : 4}
      label={sketch ? t("coordinatesSketch") : t("coordinates")}
      help={sketch ? t("coordinatesHelpSketch") : t("coordinatesHelp")}
      error={touched ? error : undefined}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
    />
  );
}
