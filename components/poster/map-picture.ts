const [width, height] = [1600, 1120];

/** Turns the poster's own map, which holds nothing sensitive, into a PNG file on this device. */
export async function saveMapPicture(fileName: string): Promise<void> {
  const svg = document.querySelector(".poster-map-box svg");
  if (!svg) return;
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  // A picture drawn from an address cannot load others; the symbols tell the same without the photo below them.
  for (const photo of copy.querySelectorAll("image")) photo.remove();
  const source = URL.createObjectURL(new Blob([copy.outerHTML], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(source);
  const link = Object.assign(document.createElement("a"), {
    href: canvas.toDataURL("image/png"),
    download: fileName,
  });
  link.click();
}
