import { type ThemesAsked, themesHref } from "@/lib/themes/asked";
import { themeCodes } from "@/lib/themes/frame";
import { codedKinds } from "@/lib/themes/kinds";
import type { Themes } from "@/lib/themes/queries";
import { byFrequency, type Counted, countedByPlace, type Tally } from "@/lib/themes/rules";
import type { ThemeWords } from "@/lib/themes/words";
import { Link } from "../ui/link";
import { WrittenTable } from "../ui/written-table";

type Props = { counted: Counted; asked: ThemesAsked; words: ThemeWords };

/** Every theme: of the coded records of each kind, and in how many villages. */
export function ThemeTable({ counted, asked, words }: Props) {
  const { t, n, name, share } = words;
  const kinds = codedKinds.filter((kind) => asked.kind === null || asked.kind === kind);
  const shown: readonly (readonly [label: string, tally: Tally])[] = [
    ...(kinds.length > 1 ? [[t("allRecords"), counted.records] as const] : []),
    ...kinds.map((kind) => [t(`kind.${kind}`), counted.kinds[kind]] as const),
    [t("villages"), counted.villages],
  ];
  return (
    <WrittenTable
      className="t stacks"
      head={t("theme")}
      columns={shown.map(([label]) => label)}
      rows={
        <>
          {byFrequency(counted).map((theme) => (
            <tr key={theme}>
              <th scope="row">{name(theme)}</th>
              {shown.map(([label, tally]) => (
                <td key={label} data-label={label}>
                  {share(tally, theme)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("notCoded")}</th>
            {shown.map(([label, { all, coded }]) => (
              <td key={label} data-label={label}>
                {t("ofN", { k: n(all - coded), n: n(all) })}
              </td>
            ))}
          </tr>
        </>
      }
    />
  );
}

type PlacesProps = { themes: Themes; asked: ThemesAsked; words: ThemeWords };

/** The same by place: k of the coded records, and how many are not coded yet. */
export function PlaceTable({ themes, asked, words }: PlacesProps) {
  const { t, n, name, place, share } = words;
  const byPlace = countedByPlace(themes);
  return (
    <WrittenTable
      className="t stacks"
      head={t("place")}
      columns={[...themeCodes.map(name), t("notCoded")]}
      rows={themes.places.map((one) => {
        const counted = byPlace.get(one.id);
        if (!counted) return null;
        const { records } = counted;
        // What the district itself recorded stands among its villages.
        const itself = one.level === "district" && themes.below === "village";
        return (
          <tr key={one.id}>
            <th scope="row">
              {itself ? (
                t("itself", { place: place(one) })
              ) : (
                <Link href={themesHref(asked, { place: one.code ?? one.id })}>{place(one)}</Link>
              )}
            </th>
            {themeCodes.map((theme) => (
              <td key={theme} data-label={name(theme)}>
                {share(records, theme)}
              </td>
            ))}
            <td data-label={t("notCoded")}>
              {t("ofN", { k: n(records.all - records.coded), n: n(records.all) })}
            </td>
          </tr>
        );
      })}
    />
  );
}
