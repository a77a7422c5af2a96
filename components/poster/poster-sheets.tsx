import "./poster.css";
import { useLocale, useTranslations } from "next-intl";
import { legendOf } from "@/lib/maps/categories";
import { PosterFrame, type SheetFacts } from "./poster-frame";
import { type PosterContent, type PosterLayout, type PosterSize, posterLayout } from "./poster-layout";
import { PosterMap, shownFeatures } from "./poster-map";
import { PosterActions, PosterProblems, PosterPromises } from "./poster-plan";

type Props = SheetFacts & { size: PosterSize };

/** The sheets of one poster: A3 holds all of it, A4 the map on one page and the plan on the next; more actions, more sheets. */
export function PosterSheets({ size, ...facts }: Props) {
  const t = useTranslations("poster.bar");
  const layout = posterLayout(useContent(facts), size);
  const leading = size === "a4" ? 2 : 1;
  const { actions } = facts.poster;
  const [first = 0, ...more] = layout.counts;
  const starts = more.map((_, index) => first + more.slice(0, index).reduce((sum, count) => sum + count, 0));
  const sheets = leading + more.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet may be wider than the window and must scroll by keyboard too
    <section className="poster-view" aria-label={t("preview")} tabIndex={0}>
      {size === "a3" ? (
        <A3Sheet {...facts} layout={layout} sheets={sheets} />
      ) : (
        <A4Sheets {...facts} layout={layout} sheets={sheets} />
      )}
      {starts.map((from, index) => (
        <PosterFrame
          key={from}
          {...facts}
          sheets={sheets}
          sheet={leading + index + 1}
          className={`${size} further`}
        >
          <div className="poster-body">
            <PosterActions actions={actions.slice(from, from + (more[index] ?? 0))} more />
          </div>
        </PosterFrame>
      ))}
    </section>
  );
}

function useContent({ poster }: SheetFacts): PosterContent {
  const t = useTranslations("plans.office");
  const locale = useLocale();
  return {
    problems: poster.problems.map(({ statement }) => statement),
    actions: poster.actions.map(({ what, lead }) => ({ what, who: lead ? t(lead) : "" })),
    promises: poster.promises.map(({ text }) => text),
    legend: legendOf(shownFeatures(poster), poster.categories).map(({ category }) =>
      locale === "lo" ? category.labelLo : category.labelEn,
    ),
  };
}

type SheetProps = SheetFacts & { layout: PosterLayout; sheets: number };

function A3Sheet({ layout, ...facts }: SheetProps) {
  const { problems, actions, promises } = facts.poster;
  const promised = <PosterPromises promises={promises} />;
  return (
    <PosterFrame {...facts} sheet={1} className={layout.tight ? "a3 tight" : "a3"}>
      <div className="poster-body">
        <div className="poster-column">
          <PosterMap poster={facts.poster} height={layout.mapHeight} />
          {layout.promisesByMap && promised}
        </div>
        <div className="poster-column">
          <PosterProblems problems={problems} />
          <PosterActions actions={actions.slice(0, layout.counts[0])} />
          {!layout.promisesByMap && promised}
        </div>
      </div>
    </PosterFrame>
  );
}

function A4Sheets({ layout, ...facts }: SheetProps) {
  const { problems, actions, promises } = facts.poster;
  const className = layout.tight ? "a4 tight" : "a4";
  return (
    <>
      <PosterFrame {...facts} sheet={1} className={className}>
        <div className="poster-body">
          <PosterMap poster={facts.poster} height={layout.mapHeight} />
          {layout.problemsByMap && <PosterProblems problems={problems} single />}
        </div>
      </PosterFrame>
      <PosterFrame {...facts} sheet={2} className={className}>
        <div className="poster-body">
          {!layout.problemsByMap && <PosterProblems problems={problems} />}
          <PosterActions actions={actions.slice(0, layout.counts[0])} />
          <PosterPromises promises={promises} />
        </div>
      </PosterFrame>
    </>
  );
}
