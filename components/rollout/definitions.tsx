import { countDefinitions } from "@/lib/counts/definitions";
import type { RolloutWords } from "@/lib/rollout/words";

/** One definition per count, in words, where the numbers stand. */
export function Definitions({ words: { t } }: { words: RolloutWords }) {
  return (
    <details className="card">
      <summary className="cmp-fold">{t("defined.title")}</summary>
      <ul className="stack-s mt-2 sm">
        {countDefinitions.map(({ code }) => (
          <li key={code}>{t(`defined.${code}`)}</li>
        ))}
      </ul>
    </details>
  );
}
