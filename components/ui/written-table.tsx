import type { ReactNode } from "react";
import { Written } from "./written";

type Props = {
  /** `t cards` or `t stacks`: how a line reads on a phone, by its cells' `data-label`. */
  className: string;
  /** Of the first column. */
  head: string;
  columns: readonly string[];
  /** `<tr>` without hooks, each with its first cell a `<th scope="row">`. */
  rows: ReactNode;
  /** As of `Written`. */
  of?: object;
  by?: string;
};

/** A long table whose lines are written as text. */
export function WrittenTable({ className, head, columns, rows, of, by }: Props) {
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
      <Written as="tbody" name="rows" {...{ of, by }}>
        {rows}
      </Written>
    </table>
  );
}
