import { useLocale } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import type { ShownIndicator } from "@/lib/indicators/view";
import { Select } from "../form/select";

type Named = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
type Props = {
  chosen: Readonly<{
    within: Named | null;
    provinces: readonly Named[];
    indicator: ShownIndicator | null;
    indicators: readonly ShownIndicator[];
  }>;
  labels: Readonly<{ place: string; everywhere: string; indicator: string }>;
};

/** Where to look into, and by which service. */
export function AreaFields({ chosen: { within, provinces, indicator, indicators }, labels }: Props) {
  const locale = useLocale();
  const places = within && !provinces.some(({ id }) => id === within.id) ? [...provinces, within] : provinces;
  return (
    <>
      <Select
        name="place"
        label={labels.place}
        defaultValue={within?.code ?? ""}
        placeholder={labels.everywhere}
        options={places.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
      />
      {indicator && (
        <Select
          name="indicator"
          label={labels.indicator}
          defaultValue={indicator.code}
          options={indicators.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
        />
      )}
    </>
  );
}
