import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { placeName } from "@/lib/i18n/place-name";
import type { CatchmentView } from "@/lib/places/catchment-queries";
import { Link } from "../ui/link";
import { usePeriod, useWay } from "./catchment-words";

/** Who serves the village, since when, and how long the way takes in both seasons. */
export function CatchmentCard({ catchments }: { catchments: readonly CatchmentView[] }) {
  const t = useTranslations("places.catchment");
  const locale = useLocale();
  const [period, way] = [usePeriod(), useWay()];
  return (
    <Card title={t("title")}>
      {catchments.length === 0 && <p>{t("none")}</p>}
      <FactList
        facts={catchments.map((one) => ({
          key: one.id,
          term: period(one),
          value: (
            <>
              <Link href={`/facilities/${one.facilityId}`}>{placeName(one, locale)}</Link>
              <span className="block sm mut">{way(one)}</span>
            </>
          ),
        }))}
      />
    </Card>
  );
}
