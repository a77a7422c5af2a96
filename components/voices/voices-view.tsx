import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeInList } from "@/lib/i18n/place-name";
import type { Contradiction, DistrictVoices, WaitingWords } from "@/lib/voices/queries";
import { ClientMessages } from "../shell/client-messages";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { FileLinks } from "../ui/file-links";
import { Link } from "../ui/link";
import { ListRow } from "../ui/list-row";
import { PageHeader } from "../ui/page-header";
import { WrittenTable } from "../ui/written-table";
import { WordsForm } from "./words-form";

type About = Readonly<{ nameLo: string | null; nameEn: string | null }>;

function useWriting() {
  const locale = useLocale();
  return {
    number: (value: number) => formatNumber(value, locale),
    date: (iso: string) => formatDate(iso, locale),
    village: ({ nameLo, nameEn }: About) =>
      nameLo ? placeInList({ nameLo, nameEn: nameEn ?? "", level: "village" }, locale) : "",
  };
}

const planOf = (row: { villageId: string | null; actionId: string }, district: string) =>
  `/places/${row.villageId ?? district}/plan#action-${row.actionId}`;

type Props = { voices: DistrictVoices; district: string };

/** What villagers answered through posters' links: what contradicts a report first, then words that wait, then all. */
export function VoicesView({ voices, district }: Props) {
  const t = useTranslations("voices");
  const { number } = useWriting();
  const { contradictions, waiting, actions } = voices;
  if (actions.length === 0 && waiting.length === 0)
    return <EmptyState title={t("empty")} why={t("emptyWhy")} />;
  return (
    <div className="stack">
      <PageHeader
        title={t("title", { n: contradictions.length, nText: number(contradictions.length) })}
        lead={t("lead", { count: waiting.length, n: number(waiting.length) })}
        action={<FileLinks path="/api/voices" query={{ district }} />}
      />
      <Contradictions rows={contradictions} district={district} />
      <Waiting rows={waiting} />
      {actions.length > 0 && <Answered voices={voices} district={district} />}
    </div>
  );
}

function Contradictions({ rows, district }: { rows: readonly Contradiction[]; district: string }) {
  const t = useTranslations("voices");
  const status = useTranslations("status");
  const { number, date, village } = useWriting();
  return (
    <Card title={t("contradictions")}>
      {rows.length === 0 && <p className="sm mut">{t("noContradictions")}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.actionId}>
            <ListRow
              href={planOf(row, district)}
              status="soon"
              statusLabel={status("unconfirmed")}
              name={row.what}
              why={[
                village(row),
                t("contradiction", {
                  k: number(row.notDone),
                  n: number(row.all),
                  date: row.statusDate ? date(row.statusDate) : "–",
                }),
              ].join(" · ")}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Waiting({ rows }: { rows: readonly WaitingWords[] }) {
  const t = useTranslations("voices");
  const { date, village } = useWriting();
  if (rows.length === 0)
    return (
      <Card title={t("waiting")}>
        <p className="sm mut">{t("noWaiting")}</p>
      </Card>
    );
  return (
    <Card title={t("waiting")}>
      <p className="sm">{t("waitingHelp")}</p>
      <dl className="facts mt-2">
        <div className="contents">
          <dt>{t("pass")}</dt>
          <dd>{t("passEffect")}</dd>
        </div>
        <div className="contents">
          <dt>{t("withhold")}</dt>
          <dd>{t("withholdEffect")}</dd>
        </div>
      </dl>
      <ClientMessages domains={["voices"]}>
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.voice}>
              <p className="sm mut">
                {t("where", {
                  village: village(row),
                  date: date(row.on),
                  said: t(row.done ? "saidDone" : "saidNot"),
                })}
              </p>
              <p>{row.what}</p>
              <p>
                <q>{row.words}</q>
              </p>
              <WordsForm voice={row.voice} />
            </li>
          ))}
        </ul>
      </ClientMessages>
    </Card>
  );
}

function Answered({ voices: { actions }, district }: Props) {
  const t = useTranslations("voices");
  const word = useTranslations("plans.status");
  const { number, date, village } = useWriting();
  return (
    <Card title={t("all")}>
      <WrittenTable
        className="t cards"
        head={t("action")}
        columns={[t("official"), t("answers"), t("latest")]}
        rows={actions.map((row) => (
          <tr key={row.actionId}>
            <th scope="row">
              <Link href={planOf(row, district)}>{row.what}</Link> <br />
              <span className="sm mut">{village(row)}</span>
            </th>
            <td data-label={t("official")}>{word(row.status)}</td>
            <td data-label={t("answers")}>{t("kOfN", { k: number(row.done), n: number(row.all) })}</td>
            <td data-label={t("latest")}>{date(row.latest)}</td>
          </tr>
        ))}
      />
    </Card>
  );
}
