import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { PlanAction } from "@/lib/villages/views";
import { Link } from "../ui/link";
import { Notice } from "../ui/notice";

type Props = { action: Pick<PlanAction, "said" | "status">; href: string | null };

/** What villagers answered on the public page, beside the official status; louder when it contradicts "done". */
export function SaidCard({ action: { said, status }, href }: Props) {
  const t = useTranslations("voices");
  const locale = useLocale();
  if (!said) return null;
  const number = (value: number) => formatNumber(value, locale);
  const contradicts = status === "done" && said.done < said.all;
  return (
    <div className="mt-2">
      <Notice tone={contradicts ? "soon" : "plain"}>
        <p>{t("beside", { k: number(said.done), n: number(said.all) })}</p>
        {said.words.slice(0, 3).map((words) => (
          <p key={words}>
            <q>{words}</q>
          </p>
        ))}
        {href && (
          <p className="noprint">
            <Link href={href}>{t("see")}</Link>
          </p>
        )}
      </Notice>
    </div>
  );
}
