import L from "leaflet";
import { middleOf, type Position, positionsOf } from "@/lib/maps/geometry";
import { paintDraft, paintFeatures, paintGraticule } from "./canvas-paint";
import { type LayerContent, type ProjectedFeature, symbolSize } from "./drawn-feature";
import { nearestFeature } from "./feature-hit";
import { type MapSpace, toLatLng } from "./space";
import { SymbolSprites } from "./symbol-sprites";

const margin = 0.5;

/**
 * Draws everything of one map on one canvas, with half a screen of margin on each side. Panning only moves the canvas; it is
 * drawn again once the view comes to its edge.
 */
export class FeatureLayer extends L.Layer {
  private canvas: HTMLCanvasElement | null = null;
  private content: LayerContent = { features: [], selected: null, draft: null };
  private projected: ProjectedFeature[] = [];
  private origin = L.point(0, 0);
  private drawn: L.Bounds | null = null;
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
    const moved = () => this.covers() || this.schedule();
    const zoomed = () => {
      this.drawn = null;
      this.project();
      this.schedule();
    };
    return { move: moved, moveend: moved, resize: moved, zoom: zoomed, viewreset: zoomed };
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

  /** Is all that can be seen on the canvas already? */
  private covers(): boolean {
    const size = this._map.getSize();
    const from = this._map.containerPointToLayerPoint([0, 0]);
    return this.drawn?.contains(L.bounds(from, from.add(size))) ?? false;
  }

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
    this.drawn = view;
    if (this.space.kind === "geo") paintGraticule(context, this._map, view);
    const { selected, draft } = this.content;
    paintFeatures({ context, view, projected: this.projected, selected, sprites: this.sprites });
    if (draft) paintDraft(context, draft.vertices.map(this.at), draft.type === "Polygon");
  }
}
