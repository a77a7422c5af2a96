import type { Preview } from "@/lib/published/queries";
import { said } from "@/lib/published/view";
import { figureText, type PublishedWords, quarterText, rowName } from "@/lib/published/words";
import { columnName, PlacesTable } from "./table";

/** What would be published, and beside every hidden figure of a district what it is and why it would be hidden. */
export function PreviewTable({ preview, words }: { preview: Preview; words: PublishedWords }) {
  const { measures, rows, quarter } = preview;
  const cellText = (row: Preview["rows"][number], at: number) => {
    const why = row.why[at];
    const text = figureText(words, said(row.cells[at] ?? null, measures[at]));
    if (!why) return text;
    const value = figureText(words, said(row.truth[at] ?? null, measures[at]));
    return words.t(`publish.why.${why}`, { value });
  };
  return (
    <PlacesTable
      place={words.t("place")}
      columns={measures.map((measure) => columnName(words, measure, quarterText(words, quarter)))}
      rows={rows.map((row) => ({
        key: row.placeId,
        level: row.level,
        name: rowName(words, row),
        cells: measures.map((_, at) => cellText(row, at)),
      }))}
    />
  );
}
