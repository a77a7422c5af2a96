"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { Role } from "@/lib/access/roles";
import { placeName } from "@/lib/i18n/place-name";
import { findWorkPlacesAction } from "@/lib/people/place-actions";
import type { WorkPlace } from "@/lib/people/place-queries";
import { describedBy, Field } from "../form/field";
import { Button } from "../ui/button";

type Props = {
  role: Role;
  chosen: WorkPlace | null;
  onChoose: (place: WorkPlace | null) => void;
  error?: ReactNode;
};
const pauseMs = 250;

/** A place found by its name in any spelling, or by its code, and then chosen; its code travels with the form. */
export function PlaceChoice({ role, chosen, onChoose, error }: Props) {
  const t = useTranslations("people.new");
  const level = useTranslations("places.level");
  const locale = useLocale();
  const [text, setText] = useState("");
  const found = useFoundPlaces(role, chosen ? "" : text);
  const about = (place: WorkPlace) =>
    [level(place.level), locale === "en" ? place.insideEn || place.insideLo : place.insideLo, place.code]
      .filter(Boolean)
      .join(" · ");
  const notes = { label: t("place"), help: t("placeHelp"), error };
  if (chosen)
    return (
      <div className="field">
        <span className="lab">{t("place")}</span>
        <div className="row between">
          <span>
            <b>{placeName(chosen, locale)}</b> <span className="sm mut">{about(chosen)}</span>
          </span>
          <Button small onClick={() => onChoose(null)}>
            {t("otherPlace")}
          </Button>
        </div>
        {error && <p className="field-error">{error}</p>}
        <input type="hidden" name="placeCode" value={chosen.code} />
      </div>
    );
  return (
    <Field id="placeCode" {...notes}>
      <input
        id="placeCode"
        className="in"
        type="search"
        autoComplete="off"
        maxLength={80}
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...describedBy("placeCode", notes)}
      />
      <p role="status" className="sm mut">
        {found && (found.length === 0 ? t("placeNone") : t("placeChoose"))}
      </p>
      {found && found.length > 0 && (
        <ul className="card list" data-testid="places-found">
          {found.map((place) => (
            <li key={place.code}>
              <button type="button" className="list-row w-full text-left" onClick={() => onChoose(place)}>
                <span className="grow">
                  <span className="list-name">{placeName(place, locale)}</span>
                  <span className="list-why">{about(place)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}

/** What the server found for the text as it stands; null while nothing has been asked or the answer is on its way. */
function useFoundPlaces(role: Role, text: string): readonly WorkPlace[] | null {
  const [answer, setAnswer] = useState<{ of: string; places: readonly WorkPlace[] } | null>(null);
  const of = `${role} ${text.trim()}`;
  useEffect(() => {
    if (text.trim().length < 2) return;
    let current = true;
    const timer = setTimeout(async () => {
      const places = await findWorkPlacesAction(role, text).catch(() => []);
      if (current) setAnswer({ of, places });
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [role, text, of]);
  return answer?.of === of && text.trim().length >= 2 ? answer.places : null;
}
