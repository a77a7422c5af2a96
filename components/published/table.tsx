import type { Measure } from "@/lib/published/measures";
import type { TableView } from "@/lib/published/view";
import {
  figureText,
  measureName,
  type PublishedWords,
  quarterText,
  rowName,
  yearText,
} from "@/lib/published/words";
import { WrittenTable } from "../ui/written-table";

type Row = Readonly<{
  key: string;
  level: "nation" | "province" | "district";
  name: string;
  cells: readonly string[];
}>;
type Props = { place: string; columns: readonly string[]; rows: readonly Row[] };

/** One line a place, totals before what they are made of; under 700 px each line reads as a card. */
export function PlacesTable({ place, columns, rows }: Props) {
  return (
    <WrittenTable
      className="t stacks"
      head={place}
      columns={columns}
      rows={rows.map(({ key, level, name, cells }) => (
        <tr key={key}>
          <th scope="row" className={level === "district" ? "pl-4" : "font-bold"}>
            {name}
          </th>
          {cells.map((text, at) => (
            <td key={columns[at]} data-label={columns[at]}>
              {text}
            </td>
          ))}
        </tr>
      ))}
    />
  );
}

export const columnName = (words: PublishedWords, measure: Measure, spell: string) =>
  `${measureName(words, measure)}, ${spell}`;

/** A published table as everybody reads it. */
export function PublishedTableView({ view, words }: { view: TableView; words: PublishedWords }) {
  const { quarter } = view.publication;
  const spells = view.hasYear
    ? [quarterText(words, quarter), yearText(words, quarter)]
    : [quarterText(words, quarter)];
  return (
    <PlacesTable
      place={words.t("place")}
      columns={view.measures.flatMap((measure) => spells.map((spell) => columnName(words, measure, spell)))}
      rows={view.lines.map((line) => ({
        key: line.placeId,
        level: line.level,
        name: rowName(words, line),
        cells: view.measures.flatMap((_, at) => [
          figureText(words, line.quarter[at] ?? null),
          ...(view.hasYear ? [figureText(words, line.year[at] ?? null)] : []),
        ]),
      }))}
    />
  );
}
