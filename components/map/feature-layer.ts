import L from "leaflet";
import { middleOf, type Position, positionsOf } from "@/lib/maps/geometry";
import { paintDraft, paintFeatures, paintGraticule } from "./canvas-paint";
import { type LayerContent, type ProjectedFeature, symbolSize } from "./drawn-feature";
import { nearestFeature } from "./feature-hit";
import { type MapSpace, toLatLng } from "./space";
import { SymbolSprites } from "./symbol-sprites";

const margin = 0.3;

/**
 * Draws everything of one map on one canvas. Panning only moves the canvas; it is drawn again when the movement ends,
 * with a margin so that nothing is missing meanwhile.
 */
export class FeatureLayer extends L.Layer {
  private canvas: HTMLCanvasElement | null = null;
  private content: LayerContent = { features: [], selected: null, draft: null };
  private projected: ProjectedFeature[] = [];
  private origin = L.point(0, 0);
  private frame = 0;
  private readonly sprites = new SymbolSprites(symbolSize, () => this.schedule());

  constructor(private readonly space: MapSpace) {
    super();
  }

  override onAdd(map: L.Map): this {
    this.canvas = L.DomUtil.create("canvas", "map-canvas", map.getPane("overlayPane"));
    this.canvas.setAttribute("aria-hidden", "true");
    this.project();
    this.schedule();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.canvas?.remove();
    this.canvas = null;
    return this;
  }

  override getEvents() {
    const moved = () => this.schedule();
    const zoomed = () => {
      this.project();
      this.schedule();
    };
    return { moveend: moved, resize: moved, zoom: zoomed, viewreset: zoomed };
  }

  update(content: LayerContent): void {
    const same = content.features === this.content.features;
    this.content = content;
    if (!this._map) return;
    if (!same) this.project();
    this.schedule();
  }

  /** The feature a finger meant, at a place of the map's container. */
  hit(point: L.Point): string | null {
    return nearestFeature(this.projected, this._map.containerPointToLayerPoint(point));
  }

  private at = (position: Position) => this._map.latLngToLayerPoint(toLatLng(this.space, position));

  private project(): void {
    this.projected = this.content.features.map((feature) => {
      const { geometry } = feature;
      const rings = geometry.type === "Polygon" ? geometry.coordinates : [positionsOf(geometry)];
      return { feature, parts: rings.map((ring) => ring.map(this.at)), middle: this.at(middleOf(geometry)) };
    });
  }

  private schedule(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const context = this.canvas?.getContext("2d");
    if (!this.canvas || !context) return;
    const size = this._map.getSize();
    const scale = Math.min(2, window.devicePixelRatio || 1);
    const area = size.multiplyBy(1 + 2 * margin).round();
    this.origin = this._map.containerPointToLayerPoint(size.multiplyBy(-margin)).round();
    L.DomUtil.setPosition(this.canvas, this.origin);
    // Setting the size also clears it.
    this.canvas.width = area.x * scale;
    this.canvas.height = area.y * scale;
    this.canvas.style.width = `${area.x}px`;
    this.canvas.style.height = `${area.y}px`;
    context.scale(scale, scale);
    context.translate(-this.origin.x, -this.origin.y);
    const view = L.bounds(this.origin, this.origin.add(area));
    if (this.space.kind === "geo") paintGraticule(context, this._map, view);
    const { selected, draft } = this.content;
    paintFeatures({ context, view, projected: this.projected, selected, sprites: this.sprites });
    if (draft) paintDraft(context, draft.vertices.map(this.at), draft.type === "Polygon");
  }
}
