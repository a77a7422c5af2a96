import "server-only";
import { createTranslator } from "next-intl";
import { type DigestReader, digestSent, nextDigestReader } from "@/lib/access/digest-reader";
import { now, today } from "@/lib/clock";
import { loadMessages } from "@/lib/i18n/load";
import { placesByIds } from "@/lib/places/queries";
import { digestText } from "./digest";
import { watchedDistrict } from "./queries";
import { listAddress } from "./view";

export type Mail = Readonly<{ to: string; subject: string; text: string }>;
export type Sender = (mail: Mail) => Promise<unknown>;

/** Its messages go out from seven in the morning on Monday until Wednesday; a server that stood still later waits a week. */
const firstHour = 7;
const lastDay = 3;
const dayMs = 86_400_000;

/** Monday of the week whose messages are due now, ISO; null outside their days. */
export function digestWeek(at: Date): string | null {
  const here = new Date(at.getTime() + 7 * 3_600_000);
  const day = here.getUTCDay();
  if (day < 1 || day > lastDay || (day === 1 && here.getUTCHours() < firstHour)) return null;
  return new Date(here.getTime() - (day - 1) * dayMs).toISOString().slice(0, 10);
}

/** Sends each governor's office its week, each once: whoever takes a reader has taken them for everybody. */
export async function sendDigests(send: Sender, address: string | null): Promise<number> {
  const week = digestWeek(now());
  if (!week) return 0;
  let sent = 0;
  for (let reader = await nextDigestReader(week); reader; reader = await nextDigestReader(week)) {
    try {
      for (const mail of await mailsFor(reader, address)) await send(mail);
      await digestSent(reader, week, true);
      sent++;
    } catch (error) {
      await digestSent(reader, week, false);
      throw error;
    }
  }
  return sent;
}

/** One message for each district the reader reviews. */
async function mailsFor({ actor, email, locale }: DigestReader, address: string | null): Promise<Mail[]> {
  const messages = loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: "attention" });
  const office = createTranslator({ locale, messages, namespace: "plans.office" });
  const ids = actor.assignments
    .filter(({ role }) => role === "governor_office")
    .flatMap(({ districtIds }) => districtIds);
  const districts = await placesByIds(actor, ids);
  return Promise.all(
    districts.map(async (district) => {
      const { attention, review, watch } = await watchedDistrict(actor, district.id);
      const speech = {
        t,
        office,
        locale,
        today: today(),
        villages: review.villages,
        facilities: watch.facilities,
      };
      const link = listAddress(address, locale, district.code ?? district.id);
      const text = digestText({ attention, speech, district, address: link });
      return { to: email, subject: text.split("\n")[0] ?? "", text: `${text}\n\n${t("digest.stop")}` };
    }),
  );
}
