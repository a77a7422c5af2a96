import L from "leaflet";
import { type PhotoFit, photoToLand } from "@/lib/maps/control-points";
import type { Position } from "@/lib/maps/geometry";
import { type MapSpace, toLatLng } from "./space";

export type LaidPhoto = Readonly<{ url: string; fit: PhotoFit | null; opacity: number }>;

/** The paper map under the features: one picture, warped by CSS so that its corners lie where the fit puts them. */
export class PhotoLayer extends L.Layer {
  private readonly image = L.DomUtil.create("img", "map-photo");
  private photo: LaidPhoto;

  constructor(
    private readonly space: MapSpace,
    photo: LaidPhoto,
  ) {
    super();
    this.photo = photo;
    this.image.alt = "";
    this.image.addEventListener("load", () => this.place());
  }

  override onAdd(map: L.Map): this {
    map.getPane("tilePane")?.append(this.image);
    this.update(this.photo);
    return this;
  }

  override onRemove(): this {
    this.image.remove();
    return this;
  }

  override getEvents() {
    const place = () => this.place();
    return { zoom: place, viewreset: place };
  }

  update(photo: LaidPhoto): void {
    this.photo = photo;
    if (this.image.getAttribute("src") !== photo.url) this.image.src = photo.url;
    this.image.style.opacity = String(photo.opacity);
    this.place();
  }

  private place(): void {
    const { naturalWidth: width, naturalHeight: height } = this.image;
    const { fit } = this.photo;
    const laid = this.space.kind === "sketch" || fit !== null;
    this.image.hidden = !laid || width === 0;
    if (!this._map || this.image.hidden) return;
    const at = (corner: Position) =>
      this._map.latLngToLayerPoint(
        toLatLng(this.space, fit && this.space.kind === "geo" ? photoToLand(fit, corner) : corner),
      );
    const [origin, right, below] = [at([0, 0]), at([1, 0]), at([0, 1])];
    const [u, v] = [right.subtract(origin).divideBy(width), below.subtract(origin).divideBy(height)];
    this.image.style.transform = `matrix(${u.x},${u.y},${v.x},${v.y},${origin.x},${origin.y})`;
  }
}
