import { type PreparedPhoto, photoOfCanvas } from "./prepare";

/** A black box over a picture, in shares of its width and height. */
export type CoverBox = Readonly<{ x: number; y: number; width: number; height: number }>;
export type BoxStep = Partial<Record<keyof CoverBox, -1 | 1>>;
type Corner = readonly [x: number, y: number];

/** Smaller than this was a slip of the finger. */
export const smallestSide = 0.01;
const step = 0.02;

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const share = (value: number) => between(value, 0, 1);

/** The box between two corners, dragged in any direction, cut off at the picture's edge. */
export function drawnBox([x1, y1]: Corner, [x2, y2]: Corner): CoverBox {
  const [left, right] = [share(Math.min(x1, x2)), share(Math.max(x1, x2))];
  const [top, bottom] = [share(Math.min(y1, y2)), share(Math.max(y1, y2))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** One step of moving or resizing, never off the picture and never to nothing. */
export function changedBox(box: CoverBox, change: BoxStep): CoverBox {
  const width = between(box.width + (change.width ?? 0) * step, step, 1);
  const height = between(box.height + (change.height ?? 0) * step, step, 1);
  return {
    x: between(box.x + (change.x ?? 0) * step, 0, 1 - width),
    y: between(box.y + (change.y ?? 0) * step, 0, 1 - height),
    width,
    height,
  };
}

/** The box in whole pixels, rounded outwards so that nothing shows at its edge. */
export function boxInPixels(box: CoverBox, width: number, height: number): CoverBox {
  const [left, top] = [Math.floor(box.x * width), Math.floor(box.y * height)];
  const [right, bottom] = [Math.ceil((box.x + box.width) * width), Math.ceil((box.y + box.height) * height)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Browser only: the picture with the boxes burnt in, a new JPEG that holds nothing of what was under them. */
export async function coveredPicture(url: string, boxes: readonly CoverBox[]): Promise<PreparedPhoto> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("not_a_picture");
  context.drawImage(image, 0, 0);
  context.fillStyle = "#000";
  for (const box of boxes.map((one) => boxInPixels(one, width, height))) {
    context.fillRect(box.x, box.y, box.width, box.height);
  }
  return photoOfCanvas(canvas);
}
