import { boundingBox, closeRing, type Position, positionsOf } from "@/lib/maps/geometry";
import type { Geometry } from "@/lib/maps/schema";

const width = 240;
const height = 120;
const margin = 14;

type Props = { shape: Geometry; others: readonly Geometry[]; label: string };

/** One drawn shape, small, over the others it is compared with: all in one frame, so that the eye sees what moved. */
export function ShapeSketch({ shape, others, label }: Props) {
  const at = framed([shape, ...others]);
  return (
    <svg className="shape-sketch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <g className="shape-other">
        {others.map((other) => (
          <Outline key={JSON.stringify(other.coordinates)} shape={other} at={at} />
        ))}
      </g>
      <g className="shape-own">
        <Outline shape={shape} at={at} />
      </g>
    </svg>
  );
}

function Outline({ shape, at }: { shape: Geometry; at: (position: Position) => Position }) {
  const points = positionsOf(shape).map(at);
  const [first] = points;
  if (shape.type === "Point") return first ? <circle cx={first[0]} cy={first[1]} r="7" /> : null;
  const rings = shape.type === "Polygon" ? shape.coordinates.map(closeRing) : [shape.coordinates];
  const drawn = rings.map(
    (ring) => `M${ring.map((position) => at(position).map(short).join(" ")).join("L")}`,
  );
  return <path d={drawn.join("")} fillRule="evenodd" data-area={shape.type === "Polygon" || undefined} />;
}

const short = (value: number) => value.toFixed(1);

/** Fits all shapes; a single place gets some ground around it, and north (or the sketch's top) is up. */
function framed(shapes: readonly Geometry[]): (position: Position) => Position {
  const box = boundingBox(shapes) ?? { west: 0, south: 0, east: 1, north: 1 };
  const up = shapes[0]?.space === "sketch" ? -1 : 1;
  const narrow = shapes[0]?.space === "geo" ? Math.cos((box.north * Math.PI) / 180) : 1;
  const [across, along] = [(box.east - box.west) * narrow, box.north - box.south];
  const scale = Math.min(
    (width - 2 * margin) / (across || 1e-9),
    (height - 2 * margin) / (along || 1e-9),
    1e7,
  );
  const [x0, y0] = [(box.east + box.west) / 2, (box.north + box.south) / 2];
  return ([x, y]) => [width / 2 + (x - x0) * narrow * scale, height / 2 - (y - y0) * scale * up];
}
