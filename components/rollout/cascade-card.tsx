import "./rollout.css";
import type { Stage } from "@/lib/counts/stages";
import type { BoardLine } from "@/lib/rollout/board";
import type { RolloutWords } from "@/lib/rollout/words";
import { Card } from "../ui/card";

type Props = {
  line: Pick<BoardLine, "stages" | "villages" | "stuck">;
  shown: readonly Stage[];
  /** Villages planned and held, by module. */
  modules: readonly (readonly [module: string, planned: number, held: number])[];
  on: string;
  words: RolloutWords;
};

const [width, height] = [300, 20];

/** One bar a stage: villages that reached it, a mark where the plan wants them by now, what is missing at the right. */
export function CascadeCard({ line, shown, modules, on, words }: Props) {
  const { t, n, day } = words;
  const { stuck, stages } = line;
  const list = modules.map(([module, planned, held]) =>
    t("cascade.module", { module, k: n(held), n: n(planned) }),
  );
  return (
    <Card title={t("cascade.title")}>
      <figure className="stack-s">
        <figcaption className="sm mut">{t("cascade.key", { date: day(on) })}</figcaption>
        <ul className="ro-bars">
          {shown.map((stage) => (
            <Bar key={stage} stage={stage} line={line} words={words} />
          ))}
        </ul>
        <p className="sm">
          {stuck
            ? t("cascade.stuck", { stage: t(`stage.${stuck}`), n: n(stages[stuck].behind) })
            : t("cascade.notStuck")}
        </p>
        {list.length > 1 && <p className="sm mut">{t("cascade.modules", { list: list.join(" · ") })}</p>}
      </figure>
    </Card>
  );
}

type BarProps = Pick<Props, "line" | "words"> & { stage: Stage };

function Bar({ stage, line: { stages, villages, stuck }, words: { t, n } }: BarProps) {
  const { done, due, behind } = stages[stage];
  const x = (count: number) => (villages === 0 ? 0 : (count / villages) * width);
  const label = t("cascade.row", {
    stage: t(`stage.${stage}`),
    done: n(done),
    n: n(villages),
    due: n(due),
    behind: n(behind),
  });
  return (
    <li>
      <span className={stage === stuck ? "font-bold" : undefined}>
        {t(`stage.${stage}`)} <b className="nw">{n(done)}</b>
      </span>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect width={width} height={height} fill="var(--sunken)" />
        <rect width={x(done)} height={height} fill={`var(--seq-${stage === stuck ? 5 : 4})`} />
        {due > 0 && <rect x={Math.min(width - 3, x(due))} width="3" height={height} fill="var(--ink)" />}
      </svg>
      <span className={stage === stuck ? "ro-short ro-most" : "ro-short"}>
        {behind > 0 ? t("board.behind", { n: n(behind) }) : ""}
      </span>
    </li>
  );
}
