import { placeName } from "@/lib/i18n/place-name";
import type { BoardLine } from "@/lib/rollout/board";
import type { ProvinceReach } from "@/lib/rollout/reach";
import type { RolloutWords } from "@/lib/rollout/words";

/** Column and row of each province, in rough geography; deliberately not borders. */
const position: Readonly<Record<string, readonly [number, number]>> = {
  LA02: [1, 0],
  LA03: [0, 1],
  LA04: [1, 1],
  LA06: [2, 1],
  LA07: [3, 1],
  LA05: [0, 2],
  LA08: [1, 2],
  LA18: [2, 2],
  LA09: [3, 2],
  LA10: [1, 3],
  LA01: [2, 3],
  LA11: [3, 3],
  LA12: [4, 4],
  LA13: [4, 5],
  LA14: [4, 6],
  LA15: [5, 6],
  LA16: [4, 7],
  LA17: [5, 7],
};
const cell = 90;
const size = 82;

/** Bands of 20 points of the share of the plan; the band edges never change. */
const band = (k: number, n: number) => Math.min(5, Math.floor((k / n) * 5) + 1);

type Props = {
  lines: readonly BoardLine[];
  reached: readonly Pick<ProvinceReach, "id" | "villages">[];
  words: RolloutWords;
};

/** Villages held of villages planned; a province without a plan is hatched, also when villages of it were reached. */
export function TileGrid({ lines, reached, words }: Props) {
  const { t } = words;
  return (
    <figure className="stack-s">
      <svg viewBox={`0 0 ${6 * cell} ${8 * cell}`} width="100%" role="img" aria-label={t("grid")}>
        <defs>
          <pattern
            id="tile-none"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="#fff" />
            <rect width="1.2" height="6" fill="var(--edge)" />
          </pattern>
        </defs>
        {lines.map((line) => (
          <Tile
            key={line.id}
            line={line}
            reached={reached.find(({ id }) => id === line.id)?.villages ?? 0}
            words={words}
          />
        ))}
      </svg>
      <figcaption className="xs mut">{t("gridPlanNote")}</figcaption>
    </figure>
  );
}

type TileProps = { line: BoardLine; reached: number; words: RolloutWords };

function Tile({ line, reached, words: { locale, t, n } }: TileProps) {
  const at = position[line.code];
  if (!at) return null;
  const [x, y] = [at[0] * cell + 4, at[1] * cell + 4];
  const planned = line.villages > 0;
  const { done } = line.stages.village;
  const shade = planned ? band(done, line.villages) : 0;
  const ink = shade >= 4 ? "#fff" : "var(--ink)";
  // Two short lines rather than one that leaves its square.
  const names = placeName(line, locale)
    .replace(/^(ນະຄອນຫຼວງ)(?=\S)/, "$1 ")
    .split(" ")
    .slice(0, 2);
  const middle = { x: x + size / 2, textAnchor: "middle", fill: ink } as const;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={size}
        height={size}
        rx="8"
        stroke="var(--edge)"
        fill={planned ? `var(--seq-${shade})` : "url(#tile-none)"}
      />
      {!planned && <rect x={x + 6} y={y + 8} width={size - 12} height="66" rx="4" fill="#fff" />}
      {names.map((name, index) => (
        <text
          {...middle}
          key={name}
          y={y + (names.length === 1 ? 26 : 18 + 14 * index)}
          fontSize={name.length > 9 ? 11 : 12.5}
          fontWeight="700"
        >
          {name}
        </text>
      ))}
      {planned ? (
        <text {...middle} y={y + 56} fontSize="15" fontWeight="700">{`${n(done)}/${n(line.villages)}`}</text>
      ) : (
        <text {...middle} y={y + 50} fontSize="11">
          {t("noPlanYet")}
        </text>
      )}
      {!planned && reached > 0 && (
        <text {...middle} y={y + 68} fontSize="11">
          {t("gridOver", { n: n(reached) })}
        </text>
      )}
      {line.payers.own > 0 && (
        <path
          d={`M${x + size - 14} ${y + size - 20}l6 6-6 6-6-6Z`}
          fill="var(--soon-mark)"
          stroke="var(--soon)"
          strokeWidth="1.5"
        />
      )}
    </g>
  );
}
