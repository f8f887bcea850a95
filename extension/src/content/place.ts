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
  host.dataset["size"] = size;
  host.style.transform = `translate(${rounded.x}px, ${rounded.y}px)`;
  host.dataset["placed"] = "line";
  return rounded;
}

/** The last resort: a fixed corner. */
export function placeInCorner(host: HTMLElement, document: Document): void {
  if (host.parentElement !== document.body) {
    document.body.append(host);
  }

  delete host.dataset["size"];
  host.style.transform = "";
  host.dataset["placed"] = "corner";
}

function spotAt(document: Document, anchor: Anchor, width: number, size: Spot["size"]): Spot | null {
  const text = document.querySelector(anchor.text);
  const box = (anchor.within === undefined ? text : text?.closest(anchor.within))?.getBoundingClientRect();
  const line = text === null ? null : lastLineOf(document, text);

  if (text === null || line === null || box === undefined) {
    return null;
  }

  const right = getComputedStyle(text).direction !== "rtl";
  const others = (anchor.beside ?? []).flatMap(selector => Array.from(document.querySelectorAll(selector), other => other.getBoundingClientRect()))
    .filter(other => other.width > 0 && other.top < line.bottom + floor && other.bottom > line.top - floor);
  const end = right ? Math.min(box.right, ...others.map(other => other.left).filter(left => left >= line.right - 1)) : Math.max(box.left, ...others.map(other => other.right).filter(edge => edge <= line.left + 1));
  const room = right ? end - line.right : line.left - end;
  return room >= width + 2 * gap ? { after: text, at: { right, edge: right ? line.right : line.left, middle: (line.top + line.bottom) / 2 }, size } : null;
}

function lastLineOf(document: Document, text: Element): Pick<DOMRect, "left" | "right" | "top" | "bottom"> | null {
  const range = document.createRange();
  range.selectNodeContents(text);
  const boxes = Array.from(range.getClientRects()).filter(box => box.width > 1 && box.height > 1);
  const lowest = Math.max(...boxes.map(box => box.bottom));
  const line = boxes.filter(box => box.bottom > lowest - 8);
  return line.length === 0 ? null : { left: Math.min(...line.map(box => box.left)), right: Math.max(...line.map(box => box.right)), top: Math.min(...line.map(box => box.top)), bottom: lowest };
}
