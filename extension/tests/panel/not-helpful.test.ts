import assert from "node:assert/strict";
import { test } from "node:test";
import { openPanel } from "../../src/panel/panel";
import type { Ask, LinkMarks, Message } from "../../src/shared/messages";
import { defaults, type Settings } from "../../src/shared/settings";
import { article, enter, open } from "../support/pages";
import { assessmentOf, measles } from "../support/samples";
import { english } from "../support/words";

const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
const link = { topic: "Measles", url: "https://medlineplus.gov/measles.html" };
const alternative = { ...link, title: "Measles at MedlinePlus", provider: "MedlinePlus", kind: "article", level: "patient", free: true, why: "Written for everybody.", language: "en", isExact: true } as const;
const marks = (hidden: LinkMarks["hidden"], isSent = false): LinkMarks => ({ kind: "marks", hidden, isSent });

interface Opened {
  readonly section: HTMLElement;
  readonly asked: Message[];
}

async function opened(answers: (LinkMarks | null)[], { settings = {}, isPrivate = false, more = {} }: { settings?: Partial<Settings>; isPrivate?: boolean; more?: object } = {}): Promise<Opened> {
  const window = open("https://en.wikipedia.org/wiki/Measles", article({ body: "<p>Text.</p>" }));
  enter(window);
  const asked: Message[] = [];
  openPanel({
    document: window.document, language: english, settings: { ...defaults("http://localhost:5080"), scoring: "click", ...settings }, channel: null, isPrivate,
    state: { kind: "scored", answer: { kind: "scored", assessment: { ...assessmentOf(), alternatives: [{ ...alternative, ...more }] }, kept: false }, note: null },
    page: { address: { kind: "wikipedia", language: "en", title: "Measles", revision: null, key: measles.key, webAddress: "https://en.wikipedia.org/wiki/Measles" }, revision: 12, isOld: false, anchors: [] },
    ask: (async (message: Message) => (message.kind === "mark-links" ? (asked.push(message), answers.shift() ?? null) : null)) as Ask,
    retry() {}, openSettings() {}, closed() {},
  });
  await settle();
  return { section: window.document.querySelector("credscore-panel")!.shadowRoot!.querySelector<HTMLElement>(".better")!.closest("section")!, asked };
}

const buttons = (section: HTMLElement): string[] => [...section.querySelectorAll("button")].map(button => button.textContent!);
const press = async (section: HTMLElement, words: string): Promise<void> => {
  [...section.querySelectorAll("button")].find(button => button.textContent === words)!.click();
  await settle();
};
const status = (section: HTMLElement): string => section.querySelector("[role=status]")!.textContent!;

test("Has a button on each better page that says which page it means", async () => {
  const { section } = await opened([marks([])]);
  assert.equal(section.querySelector("button")!.getAttribute("aria-label"), "Not helpful: Measles at MedlinePlus");
});

test("Hides a link on a press, says so and that nothing was sent, and shows it again", async () => {
  const { section, asked } = await opened([marks([]), marks([link]), marks([])]);
  await press(section, "Not helpful");
  assert.equal(section.querySelector("a"), null);
  assert.equal(status(section), "“Measles at MedlinePlus” is hidden. Only here: nothing was sent.");
  assert.deepEqual(buttons(section), ["Undo"]);
  assert.equal((section.getRootNode() as ShadowRoot).activeElement?.textContent, "Undo");

  await press(section, "Undo");
  assert.equal(section.querySelector("a")!.getAttribute("href"), link.url);
  assert.equal(status(section), "“Measles at MedlinePlus” is shown again.");
  assert.deepEqual(asked.map(message => ("change" in message ? message.change : null)), [
    null, { link, isHidden: true, reason: null, isTold: true }, { link, isHidden: false, reason: null, isTold: true },
  ]);
});

test("Asks why only where researchers were told, and tells them", async () => {
  const { section, asked } = await opened([marks([]), marks([link], true), marks([link], true)], { settings: { contribute: "ask" } });
  await press(section, "Not helpful");
  assert.match(status(section), /Researchers are told of the link, not of you or this page\./);
  assert.deepEqual(buttons(section), ["Undo", "Another topic", "Does not open", "Too hard", "Too simple"]);

  await press(section, "Too hard");
  assert.deepEqual(asked.at(-1), { kind: "mark-links", links: [], change: { link, isHidden: true, reason: "tooHard", isTold: true } });
  assert.equal([...section.querySelectorAll("button")].find(button => button.textContent === "Too hard")!.getAttribute("aria-pressed"), "true");
  assert.equal(status(section), "Thank you.");
});

test("Keeps hidden what was hidden before", async () => {
  const { section } = await opened([marks([link])]);
  assert.equal(section.querySelector("a"), null);
  assert.deepEqual(buttons(section), ["Undo"]);
});

test("Tells nobody of what an educator recommended", async () => {
  const { section, asked } = await opened([marks([]), marks([link])], { settings: { contribute: "always" }, more: { class: "Physiology" } });
  await press(section, "Not helpful");
  assert.equal((asked.at(-1) as { change: { isTold: boolean } }).change.isTold, false);
});

test("Keeps nothing of a private window", async () => {
  const { section, asked } = await opened([], { settings: { contribute: "always" }, isPrivate: true });
  await press(section, "Not helpful");
  assert.equal(section.querySelector("a"), null);
  await press(section, "Undo");
  assert.notEqual(section.querySelector("a"), null);
  assert.deepEqual(asked, []);
});

test("Leaves a link hidden that the service could not be told of, and says so", async () => {
  const failed = { kind: "failed", trouble: "offline", retryAfter: null, detail: null } as unknown as LinkMarks;
  const { section } = await opened([marks([link]), failed]);
  await press(section, "Undo");
  assert.equal(section.querySelector("a"), null);
  assert.match(status(section), /stays hidden/);
});

test("Says what changed since the page was first scored", async () => {
  const window = open("https://en.wikipedia.org/wiki/Measles", article({ body: "<p>Text.</p>" }));
  enter(window);
  const text = "The score fell from 71 to 58 on 3 March 2026: source 14 was retracted.";
  openPanel({
    document: window.document, language: english, settings: { ...defaults("http://localhost:5080"), scoring: "click" }, channel: null, isPrivate: false,
    state: { kind: "scored", answer: { kind: "scored", assessment: { ...assessmentOf(), changes: [{ at: "2026-03-03T12:00:00Z", from: 71, to: 58, text, sources: [] }] }, kept: false }, note: null },
    page: { address: { kind: "wikipedia", language: "en", title: "Measles", revision: null, key: measles.key, webAddress: "https://en.wikipedia.org/wiki/Measles" }, revision: 12, isOld: false, anchors: [] },
    ask: (async () => null) as Ask, retry() {}, openSettings() {}, closed() {},
  });
  assert.equal(window.document.querySelector("credscore-panel")!.shadowRoot!.querySelector(".changes li")!.textContent, text);
});
