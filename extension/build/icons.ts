// Draws the icons from a few shapes: the mark of the product, and each band's own shape for the toolbar. `npm run icons` writes them to static/icons.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writePng, type Picture } from "./png";

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

/** How deep inside a shape a point lies, in units of a picture 24 wide; negative outside. */
type Shape = (x: number, y: number) => number;

interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

const white: Colour = [255, 255, 255];
const blue: Colour = [18, 86, 156];
const green: Colour = [26, 107, 60];
const amber: Colour = [138, 90, 0];
const red: Colour = [163, 42, 42];
const grey: Colour = [89, 97, 107];

const disc = (cx: number, cy: number, radius: number): Shape => (x, y) => radius - Math.hypot(x - cx, y - cy);
const ring = (radius: number, width: number): Shape => (x, y) => width / 2 - Math.abs(Math.hypot(x - 12, y - 12) - radius);
const all = (...shapes: readonly Shape[]): Shape => (x, y) => Math.max(...shapes.map(shape => shape(x, y)));

function line(points: readonly Point[], width: number): Shape {
  return (x, y) => width / 2 - Math.min(...points.slice(1).map((end, index) => distance([x, y], points[index]!, end)));
}

function roundedSquare(inset: number, radius: number): Shape {
  const half = 12 - inset - radius;
  return (x, y) => radius - Math.hypot(Math.max(Math.abs(x - 12) - half, 0), Math.max(Math.abs(y - 12) - half, 0));
}

/** Convex, corners clockwise. */
function polygon(corners: readonly Point[]): Shape {
  return (x, y) => Math.min(...corners.map(([ax, ay], index) => {
    const [bx, by] = corners[(index + 1) % corners.length]!;
    return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay);
  }));
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const tick = line([[7, 12.5], [10.5, 16], [17, 9]], 2.6);

const icons: Readonly<Record<string, readonly Layer[]>> = {
  // Three lines of text of which the last is checked.
  credscore: [
    { shape: roundedSquare(1, 5), colour: blue },
    { shape: all(line([[6.5, 7.5], [17.5, 7.5]], 2.2), line([[6.5, 12], [10.5, 12]], 2.2), line([[9.5, 15.2], [12.6, 18], [18.2, 11.8]], 2.4)), colour: white },
  ],
  strong: [{ shape: disc(12, 12, 11), colour: green }, { shape: tick, colour: white }],
  fair: [{ shape: polygon([[12, 0.5], [23.5, 12], [12, 23.5], [0.5, 12]]), colour: amber }, { shape: line([[7.5, 12], [16.5, 12]], 2.6), colour: white }],
  weak: [{ shape: polygon([[12, 1], [23.5, 22], [0.5, 22]]), colour: red }, { shape: all(line([[12, 9], [12, 14.5]], 2.6), disc(12, 18.2, 1.5)), colour: white }],
  insufficient: [{ shape: ring(9.5, 2.6), colour: grey }, { shape: all(disc(7.5, 12, 1.6), disc(12, 12, 1.6), disc(16.5, 12, 1.6)), colour: grey }],
};

const sizes: Readonly<Record<string, readonly number[]>> = { credscore: [16, 32, 48, 128] };

/** Edges are softened over one pixel. Store icons leave a margin: 96 of 128 pixels are drawn. */
export function draw(layers: readonly Layer[], size: number): Picture {
  const pixels = new Uint8Array(size * size * 4);
  const margin = size === 128 ? 16 : 0;
  const unit = 24 / (size - 2 * margin);

  for (let index = 0; index < size * size; index++) {
    const x = ((index % size) + 0.5 - margin) * unit;
    const y = (Math.floor(index / size) + 0.5 - margin) * unit;
    pixels.set(layers.reduce((below, { shape, colour }) => blend(below, colour, Math.min(1, Math.max(0, shape(x, y) / unit + 0.5))), [0, 0, 0, 0]), index * 4);
  }

  return { size, pixels };
}

function blend(below: readonly number[], colour: Colour, share: number): number[] {
  const opacity = share + (below[3]! / 255) * (1 - share);
  const mixed = colour.map((value, index) => (opacity === 0 ? 0 : (value * share + below[index]! * (below[3]! / 255) * (1 - share)) / opacity));
  return [...mixed.map(Math.round), Math.round(opacity * 255)];
}

/** Name and bytes of every icon. */
export function drawIcons(): ReadonlyMap<string, Buffer> {
  return new Map(Object.entries(icons).flatMap(([name, layers]) => (sizes[name] ?? [16, 32]).map(size => [`${name}-${size}.png`, writePng(draw(layers, size))] as const)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL("../static/icons/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  drawIcons().forEach((bytes, name) => writeFileSync(new URL(name, folder), bytes));
}
