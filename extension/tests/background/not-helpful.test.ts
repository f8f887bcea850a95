import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk } from "../../src/background/handlers";
import type { LinkMarks, MarkChange, Message } from "../../src/shared/messages";
import { FakeBrowser, noNetwork, problem, tabAt } from "../support/fake-browser";
import { measlesTab } from "../support/samples";

const link = { topic: "Measles", url: "https://medlineplus.gov/measles.html" };
const hide: MarkChange = { link, isHidden: true, reason: null, isTold: true };
const show: MarkChange = { ...hide, isHidden: false };
const taken = (): Response => new Response(null, { status: 204 });
const ask = (browser: FakeBrowser, change: MarkChange | null, isPrivate = false): Promise<LinkMarks> => new Desk(browser, "http://localhost:5080").answer({ kind: "mark-links", links: [link], change } satisfies Message, tabAt(measlesTab, isPrivate)) as Promise<LinkMarks>;
const receiptsOf = (browser: FakeBrowser): string[] => browser.paths.map(path => path.split("/").at(-1)!);

for (const [when, settings, change, isPrivate] of [
  ["the student did not agree", {}, hide, false], ["addresses are never sent", { contribute: "always", scoring: "prefix" }, hide, false], ["nothing was chosen yet", { contribute: "always", scoring: "unset" }, hide, false],
  ["an educator recommended it", { contribute: "always" }, { ...hide, isTold: false }, false], ["the window is private", { contribute: "always" }, hide, true],
] as const) {
  test(`Hides a link and sends nothing while ${when}`, async () => {
    const browser = new FakeBrowser(settings);
    assert.deepEqual(await ask(browser, change, isPrivate), { kind: "marks", hidden: [link], isSent: false });
    assert.deepEqual(browser.asked, []);
    assert.equal(Object.keys(browser.areas.local).length, isPrivate ? 0 : 1);
  });
}

test("Remembers what is hidden without writing down which topic or page it was", async () => {
  const browser = new FakeBrowser();
  await ask(browser, hide);
  assert.deepEqual((await ask(browser, null)).hidden, [link]);
  assert.doesNotMatch(JSON.stringify(browser.areas.local), /measles|medlineplus/i);
});

test("Tells the service the topic, the address and the reason where the student agreed, and takes it back under the same receipt", async () => {
  const browser = new FakeBrowser({ contribute: "ask" }).willAnswer(taken(), taken(), taken());
  assert.equal((await ask(browser, hide)).isSent, true);
  await ask(browser, { ...hide, reason: "tooHard" });
  assert.deepEqual((await ask(browser, show)).hidden, []);

  assert.deepEqual(browser.paths.map(path => path.split("/").slice(0, -1).join("/")), ["PUT /v1/alternatives/marks", "PUT /v1/alternatives/marks", "DELETE /v1/alternatives/marks"]);
  assert.equal(new Set(receiptsOf(browser)).size, 1);
  assert.deepEqual(JSON.parse(String(browser.asked[1]!.init.body)), { ...link, reason: "tooHard" });
  assert.deepEqual(browser.areas.local, {});
});

test("Draws a receipt for each link, so that two marks do not say that one student made them", async () => {
  const browser = new FakeBrowser({ contribute: "always" }).willAnswer(taken(), taken());
  await ask(browser, hide);
  await ask(browser, { ...hide, link: { ...link, url: "https://www.nhs.uk/conditions/measles/" } });
  assert.equal(new Set(receiptsOf(browser)).size, 2);
});

test("Hides what the service refuses, and keeps no receipt of it", async () => {
  const browser = new FakeBrowser({ contribute: "ask" }).willAnswer(problem(400, "No link of ours."));
  assert.deepEqual(await ask(browser, hide), { kind: "marks", hidden: [link], isSent: false });
  browser.willAnswer();
  assert.deepEqual((await ask(browser, show)).hidden, []);
  assert.equal(browser.asked.length, 1);
});

test("Keeps the receipt of what may have arrived, and the link hidden while that cannot be taken back", async () => {
  const browser = new FakeBrowser({ contribute: "ask" }).willAnswer(noNetwork(), noNetwork(), noNetwork());
  assert.equal((await ask(browser, hide)).isSent, false);
  browser.willAnswer(noNetwork(), noNetwork(), noNetwork());
  assert.equal((await ask(browser, show) as unknown as { kind: string }).kind, "failed");
  assert.deepEqual((await ask(browser, null)).hidden, [link]);

  browser.willAnswer(problem(404, "There is no such mark."));
  assert.deepEqual((await ask(browser, show)).hidden, []);
});

test("Counts the links that researchers know of, so that one who never contributed a page can take them back", async () => {
  const browser = new FakeBrowser({ contribute: "always" }).willAnswer(taken(), taken());
  const count = async (): Promise<unknown> => new Desk(browser, "http://localhost:5080").answer({ kind: "count-contributions" }, { extension: browser.extensionId, address: browser.addressOf("options.html"), tabId: null, isPrivate: false });
  await ask(browser, { ...hide, isTold: false });
  assert.deepEqual(await count(), { pages: 0, links: 0 });
  await ask(browser, hide);
  assert.deepEqual(await count(), { pages: 0, links: 1 });
  await ask(browser, show);
  assert.deepEqual(await count(), { pages: 0, links: 0 });
});

test("Takes marks back with all contributions and leaves the links hidden", async () => {
  const browser = new FakeBrowser({ contribute: "always" }).willAnswer(taken(), taken());
  await ask(browser, hide);
  const own = { extension: browser.extensionId, address: browser.addressOf("options.html"), tabId: null, isPrivate: false };
  assert.equal(await new Desk(browser, "http://localhost:5080").answer({ kind: "take-all-back" }, own), 0);
  assert.equal(browser.paths.at(-1)!.startsWith("DELETE /v1/alternatives/marks/"), true);
  assert.deepEqual((await ask(browser, null)).hidden, [link]);
});
