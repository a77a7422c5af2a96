import "./rollout.css";
import { payers } from "@/lib/counts/stages";
import { placeName } from "@/lib/i18n/place-name";
import type { Board } from "@/lib/rollout/board-queries";
import type { RolloutWords } from "@/lib/rollout/words";
import { Card } from "../ui/card";
import { WrittenTable } from "../ui/written-table";

type Props = {
  counts: Board["districts"][number]["payers"];
  funders: Board["funders"];
  spending: { plannedKip: number; spentKip: number; carriedOut: number; spentOn: number };
  year: number;
  words: RolloutWords;
};

const fills = { own: "var(--seq-5)", partner: "var(--seq-3)", none: "url(#pays-none)" } as const;

/** Own budget, partner or not recorded, by village; below it the funders that the plan names, with planned and spent. */
export function WhoPays({ counts, funders, spending, year, words }: Props) {
  const { t, n, kip } = words;
  const all = payers.reduce((sum, payer) => sum + counts[payer], 0);
  return (
    <Card title={t("pays.title", { year: String(year) })} className="stack-s">
      <p className="sm mut">{t("pays.lead", { n: n(all), year: String(year) })}</p>
      <ul className="ro-bars">
        {payers.map((payer) => (
          <li key={payer}>
            <span>{t(`pays.${payer}`)}</span>
            <svg viewBox="0 0 300 20" preserveAspectRatio="none" aria-hidden="true">
              <defs>
                <pattern
                  id="pays-none"
                  width="6"
                  height="6"
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <rect width="6" height="6" fill="#fff" />
                  <rect width="1.2" height="6" fill="var(--edge)" />
                </pattern>
              </defs>
              <rect width="300" height="20" fill="var(--sunken)" />
              <rect width={all === 0 ? 0 : (counts[payer] / all) * 300} height="20" fill={fills[payer]} />
            </svg>
            <b className="ro-short nw">{t("ofN", { k: n(counts[payer]), n: n(all) })}</b>
          </li>
        ))}
      </ul>
      {funders.length > 0 && <Funders funders={funders} words={words} />}
      <p className="sm">
        {t("pays.planned")}: <b className="nw">{kip(spending.plannedKip)}</b> · {t("pays.spent")}:{" "}
        <b>
          {t("pays.spentOf", {
            kip: kip(spending.spentKip),
            k: n(spending.spentOn),
            n: n(spending.carriedOut),
          })}
        </b>
      </p>
    </Card>
  );
}

function Funders({ funders, words }: Pick<Props, "funders" | "words">) {
  const { locale, t, n, kip } = words;
  const columns = [t("pays.villages"), t("pays.held"), t("pays.planned"), t("pays.spent")];
  const name = ({ nameLo, nameEn }: Props["funders"][number]) =>
    nameLo && nameEn !== null ? placeName({ nameLo, nameEn }, locale) : t("pays.unnamed");
  return (
    <WrittenTable
      className="t stacks"
      head={t("pays.funder")}
      columns={columns}
      rows={funders.map((row) => (
        <tr key={`${row.id}${row.funding}`}>
          <th scope="row">
            {name(row)}
            <span className="block xs mut">{t(`pays.${row.funding ?? "none"}`)}</span>
          </th>
          {[n(row.villages), n(row.held), kip(row.plannedKip), kip(row.spentKip)].map((text, at) => (
            <td key={columns[at]} data-label={columns[at]}>
              {text}
            </td>
          ))}
        </tr>
      ))}
    />
  );
}
