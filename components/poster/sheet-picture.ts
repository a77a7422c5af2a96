const scale = 2;

async function dataAddress(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const type = address.endsWith(".svg")
    ? "image/svg+xml"
    : address.endsWith(".woff2")
      ? "font/woff2"
      : "image/png";
  return `data:${type};base64,${btoa(text)}`;
}

/** All styles of the page as text that needs nothing else: a picture may load neither fonts nor pictures. */
async function ownStyles(): Promise<string> {
  // A rule with a variable keeps its addresses as they were written, without quotes.
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].map((rule) =>
      rule.cssText.replace(
        /url\((["']?)([^"')]+)\1\)/g,
        (_, _quote, path) => `url("${sheet.href ?? ""}|${path}")`,
      ),
    ),
  );
  const text = rules.join("\n");
  const named = [...new Set(text.match(/url\("[^"]*\|[^"]*"\)/g))];
  const given = await Promise.all(
    named.map(async (whole) => {
      const [sheet = "", path = ""] = whole.slice(5, -2).split("|");
      if (path.startsWith("data:") || path.startsWith("#")) return [whole, `url("${path}")`] as const;
      const address = await dataAddress(new URL(path, sheet || location.href).href).catch(() => "data:,");
      return [whole, `url("${address}")`] as const;
    }),
  );
  return given.reduce((all, [whole, own]) => all.replaceAll(whole, own), text);
}

/** One sheet of the poster as a PNG, drawn by the browser's own text engine so that Lao marks stand where they belong. */
async function sheetPicture(sheet: HTMLElement, styles: string): Promise<Blob> {
  const copy = sheet.cloneNode(true) as HTMLElement;
  const probe = getComputedStyle(sheet);
  const [width, height] = [Number.parseFloat(probe.width), Number.parseFloat(probe.height)].map(
    Math.ceil,
  ) as [number, number];
  const own =
    ".picture{font-family:var(--font);color:var(--ink)}.poster-sheet{zoom:1!important;box-shadow:none!important}";
  const style = styles + own;
  const body = document.createElement("div");
  body.className = "picture";
  body.lang = document.documentElement.lang;
  body.append(copy);
  const xml = new XMLSerializer().serializeToString(body);
  const escaped = style.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${escaped}</style><foreignObject width="100%" height="100%">${xml}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: width * scale,
    height: height * scale,
  });
  const context = canvas.getContext("2d");
  context?.scale(scale, scale);
  context?.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("empty"))), "image/png"),
  );
}

/** Saves every sheet on screen as a picture of its own, with no network. */
export async function saveSheets(name: string): Promise<void> {
  const sheets = [...document.querySelectorAll<HTMLElement>(".poster-sheet")];
  const styles = await ownStyles();
  for (const [index, sheet] of sheets.entries()) {
    const address = URL.createObjectURL(await sheetPicture(sheet, styles));
    const download = sheets.length > 1 ? `${name}-${index + 1}.png` : `${name}.png`;
    Object.assign(document.createElement("a"), { href: address, download }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}
