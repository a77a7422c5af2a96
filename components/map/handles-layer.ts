import L from "leaflet";
import { positionsOf } from "@/lib/maps/geometry";
import { draggedTo, type Handle, handlesOf, type PlacedHandle } from "@/lib/maps/handles";
import type { Geometry } from "@/lib/maps/schema";
import { paintDraft, paintGrip } from "./canvas-paint";
import { type MapSpace, toLatLng, toPosition } from "./space";

/** Half of the 44 px a finger needs. */
const reach = 22;
/** A hand that trembles taps; it does not drag. */
const slip = 4;
/** A recorded track has more places than a finger can tell apart: it moves as a whole, and its list of places is typed. */
const mostHandles = 200;

type Drag = { handle: Handle; from: L.Point; moved: Geometry | null };
type Options = Readonly<{ space: MapSpace; onMoved: (shape: Geometry) => void }>;

/**
 * The chosen feature's handles, and the feature itself while a finger drags it. It has a small canvas of its own: two
 * thousand others need not be drawn again for one that moves, and stay to show where it was.
 */
export class HandlesLayer extends L.Layer {
  private canvas: HTMLCanvasElement | null = null;
  private shape: Geometry | null = null;
  private drag: Drag | null = null;
  private frame = 0;

  constructor(private readonly asked: Options) {
    super();
  }

  override onAdd(map: L.Map): this {
    this.canvas = L.DomUtil.create("canvas", "map-handles", map.getPane("markerPane"));
    this.canvas.setAttribute("aria-hidden", "true");
    map.getContainer().addEventListener("pointerdown", this.take, true);
    this.schedule();
    return this;
  }

  override onRemove(map: L.Map): this {
    cancelAnimationFrame(this.frame);
    this.let();
    map.getContainer().removeEventListener("pointerdown", this.take, true);
    this.canvas?.remove();
    this.canvas = null;
    return this;
  }

  override getEvents() {
    const again = () => this.schedule();
    return { move: again, moveend: again, zoom: again, viewreset: again, resize: again };
  }

  update(shape: Geometry | null): void {
    // What arrives while a finger drags does not take the feature out of its hand.
    if (this.drag && shape) return;
    this.let();
    this.shape = shape;
    if (this._map) this.schedule();
  }

  private at = ({ at }: PlacedHandle) => this._map.latLngToLayerPoint(toLatLng(this.asked.space, at));

  private take = (event: PointerEvent): void => {
    // A second finger means zooming.
    if (this.drag) this.let();
    if (!this.shape || !event.isPrimary || event.button !== 0) return;
    const from = this._map.mouseEventToContainerPoint(event);
    const here = this._map.containerPointToLayerPoint(from);
    const near = shownHandles(this.shape)
      .map((placed) => ({ handle: placed.handle, distance: this.at(placed).distanceTo(here) }))
      .filter(({ distance }) => distance <= reach)
      .sort((a, b) => a.distance - b.distance)[0];
    if (!near) return;
    this.drag = { handle: near.handle, from, moved: null };
    this._map.dragging.disable();
    addEventListener("pointermove", this.pull);
    addEventListener("pointerup", this.drop);
    addEventListener("pointercancel", this.cancel);
  };

  private pull = (event: PointerEvent): void => {
    if (!this.drag || !this.shape || !event.isPrimary) return;
    const point = this._map.mouseEventToContainerPoint(event);
    if (!this.drag.moved && point.distanceTo(this.drag.from) < slip) return;
    const to = toPosition(this.asked.space, this._map.containerPointToLatLng(point));
    this.drag.moved = draggedTo(this.shape, this.drag.handle, to);
    this.schedule();
  };

  private drop = (): void => {
    const moved = this.drag?.moved;
    this.let();
    if (!moved) return;
    this.shape = moved;
    swallowClick(this._map.getContainer());
    this.asked.onMoved(moved);
  };

  private cancel = (): void => this.let();

  private let(): void {
    removeEventListener("pointermove", this.pull);
    removeEventListener("pointerup", this.drop);
    removeEventListener("pointercancel", this.cancel);
    if (!this.drag) return;
    this.drag = null;
    this._map.dragging.enable();
    this.schedule();
  }

  private schedule(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const shape = this.drag?.moved ?? this.shape;
    const context = this.canvas?.getContext("2d");
    if (!this.canvas || !context) return;
    const resting = !shape || (shape.type === "Point" && !this.drag?.moved);
    this.canvas.hidden = resting;
    if (resting) return;
    const size = this._map.getSize();
    const scale = Math.min(2, window.devicePixelRatio || 1);
    const origin = this._map.containerPointToLayerPoint([0, 0]).round();
    L.DomUtil.setPosition(this.canvas, origin);
    this.canvas.width = size.x * scale;
    this.canvas.height = size.y * scale;
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    context.scale(scale, scale);
    context.translate(-origin.x, -origin.y);
    const [whole, ...places] = shownHandles(shape).map(this.at);
    const rings = shape.type === "Polygon" ? shape.coordinates : [positionsOf(shape)];
    for (const ring of this.drag?.moved ? rings : []) {
      const path = ring.map((at) => this.at({ at, handle: { kind: "whole" } }));
      paintDraft(context, path, false);
    }
    for (const place of places) paintGrip(context, place, "place");
    if (whole) paintGrip(context, whole, "whole");
  }
}

function shownHandles(shape: Geometry): PlacedHandle[] {
  const all = handlesOf(shape);
  return all.length > mostHandles ? all.slice(0, 1) : all;
}

/** What ends a drag is not a tap on the map. */
function swallowClick(container: HTMLElement): void {
  const swallow = (event: Event) => event.stopPropagation();
  container.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => container.removeEventListener("click", swallow, { capture: true }), 50);
}
