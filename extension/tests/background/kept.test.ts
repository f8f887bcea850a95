import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptAnswers } from "../../src/background/kept";
import { FakeBrowser } from "../support/fake-browser";

const keptIn = (browser: FakeBrowser, change: object = {}): KeptAnswers<string> => new KeptAnswers(browser, { area: "local", prefix: "score", mostItems: 3, mostBytes: 1_000, days: 7, ...change });

test("Forgets the answers kept longest ago when there are too many", async () => {
  const browser = new FakeBrowser();
  for (const name of ["a", "b", "c", "a", "d"]) {
    await keptIn(browser).keep(name, `answer ${name}`, null);
  }

  const found = await Promise.all(["a", "b", "c", "d"].map(async name => (await keptIn(browser).find(name))?.value));
  assert.deepEqual(found, ["answer a", undefined, "answer c", "answer d"]);
  assert.equal(Object.keys(browser.areas.local).length, 4);
});

test("Stays within its bytes, and does not keep what alone would break them", async () => {
  const browser = new FakeBrowser();
  await keptIn(browser).keep("small", "x".repeat(400), null);
  await keptIn(browser).keep("large", "x".repeat(2_000), null);
  assert.equal(await keptIn(browser).find("large"), null);
  assert.equal((await keptIn(browser).find("small"))?.value.length, 400);
  await keptIn(browser).keep("second", "x".repeat(700), null);
  assert.equal(await keptIn(browser).find("small"), null);
  assert.equal((await keptIn(browser).find("second"))?.value.length, 700);
});

test("Begins anew when the browser's storage is full", async () => {
  const browser = new FakeBrowser();
  await keptIn(browser).keep("a", "first", null);
  browser.mostBytes = 100;
  await keptIn(browser).keep("b", "second", null);
  assert.deepEqual(browser.areas.local, {});
});

test("Loses none of several that are kept at once", async () => {
  const browser = new FakeBrowser();
  await Promise.all(["a", "b", "c", "d"].map(name => keptIn(browser).keep(name, name, null)));
  assert.deepEqual((browser.areas.local["score-index"] as { name: string }[]).map(({ name }) => name), ["d", "c", "b"]);
  assert.equal(Object.keys(browser.areas.local).length, 4);
});
