const width = 1080;
const margin = 72;
const size = 40;
const lead = 64;

/** Lao is written without spaces: lines break between words as the browser's own dictionary knows them. */
function broken(text: string, fits: (line: string) => boolean): string[] {
  const words = [...new Intl.Segmenter("lo", { granularity: "word" }).segment(text)];
  const lines: string[] = [];
  let line = "";
  for (const { segment } of words) {
    if (line && !fits(line + segment)) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  return [...lines, line];
}

/** A message as a picture made on this device: the first line in bold, the rest below it. */
export function saveTextPicture(text: string, fileName: string): void {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return;
  const family = getComputedStyle(document.body).fontFamily;
  const font = (bold: boolean) => `${bold ? 700 : 400} ${size}px ${family}`;
  context.font = font(true);
  const fits = (line: string) => context.measureText(line).width <= width - 2 * margin;
  const lines = text.split("\n").map((line) => broken(line.replace(/^\*(.*)\*$/, "$1"), fits));
  const rows = lines.flatMap((parts, index) => parts.map((part) => ({ part, bold: index === 0 })));
  canvas.width = width;
  canvas.height = 2 * margin + rows.length * lead;
  context.fillStyle = "#fbf8f1";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#1b2330";
  for (const [index, { part, bold }] of rows.entries()) {
    context.font = font(bold);
    context.fillText(part, margin, margin + (index + 0.75) * lead);
  }
  const href = canvas.toDataURL("image/png");
  Object.assign(document.createElement("a"), { href, download: fileName }).click();
}
