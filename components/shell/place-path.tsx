import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Link } from "../ui/link";

export type PathPlace = { name: string; href: string };

/** Bokeo › Pha Oudom district: large to small, the last one is where the reader is. */
export function PlacePath({ path }: { path: readonly PathPlace[] }) {
  const t = useTranslations("shell");
  if (path.length === 0) return null;
  return (
    <nav className="crumb" aria-label={t("place")}>
      {path.map((place, index) => (
        <Fragment key={place.href}>
          {index > 0 && (
            <span className="mut" aria-hidden="true">
              ›
            </span>
          )}
          {index < path.length - 1 ? (
            <Link href={place.href}>{place.name}</Link>
          ) : (
            <b aria-current="location">{place.name}</b>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
