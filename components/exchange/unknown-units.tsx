import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SearchForm } from "@/components/ui/search-form";
import type { ImportId } from "@/lib/exchange/queries";
import type { UnitCandidate } from "@/lib/exchange/unit-queries";
import { formatNumber } from "@/lib/i18n/format";
import { placeInList, placeName } from "@/lib/i18n/place-name";
import { MeaningForm } from "./meaning-form";
import { RowsOfId } from "./rows-of-id";

export type UnitSearch = Readonly<{ unit: string; text: string; found: readonly UnitCandidate[] }>;
type Props = { importId: string; ids: readonly ImportId[]; asked: UnitSearch | null; open: boolean };

/** Units of the file that no list of ours knows: a person finds each once, or sets it aside. */
export function UnknownUnits({ importId, ids, asked, open }: Props) {
  const t = useTranslations("exchange.unknown");
  const locale = useLocale();
  if (ids.length === 0) return null;
  return (
    <Card title={t("units", { count: ids.length, n: formatNumber(ids.length, locale) })}>
      <p className="sm mut">{t("lead")}</p>
      <ul className="list">
        {ids.map((id) => (
          <li key={id.externalId} className="stack-s py-3">
            <RowsOfId id={id} />
            {id.outcome === "unknown" && open && <Choice importId={importId} id={id} asked={asked} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Choice({ importId, id, asked }: { importId: string; id: ImportId; asked: UnitSearch | null }) {
  const t = useTranslations("exchange.unknown");
  const { externalId } = id;
  const of = { importId, kind: "unit", externalId } as const;
  const here = `/admin/imports/values/${importId}?unit=${encodeURIComponent(externalId)}`;
  return (
    <>
      {asked?.unit === externalId ? (
        <Search asked={asked} of={of} />
      ) : (
        <ButtonLink href={here} aria-label={`${t("find")}: ${externalId}`}>
          {t("find")}
        </ButtonLink>
      )}
      <MeaningForm
        of={of}
        meaning="aside"
        label={t("aside")}
        spoken={t("asideOf", { id: externalId })}
        quiet
      />
    </>
  );
}

function Search({
  asked,
  of,
}: {
  asked: UnitSearch;
  of: { importId: string; kind: "unit"; externalId: string };
}) {
  const t = useTranslations("exchange.unknown");
  const locale = useLocale();
  return (
    <>
      <SearchForm text={asked.text} label={t("search")} find={t("searchGo")} also={{ unit: asked.unit }} />
      {asked.text && asked.found.length === 0 && <p>{t("nobody")}</p>}
      <ul className="stack-s">
        {asked.found.map((one) => {
          const name = placeInList({ ...one, level: one.kind }, locale);
          const district = placeName({ nameLo: one.districtLo, nameEn: one.districtEn }, locale);
          return (
            <li key={one.id} className="row wrap between">
              <span>
                {name} <span className="sm mut">{t(one.kind, { district })}</span>
              </span>
              <MeaningForm of={of} meaning={`${one.kind}:${one.id}`} label={t("isThis", { name })} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
