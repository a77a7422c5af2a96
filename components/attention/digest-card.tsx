import { useTranslations } from "next-intl";
import { digestText } from "@/lib/attention/digest";
import type { Attention } from "@/lib/attention/responses";
import { WhatsappText } from "../instructions/whatsapp-text";
import { ClientMessages } from "../shell/client-messages";
import { Card } from "../ui/card";
import { CopyButton } from "./copy-button";
import { type Spoken, useSpeech } from "./speech";

type Props = {
  attention: Attention;
  given: Spoken;
  district: Readonly<{ nameLo: string; nameEn: string }>;
  address: string | null;
};

/** The week's message, whole, to copy or to open in WhatsApp. */
export function DigestCard({ attention, given, district, address }: Props) {
  const t = useTranslations("attention.digest");
  const text = digestText({ attention, speech: useSpeech(given), district, address });
  return (
    <Card title={t("title")} className="noprint digest">
      <WhatsappText text={text} help={t("help")} open={t("open")} />
      <ClientMessages domains={["attention.digest"]}>
        <CopyButton text={text} />
      </ClientMessages>
    </Card>
  );
}
