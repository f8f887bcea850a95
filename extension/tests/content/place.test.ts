import assert from "node:assert/strict";
import { test } from "node:test";
import { findSpot } from "../../src/content/place";
import { enter, open } from "../support/pages";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const box = (left: number, right: number, top = 0, bottom = 40): DOMRect => ({ left, right, top, bottom, width: right - left, height: bottom - top } as DOMRect);
const anchors = [{ text: "#title", within: "#page", beside: ["#button"] }, { text: "#below" }];
const widths = { whole: 160, compact: 60 };

/** A page whose layout is as the test says: the lines of the title, the page's box, what else there is. */
function laidOut(lines: readonly Box[], { page = box(0, 1_000), button = box(0, 0, 0, 0), direction = "ltr" } = {}): Document {
  const window = open("https://en.wikipedia.org/wiki/Measles", `<body><div id="page"><h1 id="title" style="direction: ${direction}">Measles</h1><div id="button"></div></div></body>`);
  enter(window);
  const { document } = window;
  Object.assign(globalThis, { DOMRect: function rectangle(left: number, top: number, width: number, height: number) { return box(left, left + width, top, top + height); } });
  Object.assign(globalThis, { getComputedStyle: () => ({ direction }) });
  document.querySelector("#page")!.getBoundingClientRect = () => page;
  document.querySelector("#button")!.getBoundingClientRect = () => button;
  document.createRange = () => ({ selectNodeContents() {}, getClientRects: () => lines }) as never;
  return document;
}

test("Stands behind the title's last line", () => {
  const spot = findSpot(laidOut([box(0, 990), box(0, 300, 40, 80)]), anchors, widths);
  assert.deepEqual([spot?.after.id, spot?.size, spot?.at], ["title", "whole", { right: true, edge: 300, middle: 60 }]);
});

test("Keeps away from what else stands in that line, and overlooks what stands in another", () => {
  assert.equal(findSpot(laidOut([box(0, 300)], { button: box(420, 500) }), anchors, widths)?.size, "compact");
  assert.equal(findSpot(laidOut([box(0, 300)], { button: box(420, 500, 60, 90) }), anchors, widths)?.size, "whole");
});

test("Shows its number alone where there is no room for more, and has no spot where there is none", () => {
  assert.equal(findSpot(laidOut([box(0, 880)]), anchors, widths)?.size, "compact");
  assert.equal(findSpot(laidOut([box(0, 940)]), anchors, widths), null);
});

test("Stands on the other side of text that runs from right to left", () => {
  const spot = findSpot(laidOut([box(700, 1_000)], { direction: "rtl" }), anchors, widths);
  assert.deepEqual(spot?.at, { right: false, edge: 700, middle: 20 });
  assert.equal(findSpot(laidOut([box(100, 1_000)], { direction: "rtl" }), anchors, widths)?.size, "compact");
});

test("Has no spot behind a title that is not drawn", () => {
  assert.equal(findSpot(laidOut([]), anchors, widths), null);
  assert.equal(findSpot(laidOut([box(0, 0)]), anchors, widths), null);
});
