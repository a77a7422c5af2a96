import type { ReactNode } from "react";
import { staticMarkup } from "./static-markup";

type Props = {
  /** `t cards` or `t stacks`: how a line reads on a phone, by its cells' `data-label`. */
  className: string;
  /** Of the first column. */
  head: string;
  columns: readonly string[];
  /** `<tr>` without hooks, each with its first cell a `<th scope="row">`. */
  rows: ReactNode;
};

/** A long table whose lines are written as text: React would send each of many hundred cells twice. */
export function WrittenTable({ className, head, columns, rows }: Props) {
  return (
    <table className={className}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup, every text of it escaped */}
      <tbody dangerouslySetInnerHTML={{ __html: staticMarkup(rows) }} />
    </table>
  );
}
