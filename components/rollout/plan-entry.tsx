import { uuidv7 } from "@/lib/changes/uuid";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { PlanAddress } from "@/lib/rollout/plan-address";
import type { PlanOfPlace, PlanPlaces } from "@/lib/rollout/plan-queries";
import type { RolloutWords } from "@/lib/rollout/words";
import { ClientMessages } from "../shell/client-messages";
import { Card } from "../ui/card";
import { LineForm, RemoveLineForm } from "./line-form";
import { linePlace } from "./plan-lines";

type Props = { address: PlanAddress; plan: PlanOfPlace; places: PlanPlaces; words: RolloutWords };

/** The form of the line asked for, or of a new one in the district asked for. */
export function PlanEntry({ address, plan, places, words }: Props) {
  const { t, locale } = words;
  const line = plan.lines.find(({ id }) => id === address.line);
  const district = places.find(({ id, code }) => (line ? id === line.districtId : code === address.district));
  if (!district) return null;
  const place = line && (line.villageId ?? line.districtId);
  const title = line
    ? t("plan.edit", { place: linePlace(words, line) })
    : t("plan.add", { district: placeName(district, locale) });
  const inDistrict = plan.places.filter(({ village, districtId }) => village && districtId === district.id);
  return (
    <Card title={title} className="stack">
      <ClientMessages domains={["rollout"]}>
        <LineForm
          key={line?.id ?? district.id}
          year={address.year}
          district={district.id}
          villages={inDistrict.map((one) => ({ value: one.id, label: villageName(one, locale) }))}
          institutions={plan.institutions.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
          first={{ changeId: uuidv7(), subject: uuidv7() }}
          line={
            line && {
              ...line,
              place: place ?? "",
              facilitators: (line.facilitators ?? []).join("\n"),
              seen: JSON.stringify(line.versions),
            }
          }
        />
        {line && place && <RemoveLineForm subject={line.id} place={place} changeId={uuidv7()} />}
      </ClientMessages>
    </Card>
  );
}
