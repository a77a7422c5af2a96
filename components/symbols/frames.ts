type Tones = { fill: string; line: string; glyph: string };
type Frame = { shape: string; tones: Tones; mono: Tones; dash?: string; fit?: string };

const solid = (fill: string): Tones => ({ fill, line: fill, glyph: "#fff" });
const hollow = (fill: string, line: string, glyph = line): Tones => ({ fill, line, glyph });
const monoSolid = solid("#111");
const monoHollow = hollow("#fff", "#111");

/** Frame = family (screens §6): solid is a service or a danger, hollow a place. Each shape is an opening tag to be completed. */
export const frames = {
  service: {
    shape: '<rect x="2.5" y="2.5" width="27" height="27" rx="5"',
    tones: solid("#253C6E"),
    mono: monoSolid,
  },
  helper: { shape: '<circle cx="16" cy="16" r="14"', tones: solid("#0B5C4A"), mono: monoSolid },
  water: { shape: '<path d="M9 3h14l7 13-7 13H9L2 16z"', tones: solid("#1C6793"), mono: monoSolid },
  community: {
    shape: '<path d="M16 2.5 29.5 10.5V29.5H2.5V10.5Z"',
    tones: hollow("#FFFFFF", "#1B2330"),
    mono: monoHollow,
    fit: "translate(16 18) scale(.95) translate(-16 -18)",
  },
  access: {
    shape: '<path d="M16 .8 31.2 16 16 31.2.8 16Z"',
    tones: hollow("#FBF0D3", "#744E00", "#1B2330"),
    mono: monoHollow,
    fit: "translate(16 16) scale(.86) translate(-16 -16)",
  },
  danger: {
    shape: '<path d="M16 2 31 29.5H1Z"',
    tones: solid("#A8321A"),
    mono: monoSolid,
    fit: "translate(16 20) scale(.84) translate(-16 -19.2)",
  },
  care: {
    shape: '<circle cx="16" cy="16" r="14"',
    tones: hollow("#F6EEFA", "#643A7D"),
    mono: monoHollow,
    dash: "5 3.2",
  },
  other: {
    shape: '<rect x="3" y="3" width="26" height="26" rx="13"',
    tones: hollow("#FFFFFF", "#434C5C"),
    mono: monoHollow,
  },
} as const satisfies Record<string, Frame>;

export type SymbolFrame = keyof typeof frames;

export function frameOf(frame: SymbolFrame): Frame {
  return frames[frame];
}
