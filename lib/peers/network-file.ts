import "server-only";
import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { placeInList } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { Networks } from "./network-queries";

/** The register of messaging groups as its page has it; those that ended too, with the day. */
export async function networkFileRows({ networks }: Networks, locale: Locale) {
  const [t, office, peers] = await Promise.all([
    getTranslations({ locale, namespace: "peers.network" }),
    getTranslations({ locale, namespace: "plans.office" }),
    getTranslations({ locale, namespace: "peers" }),
  ]);
  const heads = [
    "name",
    "place",
    "purpose",
    "channel",
    "administrators",
    "size",
    "lastActive",
    "ended",
  ] as const;
  return [
    heads.map((head) => t(head)),
    ...networks.map((one) => [
      one.name,
      placeInList(one, locale),
      one.purpose,
      t(`channels.${one.channel}`),
      one.administrators.map((name) => office(name)).join("\n"),
      one.size,
      one.lastActive,
      one.ended,
    ]),
    [],
    [peers("asOf", { date: today() })],
  ];
}
