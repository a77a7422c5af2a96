import "./rollout.css";
import type { Stage } from "@/lib/counts/stages";
import { formatList } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { BoardLine } from "@/lib/rollout/board";
import { nextText, payersText, type RolloutWords } from "@/lib/rollout/words";
import { Link } from "../ui/link";
import { WrittenTable } from "../ui/written-table";

type Props = {
  lines: readonly BoardLine[];
  shown: readonly Stage[];
  /** What the address of a line goes on with. */
  query: string;
  words: RolloutWords;
  /** Lines are provinces, which have districts. */
  ofProvinces?: boolean;
};

/** One line a place, one cell a stage: how many of its villages reached it and how many should have. */
export function CascadeBoard({ lines, shown, query, words, ofProvinces }: Props) {
  const { t } = words;
  const columns = [
    ...(ofProvinces ? [t("board.districts")] : []),
    t("board.plan"),
    ...shown.map((stage) => t(`short.${stage}`)),
    t("board.pays"),
    t("board.next"),
  ];
  return (
    <WrittenTable
      className="t stacks ro-board"
      head={t("board.place")}
      columns={columns}
      rows={lines.map((line) => (
        <Row key={line.id} {...{ line, stages: shown, query, words, ofProvinces }} />
      ))}
    />
  );
}

type RowProps = Omit<Props, "lines" | "shown"> & { line: BoardLine; stages: readonly Stage[] };

function Row({ line, stages, query, words, ofProvinces }: RowProps) {
  const { locale, t, n } = words;
  const [planned, inAll] = line.districts;
  return (
    <tr>
      <th scope="row">
        <Link href={`/rollout/${line.code}${query}`}>{placeName(line, locale)}</Link>
      </th>
      {ofProvinces && (
        <td data-label={t("board.districts")} className="nw">
          {t("ofN", { k: n(planned), n: n(inAll) })}
        </td>
      )}
      <td data-label={t("board.plan")}>{line.villages > 0 ? n(line.villages) : t("none")}</td>
      {stages.map((stage) => (
        <td key={stage} data-label={t(`short.${stage}`)}>
          <Cell count={line.stages[stage]} of={line.villages} words={words} />
        </td>
      ))}
      <td data-label={t("board.pays")}>{line.villages > 0 && payersText(words, line)}</td>
      <td data-label={t("board.next")}>{nextText(words, line)}</td>
    </tr>
  );
}

type CellProps = { count: BoardLine["stages"][Stage]; of: number; words: RolloutWords };

function Cell({ count: { done, behind }, of, words: { t, n } }: CellProps) {
  return (
    <div className="ro-cell">
      <svg viewBox="0 0 72 12" aria-hidden="true">
        <rect width="72" height="12" fill="var(--sunken)" />
        <rect width={Math.round((done / of) * 720) / 10} height="12" fill="var(--seq-3)" />
      </svg>
      <span className="nw">{t("board.cell", { done: n(done), n: n(of) })}</span>
      {behind > 0 && <span className="ro-late">{t("board.behind", { n: n(behind) })}</span>}
    </div>
  );
}

/** Places nobody planned for, by name: not to be planned is not to be reached. */
export function WithoutPlan({ lines, words: { t, locale } }: Pick<Props, "lines" | "words">) {
  if (lines.length === 0) return null;
  const names = lines.map((line) => placeName(line, locale));
  return <p className="mt-2">{t("board.without", { names: formatList(names, locale) })}</p>;
}
