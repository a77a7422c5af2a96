import type { VillageLine } from "@/lib/comparison/village-lines";
import type { ComparisonWords } from "@/lib/comparison/words";
import { totalOf } from "@/lib/districts/summary";
import { placeHref } from "@/lib/villages/place-head";
import { KOfNShape } from "../ui/k-of-n-shape";
import { Link } from "../ui/link";
import { StatusMark } from "../ui/status-mark";
import { ShareLine } from "./share-line";

type Props = Omit<RowProps, "line" | "at"> & { lines: () => readonly VillageLine[] };

/** The lines of the table, without hooks: they are written as text. */
export const ComparedVillageRows = ({ lines, ...shared }: Props) =>
  lines().map((line, at) => <Row key={line.village.id} {...{ line, at }} {...shared} />);

type RowProps = {
  line: VillageLine;
  at: number;
  code: string;
  trust: string | null;
  reference: number | null;
  words: ComparisonWords;
};

function Row({ line, at, code, trust, reference, words }: RowProps) {
  const { villages: t } = words;
  const { village } = line;
  return (
    <tr>
      <th scope="row">
        <span className="row top">
          <StatusMark status={village.mark} size={20} label={line.status} />
          <span>
            <Link href={placeHref(village)} className="nw">
              {line.name}
            </Link>
            <span className="cmp-about">{line.about.join(" · ")}</span>
          </span>
        </span>
      </th>
      <td data-label={t("column.rate")}>
        <Rate line={line} code={code} reference={reference} />
      </td>
      <td data-label={t("column.since")}>
        <div>
          {line.before && (
            <span>
              {t("column.before")}: {line.before}
            </span>
          )}
          <span>{line.before ? `${t("column.after")}: ${line.after}` : line.after}</span>
        </div>
      </td>
      {trust && <td data-label={trust}>{line.trust}</td>}
      <td data-label={t("column.plan")}>
        <div>
          {totalOf(village.counts) > 0 && (
            <div className="kofn slim">
              <KOfNShape counts={village.counts} id={`plan${at}`} slim />
            </div>
          )}
          <span className="nw">{line.plan}</span>
        </div>
      </td>
      <td data-label={t("column.report")}>{line.report}</td>
      <td data-label={t("column.visit")} className="nw">
        {line.visit}
      </td>
    </tr>
  );
}

type RateProps = Pick<RowProps, "line" | "code" | "reference">;

/** The number leads to its parts. */
function Rate({ line, code, reference }: RateProps) {
  const { shown } = line.village;
  const more = [line.remarks, line.method].filter(Boolean).join(" · ");
  return (
    <div>
      <ShareLine shown={shown} reference={reference} />
      {shown.k === null ? (
        <span>{line.rate}</span>
      ) : (
        <Link href={`${placeHref(line.village, "indicators")}?indicator=${code}`}>{line.rate}</Link>
      )}
      {more && <span className="xs mut">{more}</span>}
    </div>
  );
}
