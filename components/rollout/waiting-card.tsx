import { steps } from "@/lib/counts/stages";
import type { Waiting } from "@/lib/rollout/board-queries";
import type { RolloutWords } from "@/lib/rollout/words";
import { Card } from "../ui/card";
import { WrittenTable } from "../ui/written-table";

type Props = { waiting: readonly Waiting[]; words: RolloutWords };

/** Of all that the page is about: how many villages took each step last, and for how long half of them have stood there. */
export function WaitingCard({ waiting, words: { t, n } }: Props) {
  const columns = [t("wait.villages"), t("wait.days")];
  const order = [null, ...steps];
  const rows = waiting
    .filter(({ provinceId }) => provinceId === null)
    .sort((a, b) => order.indexOf(a.at) - order.indexOf(b.at));
  return (
    <Card title={t("wait.title")}>
      <WrittenTable
        className="t stacks"
        head={t("wait.last")}
        columns={columns}
        rows={rows.map(({ at, villages, days }) => (
          <tr key={at ?? "none"}>
            <th scope="row">{at ? t(`stage.${at}`) : t("wait.none")}</th>
            <td data-label={columns[0]}>{n(villages)}</td>
            <td data-label={columns[1]}>{days !== null ? t("wait.daysValue", { n: n(days) }) : "–"}</td>
          </tr>
        ))}
      />
    </Card>
  );
}
