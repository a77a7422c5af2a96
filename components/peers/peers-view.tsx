import type { PeerLine } from "@/lib/peers/queries";
import { countPeers } from "@/lib/peers/rules";
import { afterText, type PeerWords, sideName, visitsText } from "@/lib/peers/words";
import { problemCategories } from "@/lib/problems/schema";
import { ButtonAnchor, ButtonLink } from "../ui/button";
import { ChipLink } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { PageHeader } from "../ui/page-header";

type Theme = PeerLine["theme"];
type Props = { lines: readonly PeerLine[]; chosen: Theme | null; words: PeerWords; mayRecord: boolean };

/** Who guides whom, on what, how often they met, and what changed afterwards. */
export function PeersView({ lines, chosen, words, mayRecord }: Props) {
  const { t, theme, number } = words;
  const link = mayRecord && (
    <ButtonLink kind="pri" href="/peers/new">
      {t("new")}
    </ButtonLink>
  );
  const shown = lines.filter((line) => !chosen || line.theme === chosen);
  const { guides, learners, links } = countPeers(lines, words.today);
  const themes = problemCategories.filter((one) => lines.some((line) => line.theme === one));
  const query = new URLSearchParams({ locale: words.locale, theme: chosen ?? "" });
  return (
    <div className="stack">
      {lines.length === 0 ? (
        <EmptyState title={t("empty")} why={t("emptyWhy")} action={link} />
      ) : (
        <PageHeader
          title={t("title", {
            n: guides,
            nText: number(guides),
            learners: t("learners", { n: learners, nText: number(learners) }),
          })}
          lead={t("lead", { links, nText: number(links) })}
          action={link}
        />
      )}
      <nav className="chips noprint" aria-label={t("filter")}>
        <ChipLink href="/peers" current={!chosen}>
          {t("all")}
        </ChipLink>
        {themes.map((one) => (
          <ChipLink key={one} href={`/peers?theme=${one}`} current={one === chosen}>
            {theme(one)}
          </ChipLink>
        ))}
        <ChipLink href="/peers/groups">{t("groups")}</ChipLink>
        <ChipLink href="/learning">{t("learning")}</ChipLink>
        <ChipLink href="/information">{t("information")}</ChipLink>
      </nav>
      {shown.length > 0 && (
        <section className="card">
          <div className="row between wrap mb-2 noprint">
            <p role="status" className="sm mut">
              {t("shown", { count: shown.length, n: number(shown.length) })}
            </p>
            <span className="row wrap">
              {(["csv", "xlsx"] as const).map((format) => (
                <ButtonAnchor
                  key={format}
                  kind="dim"
                  icon="download"
                  href={`/api/peers?${query}&format=${format}`}
                  download
                >
                  {t(format)}
                </ButtonAnchor>
              ))}
            </span>
          </div>
          <Lines lines={shown} words={words} />
        </section>
      )}
    </div>
  );
}

function Lines({ lines, words }: Pick<Props, "lines" | "words">) {
  const { t, theme, date } = words;
  const columns = [t("learner"), t("theme"), t("visits"), t("after")];
  return (
    <table className="t cards">
      <thead>
        <tr>
          {[t("guide"), ...columns].map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Link href={`/peers/${line.id}`}>{sideName(line.guide, words)}</Link>
            </th>
            <td data-label={columns[0]}>{sideName(line.learner, words)}</td>
            <td data-label={columns[1]}>
              {theme(line.theme)}
              {line.until && ` · ${t("ended", { date: date(line.until) })}`}
            </td>
            <td data-label={columns[2]}>{visitsText(line, words)}</td>
            <td data-label={columns[3]}>{afterText(line, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
