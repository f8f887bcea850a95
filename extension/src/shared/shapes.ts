import type { Band } from "./band";

/** A shape for each band and each state, so that nobody has to tell colours apart. */
export type ShapeName = Band | "looking" | "ask" | "away";

const solid = { fill: "currentColor" };
const mark = { fill: "none", stroke: "var(--ground)", "stroke-width": "2.8", "stroke-linecap": "round", "stroke-linejoin": "round" };
const outline = { fill: "none", stroke: "currentColor", "stroke-width": "2.4", "stroke-linecap": "round", "stroke-linejoin": "round" };

type Stroke = readonly [path: string, look: Readonly<Record<string, string>>];

const circle = "M12 1.8a10.2 10.2 0 1 0 0 20.4a10.2 10.2 0 1 0 0-20.4z";

const shapes: Readonly<Record<ShapeName, readonly Stroke[]>> = {
  strong: [[circle, solid], ["M7 12.5l3.5 3.5L17 9", mark]],
  fair: [["M12 1.2L22.8 12 12 22.8 1.2 12z", solid], ["M7.5 12h9", mark]],
  weak: [["M12 2l10.8 19.6H1.2z", solid], ["M12 9v5.5M12 17.6v.5", mark]],
  insufficient: [[circle, outline], ["M7.6 12h.01M12 12h.01M16.4 12h.01", { ...outline, "stroke-width": "3.2" }]],
  looking: [[circle, { ...outline, opacity: ".35" }], ["M12 1.8a10.2 10.2 0 0 1 10.2 10.2", { ...outline, class: "turning" }]],
  ask: [[circle, outline], ["M12 7.5v9M7.5 12h9", outline]],
  away: [[circle, { ...outline, "stroke-dasharray": "4 4.1" }], ["M12 7.5v5M12 16.3v.2", outline]],
};

const svg = "http://www.w3.org/2000/svg";

export function drawShape(document: Document, name: ShapeName): SVGElement {
  const picture = document.createElementNS(svg, "svg");
  setAll(picture, { viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false", class: "shape" });

  for (const [path, look] of shapes[name]) {
    const stroke = document.createElementNS(svg, "path");
    setAll(stroke, { d: path, ...look });
    picture.append(stroke);
  }

  return picture;
}

function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
}
