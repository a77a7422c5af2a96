import "./leaflets.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { type LeafletTopic, leafletLines, leafletTopics } from "@/lib/leaflets/topics";
import { TextPage } from "../people/text-page";
import { SendMessage } from "../sharing/send-message";
import { ClientMessages } from "../shell/client-messages";
import { ChipLink } from "../ui/chip";
import { PrintButton } from "../ui/print-button";

const headings = ["what", "how", "ask"] as const;

/** One leaflet, read on a phone or printed on A4, and its words ready to send. */
export function LeafletView({ topic, today }: { topic: LeafletTopic; today: string }) {
  const t = useTranslations("leaflets");
  const locale = useLocale();
  const parts = headings.map((heading) => ({
    title: t(heading),
    lines: leafletLines.map((line) =>
      heading === "ask" ? t(`whom.${line}`) : t(`${topic}.${heading}.${line}`),
    ),
  }));
  const title = t(`${topic}.title`);
  const text = [
    `*${title}*`,
    ...parts.flatMap(({ title: of, lines }) => [`*${of}*`, ...lines.map((line) => `• ${line}`)]),
    t("draft"),
  ].join("\n");
  return (
    <div className="leaflet">
      <TextPage
        title={title}
        lead={<Others topic={topic} />}
        sections={parts.map(({ title: of, lines }) => ({ title: of, body: <Lines lines={lines} /> }))}
        back={t("back")}
        foot={
          <div className="stack-s">
            <p className="sm mut">{t("draft")}</p>
            <p className="xs mut">{t("printed", { date: formatDate(today, locale) })}</p>
            <PrintButton>{t("print")}</PrintButton>
            <ClientMessages domains={["sharing"]}>
              <SendMessage title={t("share")} text={text} fileName={`connect-${topic}.png`} />
            </ClientMessages>
          </div>
        }
      />
    </div>
  );
}

function Others({ topic }: { topic: LeafletTopic }) {
  const t = useTranslations("leaflets");
  return (
    <nav className="chips noprint" aria-label={t("choose")}>
      {leafletTopics.map((one) => (
        <ChipLink key={one} href={`/information?topic=${one}`} current={one === topic}>
          {t(`${one}.title`)}
        </ChipLink>
      ))}
    </nav>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
