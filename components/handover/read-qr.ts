type Picture = HTMLVideoElement | ImageBitmap;
type Detector = { detect(source: Picture): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

let detector: Promise<Detector | null> | undefined;

/** The phone's own reader where it has one (faster, and better with bad light). */
function ownReader(): Promise<Detector | null> {
  detector ??= (async () => {
    const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
    const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
    return BarcodeDetector && formats?.includes("qr_code")
      ? new BarcodeDetector({ formats: ["qr_code"] })
      : null;
  })();
  return detector;
}

const longest = 1200;

function pixelsOf(source: Picture): ImageData {
  const [wide, high] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.width, source.height];
  const scale = Math.min(1, longest / Math.max(wide, high));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(wide * scale));
  canvas.height = Math.max(1, Math.round(high * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The texts of the QR codes in a picture; none when there is none to read. */
export async function readQr(source: Picture): Promise<string[]> {
  const own = await ownReader();
  const found = await own?.detect(source).catch(() => []);
  if (found && found.length > 0) return found.map(({ rawValue }) => rawValue);
  const { decodeQR } = await import("qr/decode.js");
  try {
    return [decodeQR(pixelsOf(source))];
  } catch {
    return [];
  }
}
