export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;
/** `short` is what is left of it where the whole does not fit. */
export type Wanted = Readonly<{
  text: string;
  short?: string;
  at: readonly [x: number, y: number];
  clear: number;
}>;
export type Placed = Readonly<{ text: string; x: number; y: number; anchor: "start" | "middle" | "end" }>;

// Vowels and tones above and below take no width of their own.
const marks = /[\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE]/g;

/** Width of a line of text; a guess that errs on the wide side, the server has no font to measure with. */
export const textWidth = (text: string, fontSize: number) => text.replace(marks, "").length * fontSize * 0.62;

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

type Options = Readonly<{ fontSize: number; taken: readonly Box[]; width: number; height: number }>;

/**
 * Puts each label right, left, above or below its mark, where it covers no mark and no earlier label; one that fits
 * nowhere is left out rather than printed over something.
 */
export function placeLabels(wanted: readonly Wanted[], options: Options): Placed[] {
  const { fontSize, width, height } = options;
  const taken = [...options.taken];
  const placed: Placed[] = [];
  for (const label of wanted) {
    const texts = label.short ? [label.text, label.short] : [label.text];
    const tried = texts.flatMap((text) => candidates({ ...label, text }, fontSize));
    const free = tried.find(
      ({ box }) =>
        box.x >= 4 &&
        box.y >= 4 &&
        box.x + box.width <= width - 4 &&
        box.y + box.height <= height - 4 &&
        !taken.some((other) => overlaps(box, other)),
    );
    if (!free) continue;
    taken.push(free.box);
    placed.push(free.placed);
  }
  return placed;
}

function candidates({ text, at: [x, y], clear }: Wanted, fontSize: number): { placed: Placed; box: Box }[] {
  const [width, height] = [textWidth(text, fontSize), fontSize * 1.5];
  const at = (anchor: Placed["anchor"], left: number, baseline: number) => ({
    placed: {
      text,
      anchor,
      x: anchor === "start" ? left : anchor === "end" ? left + width : left + width / 2,
      y: baseline,
    },
    box: { x: left, y: baseline - fontSize * 1.1, width, height },
  });
  const middle = y + fontSize * 0.35;
  return [
    at("start", x + clear, middle),
    at("end", x - clear - width, middle),
    at("middle", x - width / 2, y + clear + fontSize * 1.1),
    at("middle", x - width / 2, y - clear - fontSize * 0.4),
    ...(clear === 0 ? [at("middle", x - width / 2, middle)] : []),
  ];
}
