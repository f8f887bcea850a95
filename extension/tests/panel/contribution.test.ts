import assert from "node:assert/strict";
import { test } from "node:test";
import { openPanel } from "../../src/panel/panel";
import type { Ask, ContributionAnswer, Message } from "../../src/shared/messages";
import { defaults, type Settings } from "../../src/shared/settings";
import { article, enter, open } from "../support/pages";
import { assessmentOf, measles } from "../support/samples";
import { english } from "../support/words";

const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

async function opened(settings: Partial<Settings>, answers: ContributionAnswer[], isPrivate = false): Promise<{ section: HTMLElement | null; asked: Message[] }> {
  const window = open("https://en.wikipedia.org/wiki/Measles", article({ body: "<p>Text.</p>" }));
  enter(window);
  const asked: Message[] = [];
  openPanel({
    document: window.document, language: english, settings: { ...defaults("http://localhost:5080"), scoring: "click", ...settings }, channel: null, isPrivate,
    state: { kind: "scored", answer: { kind: "scored", assessment: assessmentOf(), kept: false }, note: null },
    page: { address: { kind: "wikipedia", language: "en", title: "Measles", revision: null, key: measles.key, webAddress: "https://en.wikipedia.org/wiki/Measles" }, revision: 12, isOld: false, anchors: [] },
    ask: (async (message: Message) => (asked.push(message), answers.shift() ?? null)) as Ask,
    retry() {}, openSettings() {}, closed() {},
  });
  await settle();
  return { section: window.document.querySelector("credscore-panel")!.shadowRoot!.querySelector(".contribution"), asked };
}

const state = (isIn: boolean): ContributionAnswer => ({ kind: "contribution", isIn });

for (const [when, settings, isPrivate] of [["it is switched off", {}, false], ["addresses are never sent", { contribute: "always", scoring: "prefix" }, false], ["the window is private", { contribute: "always" }, true]] as const) {
  test(`Says nothing of the dataset while ${when}`, async () => {
    const { section, asked } = await opened(settings, [], isPrivate);
    assert.equal(section, null);
    assert.deepEqual(asked, []);
  });
}

test("Lets the page join on a press, and leave on the next", async () => {
  const { section, asked } = await opened({ contribute: "ask" }, [state(false), state(true), state(false)]);
  const button = section!.querySelector("button")!;
  assert.equal(section!.hidden, false);
  assert.equal(button.textContent, "Let this page join");

  button.click();
  await settle();
  assert.match(section!.textContent!, /in the research dataset by your choice/);
  button.click();
  await settle();
  assert.deepEqual(asked.map(message => ("wish" in message ? `${message.kind} ${message.wish}` : message.kind)), ["contribution", "contribute asked", "take-back"]);
});

test("Says what kept the page out, and offers the press again", async () => {
  const { section } = await opened({ contribute: "ask" }, [state(false), { kind: "failed", trouble: "offline", retryAfter: null, detail: null }]);
  section!.querySelector("button")!.click();
  await settle();
  assert.match(section!.textContent!, /This device is offline/);
  assert.equal(section!.querySelector("button")!.disabled, false);
});
