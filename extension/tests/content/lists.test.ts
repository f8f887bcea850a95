import assert from "node:assert/strict";
import { test } from "node:test";
import { startLists } from "../../src/lists/lists";
import type { Message } from "../../src/shared/messages";
import { enter, open } from "../support/pages";
import { english } from "../support/words";

const item = (title: string): string => `<li><div class="mw-search-result-heading"><a href="/wiki/${title}">${title}</a></div></li>`;

test("Puts a dot beside known pages only, asks for each page once and for fifty at once, and cleans up", async context => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const titles = ["Measles", "Rubella", "Talk:Measles", ...Array.from({ length: 60 }, (_, index) => `Page ${index}`)];
  const window = open("https://en.wikipedia.org/w/index.php?search=rash", `<body><ul class="mw-search-results">${titles.map(item).join("")}</ul></body>`);
  enter(window);
  const asked: (readonly string[])[] = [];
  const controller = new AbortController();
  const ask = async (message: Message): Promise<never> => {
    asked.push(message.kind === "look-up-many" ? message.keys : []);
    return { "wikipedia:en:Measles": { band: "strong", score: 80.7, confidence: 0.9, revision: 1, fetchedAt: null } } as never;
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) {
      context.mock.timers.tick(500);
      await new Promise(resolve => setImmediate(resolve));
    }
  };

  startLists({ document: window.document, language: english, ask: ask as never, signal: controller.signal });
  await settle();

  assert.deepEqual(asked.map(keys => keys.length), [50, 12]);
  assert.equal(new Set(asked.flat()).size, 62);
  assert.ok(!asked.flat().some(key => key.includes("Talk")));
  assert.deepEqual(Array.from(window.document.querySelectorAll("credscore-dot"), dot => [dot.parentElement?.textContent, dot.getAttribute("aria-label")]), [["Measles80", "Strong 80 of 100."]]);

  controller.abort();
  assert.equal(window.document.documentElement.outerHTML.includes("credscore"), false);
});
