import "../comparison/comparison.css";
import { placeName } from "@/lib/i18n/place-name";
import type { PlanAddress } from "@/lib/rollout/plan-address";
import type { PlanPlaces } from "@/lib/rollout/plan-queries";
import type { RolloutWords } from "@/lib/rollout/words";
import { Select } from "../form/select";
import { Button } from "../ui/button";

type Props = { address: PlanAddress; places: PlanPlaces; words: RolloutWords; onlyProvince?: true };

/** An ordinary GET form: year and province stand in the address. */
export function PlanChoice({
  address: { year, province },
  places,
  words: { t, locale },
  onlyProvince,
}: Props) {
  const provinces = [...new Map(places.map((place) => [place.province.code, place.province])).values()];
  return (
    <form className="cmp-form noprint" aria-label={t("choose.label")}>
      <div className="cmp-fields">
        {!onlyProvince && (
          <Select
            name="year"
            label={t("plan.year")}
            defaultValue={String(year)}
            options={[year + 1, year, year - 1].map(String).map((value) => ({ value, label: value }))}
          />
        )}
        <Select
          name="province"
          label={t("plan.province")}
          defaultValue={province.code}
          options={provinces.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
        />
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
