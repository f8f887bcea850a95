import type { Anchor } from "./site-page";

const gap = 10;
const floor = 6;

/** Widths that the badge needs: whole, and with its shape and number alone. */
export interface Widths {
  readonly whole: number;
  readonly compact: number;
}

export interface Shift {
  readonly x: number;
  readonly y: number;
}

export interface Spot {
  readonly after: Element;
  /** From the badge's place in the flow, which takes no room, to where it is drawn. */
  readonly at: { readonly right: boolean; readonly edge: number; readonly middle: number };
  readonly size: "whole" | "compact";
}

/**
 * The first spot, in the order of the anchors, where the badge fits behind a line of text; null when there is none. It is drawn over empty room only,
 * so that nothing on the page moves. Reads the layout and changes nothing.
 */
export function findSpot(document: Document, anchors: readonly Anchor[], widths: Widths): Spot | null {
  for (const size of ["whole", "compact"] as const) {
    for (const anchor of anchors) {
      const spot = spotAt(document, anchor, widths[size], size);

      if (spot !== null) {
        return spot;
      }
    }
  }

  return null;
}

/**
 * Shifts the host, which stands behind its anchor and out of the flow, to the spot.
 * @param shift How far it is shifted already.
 */
export function shiftTo(host: HTMLElement, { at, size }: Spot, shift: Shift): Shift {
  const { left, right, top, height } = host.getBoundingClientRect();
  const x = shift.x + (at.right ? at.edge + gap - left : at.edge - gap - right);
  const y = shift.y + at.middle - top - height / 2;
  const rounded = { x: Math.round(x), y: Math.round(y) };
  host.setAttribute("data-size", size);
  host.style.transform = `translate(${rounded.x}px, ${rounded.y}px)`;
  host.setAttribute("data-placed", "line");
  return rounded;
}

/** The last resort: a fixed corner. */
export function placeInCorner(host: HTMLElement, document: Document): void {
  if (host.parentElement !== document.body) {
    document.body.append(host);
  }

  host.removeAttribute("data-size");
  host.style.transform = "";
  host.setAttribute("data-placed", "corner");
}

function spotAt(document: Document, anchor: Anchor, width: number, size: Spot["size"]): Spot | null {
  const text = document.querySelector(anchor.text);
  const box = (anchor.within === undefined ? text : text?.closest(anchor.within))?.getBoundingClientRect();
  const line = text === null ? null : lastLineOf(document, text);

  if (text === null || line === null || box === undefined) {
    return null;
  }

  const right = getComputedStyle(text).direction !== "rtl";
  let end = right ? box.right : box.left;

  for (const selector of anchor.beside ?? []) {
    for (const element of document.querySelectorAll(selector)) {
      const other = element.getBoundingClientRect();

      if (other.width > 0 && other.top < line.bottom + floor && other.bottom > line.top - floor) {
        end = right ? (other.left >= line.right - 1 ? Math.min(end, other.left) : end) : other.right <= line.left + 1 ? Math.max(end, other.right) : end;
      }
    }
  }

  const room = right ? end - line.right : line.left - end;
  return room >= width + 2 * gap ? { after: text, at: { right, edge: right ? line.right : line.left, middle: (line.top + line.bottom) / 2 }, size } : null;
}

// Plain loops: this runs once, before the badge can be seen, and each function costs when it first runs.
function lastLineOf(document: Document, text: Element): Pick<DOMRect, "left" | "right" | "top" | "bottom"> | null {
  const range = document.createRange();
  range.selectNodeContents(text);
  const boxes = range.getClientRects();
  const line = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };

  for (const { width, height, bottom } of boxes) {
    line.bottom = width > 1 && height > 1 ? Math.max(line.bottom, bottom) : line.bottom;
  }

  for (const { width, height, left, right, top, bottom } of boxes) {
    if (width > 1 && height > 1 && bottom > line.bottom - 8) {
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
      line.top = Math.min(line.top, top);
    }
  }

  return line.bottom === -Infinity ? null : line;
}
