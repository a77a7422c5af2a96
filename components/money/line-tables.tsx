import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { KeptLine, Money } from "@/lib/money/budget-queries";
import type { LineView, MoneyView } from "@/lib/money/view";
import { Link } from "../ui/link";
import { StatusPill } from "../ui/status-pill";
import { useLineWords } from "./line-words";

type Props = { money: Money; view: MoneyView; year: number; mayChange: (line: KeptLine) => boolean };

/** What has not come though it was due, the longest first. */
export function LateList({ money, view }: Pick<Props, "money" | "view">) {
  const t = useTranslations("money");
  const words = useLineWords(money);
  return (
    <>
      {view.late.length === 0 ? (
        <p>{t("budget.lateNone")}</p>
      ) : (
        <ul className="stack-s">
          {view.late.map(({ line, delay }) => (
            <li key={line.id}>
              <StatusPill status="late">{words.delay(delay)}</StatusPill> <b>{words.place(line)}</b> ·{" "}
              {t(`purpose.${line.purpose}`)} · {words.whose(line)}
            </li>
          ))}
        </ul>
      )}
      <p className="xs mut mt-2">{t("budget.lateRule")}</p>
    </>
  );
}

const columns = ["whose", "planned", "approved", "disbursed", "spent"] as const;

/** Every line of the year; below them what workshops cost without one. */
export function LineTable({ money, view, year, mayChange }: Props) {
  const t = useTranslations("money");
  const heads = {
    whose: t("budget.whose"),
    planned: t("amount.planned"),
    approved: t("amount.approved"),
    disbursed: t("amount.disbursed"),
    spent: t("amount.spent"),
  };
  if (view.lines.length === 0 && view.uncovered.length === 0)
    return (
      <>
        <p className="mut">{t("budget.noLines", { year: String(year) })}</p>
        <LinesOut money={money} mayChange={mayChange} />
      </>
    );
  return (
    <>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("budget.placeHead")}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.lines.map((one) => (
            <Line key={one.line.id} one={one} money={money} heads={heads} />
          ))}
          <Uncovered money={money} view={view} heads={heads} />
        </tbody>
      </table>
      <p className="xs mut mt-2">{t("budget.spentRule")}</p>
      <LinesOut money={money} mayChange={mayChange} />
    </>
  );
}

type Lists = Pick<Money, "districts" | "provinces" | "funders">;

/** What a line is called, with its planned sum. */
export function LineName({ line, ...lists }: Lists & { line: KeptLine }) {
  const t = useTranslations("money");
  const words = useLineWords(lists);
  const planned = `${t("amount.planned")}: ${words.kip(line.plannedKip)}`;
  return (
    <>
      {[line.year, words.place(line), t(`purpose.${line.purpose}`), words.whose(line), planned].join(" · ")}
    </>
  );
}

/** Lines of the year that were deleted as wrongly entered, for who may bring them back. */
function LinesOut({ money, mayChange }: Pick<Props, "money" | "mayChange">) {
  const t = useTranslations("history.setAside");
  const out = money.out.filter(mayChange);
  if (out.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="sm fold-line">{t("title")}</summary>
      <ul className="stack-s">
        {out.map((line) => (
          <li key={line.id}>
            <Link href={`/money/${line.id}`}>
              <LineName line={line} {...money} />
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Heads = Readonly<Record<(typeof columns)[number], string>>;
type LineProps = { one: LineView; money: Money; heads: Heads };

function Line({ one: { line, spent, delay }, money, heads }: LineProps) {
  const t = useTranslations("money");
  const words = useLineWords(money);
  const name = `${words.place(line)} · ${t(`purpose.${line.purpose}`)}`;
  return (
    <tr>
      <th scope="row">
        <Link href={`/money/${line.id}`}>{name}</Link>
        {line.source && <span className="block xs mut font-normal">{line.source}</span>}
        {line.note && <span className="block xs mut font-normal">{line.note}</span>}
      </th>
      <td data-label={heads.whose}>{words.whose(line)}</td>
      <td data-label={heads.planned}>{words.kip(line.plannedKip)}</td>
      <td data-label={heads.approved}>{words.kip(line.approvedKip)}</td>
      <td data-label={heads.disbursed}>
        <span>
          {words.came(line)}
          {delay && (
            <span className="block">
              <StatusPill status={delay.is === "late" ? "late" : "soon"}>{words.delay(delay)}</StatusPill>
            </span>
          )}
        </span>
      </td>
      <td data-label={heads.spent}>
        <span>
          {words.kip(spent)}
          {line.purpose === "workshops" && <span className="block xs mut">{t("budget.fromWorkshops")}</span>}
        </span>
      </td>
    </tr>
  );
}

type Rest = { money: Money; view: MoneyView; heads: Heads };

/** By place and source, so that a missing line can be added. */
function Uncovered({ money, view, heads }: Rest) {
  const t = useTranslations("money");
  const plans = useTranslations("plans.fund");
  const locale = useLocale();
  const words = useLineWords(money);
  return view.uncovered.map((cost) => (
    <tr key={`${cost.districtId} ${cost.fundSource} ${cost.funder}`}>
      <th scope="row">
        {words.place(cost)} · {t("budget.uncovered")}
        <span className="block xs mut font-normal">
          {t("budget.uncoveredText", { workshops: formatNumber(cost.workshops, locale) })}
        </span>
      </th>
      <td data-label={heads.whose}>
        {[cost.fundSource ? plans(cost.fundSource as "village") : t("payer.none"), cost.funder]
          .filter(Boolean)
          .join(": ")}
      </td>
      {(["planned", "approved", "disbursed"] as const).map((column) => (
        <td key={column} data-label={heads[column]}>
          –
        </td>
      ))}
      <td data-label={heads.spent}>{words.kip(cost.kip)}</td>
    </tr>
  ));
}
