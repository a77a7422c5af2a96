import { uuidv7 } from "@/lib/changes/uuid";
import { type RecordsShown, type ThemesAsked, themesHref } from "@/lib/themes/asked";
import { themeCodes } from "@/lib/themes/frame";
import { type CodedRecord, MOST } from "@/lib/themes/queries";
import type { ThemeWords } from "@/lib/themes/words";
import { ClientMessages } from "../shell/client-messages";
import { Card } from "../ui/card";
import { ChipLink } from "../ui/chip";
import { CodeForm } from "./code-form";

type Props = {
  records: readonly CodedRecord[];
  asked: ThemesAsked;
  show: RecordsShown;
  words: ThemeWords;
  mayCode: (record: CodedRecord) => boolean;
};

/** The records behind the numbers, each with its themes and, for whoever may, the form that sets them. */
export function RecordList({ records, asked, show, words, mayCode }: Props) {
  const { t, n, name } = words;
  const shown: readonly RecordsShown[] = ["open", ...themeCodes, "none"];
  const label = (one: RecordsShown) =>
    one === "open" ? t("notCoded") : one === "none" ? t("noneFits") : name(one);
  return (
    <Card title={t("records")}>
      <nav className="chips" aria-label={t("records")}>
        {shown.map((one) => (
          <ChipLink key={one} href={themesHref(asked, { show: one })} current={one === show}>
            {label(one)}
          </ChipLink>
        ))}
      </nav>
      {records.length === 0 && <p className="sm mut mt-2">{t("noRecords")}</p>}
      <ClientMessages domains={["problems.themes"]}>
        <ul className="list">
          {records.map((record) => (
            <li key={record.id} className="stack-s py-2">
              <RecordLine record={record} words={words} />
              {mayCode(record) && (
                <details>
                  <summary className="sm med py-2">{t("code", { what: t(`one.${record.kind}`) })}</summary>
                  <CodeForm
                    key={record.seen ?? record.id}
                    first={{ changeId: uuidv7() }}
                    kind={record.kind}
                    subject={record.id}
                    themes={record.themes}
                    seen={record.seen}
                  />
                </details>
              )}
            </li>
          ))}
        </ul>
      </ClientMessages>
      {records.length === MOST && <p className="sm mut">{t("most", { n: n(MOST) })}</p>}
    </Card>
  );
}

function RecordLine({ record, words }: { record: CodedRecord; words: ThemeWords }) {
  const { t, day, place, name } = words;
  const { kind, date, text, village, themes } = record;
  const facts = [t(`one.${kind}`), village && place(village), day(date)];
  return (
    <div>
      <p className="med">{text || t("noText")}</p>
      <p className="sm mut">{facts.filter(Boolean).join(" · ")}</p>
      {themes && <p className="sm">{themes.length > 0 ? themes.map(name).join(" · ") : t("noneFits")}</p>}
    </div>
  );
}
