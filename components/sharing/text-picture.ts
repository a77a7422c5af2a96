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

const bullet = "• ";
const starred = /^\*(.*)\*$/;

/** A message as a picture made on this device: bold where WhatsApp would have it so, what follows a bullet below its beginning. */
export async function saveTextPicture(text: string, fileName: string): Promise<void> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return;
  const family = getComputedStyle(document.body).fontFamily;
  const font = (bold: boolean) => `${bold ? 700 : 400} ${size}px ${family}`;
  // A canvas does not wait for a font that the page has not shown yet.
  await Promise.all([true, false].map((bold) => document.fonts.load(font(bold), text))).catch(() => {});
  const rows = text.split("\n").flatMap((whole, index) => {
    const bold = index === 0 || starred.test(whole);
    const line = whole.replace(starred, "$1");
    context.font = font(bold);
    const hanging = line.startsWith(bullet) ? context.measureText(bullet).width : 0;
    const fits = (part: string) => context.measureText(part).width <= width - 2 * margin - hanging;
    return broken(line, fits).map((part, at) => ({ part, bold, left: margin + (at > 0 ? hanging : 0) }));
  });
  canvas.width = width;
  canvas.height = 2 * margin + rows.length * lead;
  context.fillStyle = "#fbf8f1";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#1b2330";
  for (const [index, { part, bold, left }] of rows.entries()) {
    context.font = font(bold);
    context.fillText(part, left, margin + (index + 0.75) * lead);
  }
  const href = canvas.toDataURL("image/png");
  Object.assign(document.createElement("a"), { href, download: fileName }).click();
}
