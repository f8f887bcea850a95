import assert from "node:assert/strict";
import { test } from "node:test";
import { followPages } from "../../src/content/page-life";
import { open } from "../support/pages";

interface Followed {
  readonly entered: string[];
  readonly left: string[];
  go(address: string): void;
  tell(kind: string): void;
  tellWindow(kind: string): void;
  readonly all: AbortController;
}

function follow(): Followed {
  const window = open("https://www.youtube.com/watch?v=firstVideo0", "<body></body>");
  const all = new AbortController();
  let address = "https://www.youtube.com/watch?v=firstVideo0";
  const entered: string[] = [];
  const left: string[] = [];

  followPages(window, {
    address: () => address,
    enter: signal => {
      const page = address.slice(address.indexOf("=") + 1);
      entered.push(page);
      signal.addEventListener("abort", () => left.push(page));
    },
  }, all.signal);

  return { entered, left, all, go: next => void (address = next), tell: kind => void window.document.dispatchEvent(new window.Event(kind)), tellWindow: kind => void window.dispatchEvent(new window.Event(kind)) };
}

test("Leaves a video at the first sign and enters the next one once", () => {
  const tab = follow();
  tab.tell("yt-navigate-start");
  assert.deepEqual(tab.left, ["firstVideo0"]);
  tab.go("https://www.youtube.com/watch?v=secondVideo");
  tab.tell("yt-navigate-finish");
  tab.tell("yt-page-data-updated");
  assert.deepEqual(tab.entered, ["firstVideo0", "secondVideo"]);
});

test("Stays on the same video when only its time or its playlist changes", () => {
  const tab = follow();
  tab.go("https://www.youtube.com/watch?v=firstVideo0&t=90&list=PL1#x");
  tab.tell("yt-page-data-updated");
  assert.deepEqual([tab.entered, tab.left], [["firstVideo0"], []]);
});

test("Enters a video again that was left and come back to", () => {
  const tab = follow();
  tab.tell("yt-navigate-start");
  tab.tell("yt-navigate-finish");
  assert.deepEqual(tab.entered, ["firstVideo0", "firstVideo0"]);
});

test("Leaves everything when told to, and hears nothing more", () => {
  const tab = follow();
  tab.all.abort();
  assert.deepEqual(tab.left, ["firstVideo0"]);
  tab.go("https://www.youtube.com/watch?v=secondVideo");
  tab.tell("yt-navigate-finish");
  assert.deepEqual(tab.entered, ["firstVideo0"]);
});

for (const kind of ["popstate", "pageshow"]) {
  test(`Hears the browser's own ${kind} from the first moment: a reader may turn back at once`, () => {
    const tab = follow();
    tab.go("https://www.youtube.com/watch?v=secondVideo");
    tab.tellWindow(kind);
    assert.deepEqual([tab.entered, tab.left], [["firstVideo0", "secondVideo"], ["firstVideo0"]]);
  });
}
