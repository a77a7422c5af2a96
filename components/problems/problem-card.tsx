"use client";

import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { formatNumber } from "@/lib/i18n/format";
import { type ProblemRow, useLinked } from "./workshop-records";

/** One problem folded up: its number, what it says, whom it touches, how far the tree has grown. */
export function ProblemCard({ problem, onOpen }: { problem: ProblemRow; onOpen: () => void }) {
  const t = useTranslations("problems");
  const locale = useLocale();
  const nodes = useLinked("problemNode", problem.id);
  const { statement, category, whomItTouches, peopleTouched } = problem.fields;
  const number = formatNumber(problem.number, locale);
  const words = statement || t("form.untitled");
  const of = (kind: "cause" | "effect") => nodes.filter(({ fields }) => fields.kind === kind).length;
  const [causes, effects] = [of("cause"), of("effect")];
  const tree = { causes, c: formatNumber(causes, locale), effects, e: formatNumber(effects, locale) };
  const people =
    peopleTouched == null
      ? null
      : t("form.touchesPeople", { count: peopleTouched, n: formatNumber(peopleTouched, locale) });
  const touches = [whomItTouches && t("form.touches", { whom: whomItTouches }), people].filter(Boolean);
  return (
    <button
      type="button"
      className="card row top w-full text-left"
      aria-label={t("form.open", { number, statement: words })}
      onClick={onOpen}
    >
      <span className="no hoop key">{number}</span>
      <span className="grow">
        <span className="block med">{words}</span>
        {touches.length > 0 && <span className="block sm mut">{touches.join(" · ")}</span>}
        {category && <span className="tag mt-1 whitespace-normal">{t(`category.${category}`)}</span>}
        {nodes.length > 0 && <span className="block sm mut">{t("tree.summary", tree)}</span>}
      </span>
      <Icon name="edit" small />
    </button>
  );
}
