import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { equityAsked } from "@/lib/equity/asked";
import { equityFileRows } from "@/lib/equity/equity-file";
import { equityOf } from "@/lib/equity/queries";
import { equityTrustRows } from "@/lib/equity/trust-file";
import { equityTrustOf } from "@/lib/equity/trust-queries";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** What the page of equity shows for the same address, as a file: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("rollout.read", async (actor, request) => {
  const asked = fileAsked(request);
  const { locale } = asked;
  const what = equityAsked(asked.query);
  const [equity, trust] = await Promise.all([equityOf(actor, what), equityTrustOf(actor, what.within)]);
  const [t, workshops, rate] = await Promise.all([
    getTranslations({ locale, namespace: "equity" }),
    getTranslations({ locale, namespace: "workshops" }),
    getTranslations({ locale, namespace: "indicators.rate" }),
  ]);
  const words = { t, workshops, rate, locale };
  const more = equityTrustRows(trust, equity.groups, words);
  const rows = equityFileRows(equity, today(), { ...words, more });
  return tableFile(`equity-${equity.within?.code ?? "all"}`, rows, asked);
});
