import { type Drawing, drawingSvg } from "@/components/symbols/markup";

/** Each symbol is rasterised once and then copied: two thousand of them are two thousand copies, not drawings. */
export class SymbolSprites {
  private readonly ready = new Map<string, HTMLCanvasElement>();
  private readonly loading = new Set<string>();

  constructor(
    private readonly size: number,
    private readonly onReady: () => void,
  ) {}

  /** Null while it is being prepared; `onReady` says when to draw again. */
  get(drawing: Drawing): HTMLCanvasElement | null {
    const key = `${drawing.frame} ${drawing.glyph}`;
    const sprite = this.ready.get(key);
    if (!sprite && !this.loading.has(key)) void this.load(key, drawing);
    return sprite ?? null;
  }

  private async load(key: string, drawing: Drawing): Promise<void> {
    this.loading.add(key);
    const scale = Math.min(2, window.devicePixelRatio || 1);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(drawingSvg(drawing, this.size))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = this.size * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    this.ready.set(key, canvas);
    this.onReady();
  }
}
