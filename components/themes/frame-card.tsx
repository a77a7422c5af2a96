import { FRAME_VERSION, frame, themeCodes } from "@/lib/themes/frame";
import type { ThemeWords } from "@/lib/themes/words";

/** What each theme is, where it comes from, and how it is counted. */
export function FrameCard({ words: { t, n, name } }: { words: ThemeWords }) {
  return (
    <details className="card">
      <summary className="cmp-fold">{t("frame.title", { version: n(FRAME_VERSION) })}</summary>
      <dl className="facts mt-2">
        {themeCodes.map((theme) => (
          <div key={theme} className="contents">
            <dt>{name(theme)}</dt>
            <dd>
              {t(`frame.what.${theme}`)}
              <span className="block xs mut">{t(`frame.source.${frame[theme].source}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="sm mut mt-2">{t("frame.rule")}</p>
    </details>
  );
}
