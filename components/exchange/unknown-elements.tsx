import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { Card } from "@/components/ui/card";
import type { ImportId, KnownElementLine } from "@/lib/exchange/queries";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { type IdOfImport, MeaningForm } from "./meaning-form";
import { RowsOfId } from "./rows-of-id";

type Props = {
  importId: string;
  ids: readonly ImportId[];
  elements: readonly KnownElementLine[];
  open: boolean;
};

/** Data elements of the file that nobody has said the meaning of; a combination may count something of its own. */
export function UnknownElements({ importId, ids, elements, open }: Props) {
  const t = useTranslations("exchange.unknown");
  const locale = useLocale();
  if (ids.length === 0) return null;
  return (
    <Card title={t("elements", { count: ids.length, n: formatNumber(ids.length, locale) })}>
      <p className="sm mut">{t("lead")}</p>
      <ul className="list">
        {ids.map((id) => {
          const of = { importId, kind: "element", externalId: id.externalId } as const;
          const spoken = t("asideOf", { id: id.externalId });
          return (
            <li key={id.externalId} className="stack-s py-3">
              <RowsOfId id={id} />
              {open && (
                <>
                  <ElementChoice of={of} elements={elements} />
                  <Combos of={of} combos={id.combos} elements={elements} />
                  <MeaningForm of={of} meaning="aside" label={t("aside")} spoken={spoken} quiet />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Combos({
  of,
  combos,
  elements,
}: {
  of: IdOfImport;
  combos: readonly string[];
  elements: Props["elements"];
}) {
  const t = useTranslations("exchange.unknown");
  const locale = useLocale();
  if (combos.length < 2) return null;
  return (
    <details>
      <summary>{t("combos", { n: formatNumber(combos.length, locale) })}</summary>
      <ul className="stack-s mt-2">
        {combos.map((combo) => (
          <li key={combo}>
            <ElementChoice of={{ ...of, combo }} elements={elements} label={t("comboOf", { combo })} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ElementChoice({
  of,
  elements,
  label,
}: {
  of: IdOfImport;
  elements: Props["elements"];
  label?: string;
}) {
  const t = useTranslations("exchange.unknown");
  const locale = useLocale();
  const { externalId, combo = "" } = of;
  return (
    <MeaningForm of={of} label={t("sameAs")} spoken={`${t("sameAsOf", { id: externalId })} ${combo}`.trim()}>
      <Select
        id={`meaning-${externalId}-${combo}`}
        name="meaning"
        label={label ?? t("elementOf", { id: externalId })}
        placeholder
        required
        options={elements.map((one) => ({
          value: `element:${one.number}`,
          label: `${placeName(one, locale)} (${one.code})`,
        }))}
      />
    </MeaningForm>
  );
}
