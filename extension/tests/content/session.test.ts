import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PageBrowser } from "../../src/content/page-browser";
import { run } from "../../src/content/tab";
import { wikipedia } from "../../src/content/wikipedia-page";
import { youtube } from "../../src/content/youtube-page";
import type { Answers, Message, TabMessage, TabState } from "../../src/shared/messages";
import { defaults, type Settings } from "../../src/shared/settings";
import { article, enter, open, watchPage } from "../support/pages";
import { assessmentOf, lecture, measles } from "../support/samples";
import { english } from "../support/words";

type Replies = { [K in Message["kind"]]?: (message: Extract<Message, { kind: K }>) => Answers[K] | null | Promise<Answers[K] | null> };

/** A tab with our script in it, and a worker that answers what the test says. */
class Tab {
  readonly asked: Message[] = [];
  readonly loaded: string[] = [];
  readonly controller = new AbortController();
  readonly window: Window & typeof globalThis;
  isOrphan = false;
  #popup: (message: TabMessage) => TabState = () => assert.fail("Nobody listens to the popup.");

  constructor(address: string, html: string) {
    this.window = open(address, html);
    enter(this.window);
    Object.assign(globalThis, { chrome: { i18n: { getMessage: (key: string, parts: string[] = []) => (key === "languageTag" ? "en" : english.say(key, ...parts)) } } });
  }

  async start(settings: Partial<Settings>, replies: Replies, isPrivate = false): Promise<this> {
    const browser: PageBrowser = {
      isOrphan: () => this.isOrphan,
      whenSettingsChange() {},
      whenAsked: answer => void (this.#popup = answer),
      load: async part => (this.loaded.push(part), { startMarks() {}, startLists() {}, openPanel: () => ({ show() {}, showTrouble() {}, dress() {}, close() {} }) } as never),
      ask: async <M extends Message>(message: M) => {
        this.asked.push(message);
        return (await (replies[message.kind] as ((asked: Message) => unknown) | undefined)?.(message) ?? null) as Answers[M["kind"]] | null;
      },
    };
    const entered = { settings: { ...defaults("http://localhost:5080"), scoring: "auto", ...settings } as const, isPrivate, phrases: {} };
    run(this.window, browser, this.window.location.hostname === "www.youtube.com" ? youtube : wikipedia, entered, this.controller.signal);
    await settle();
    return this;
  }

  get badge(): HTMLElement | null {
    return this.window.document.querySelector("credscore-badge");
  }

  get label(): string {
    return this.#button?.getAttribute("aria-label") ?? "";
  }

  get #button(): HTMLElement | null {
    return this.badge?.shadowRoot?.querySelector("button") ?? null;
  }

  get kinds(): string[] {
    return this.asked.map(({ kind }) => kind).filter(kind => kind !== "show-state");
  }

  async press(): Promise<void> {
    this.#button?.click();
    await settle();
  }

  tell(): TabState {
    return this.#popup({ kind: "tell" });
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise(resolve => setImmediate(resolve));
  }
};

const wiki = (): Tab => new Tab("https://en.wikipedia.org/wiki/Measles", article());
const video = (): Tab => new Tab("https://www.youtube.com/watch?v=c4r3dSc0rE1", watchPage("c4r3dSc0rE1"));
const known = { kind: "known", score: { band: "weak", score: 30.9, confidence: 0.7, revision: 12, fetchedAt: null } } as const;
const scored = (page = measles, change = {}): Answers["score"] => ({ kind: "scored", assessment: assessmentOf(page, change), kept: false });
const failed = (trouble: "offline" | "busy" | "update-needed" | "wrong-page", retryAfter: number | null = null) => ({ kind: "failed", trouble, retryAfter, detail: null }) as const;

describe("The badge", () => {
  test("Offers to be set up, and asks nothing, before the student has chosen", async () => {
    const tab = await wiki().start({ scoring: "unset" }, {});
    assert.equal(tab.badge?.dataset["state"], "set-up");
    assert.deepEqual(tab.kinds, []);
    await tab.press();
    assert.deepEqual(tab.kinds, ["open-page"]);
  });

  test("Says that it looks the page up", async () => {
    const tab = await wiki().start({}, { "look-up": () => new Promise(() => {}) });
    assert.equal(tab.badge?.dataset["state"], "looking");
  });

  test("Shows a known score at once and the whole one when it comes", async () => {
    const tab = await wiki().start({}, { "look-up": () => known, "score": () => scored() });
    assert.equal(tab.label, "CredScore: Fair 64 of 100.");
    assert.deepEqual(tab.kinds, ["look-up", "score"]);
  });

  test("Asks for a score only on a press, when the student wants it so", async () => {
    const tab = await wiki().start({ scoring: "click" }, { "look-up": () => ({ kind: "unknown" }), "score": () => scored() });
    assert.equal(tab.badge?.dataset["state"], "unscored");
    assert.deepEqual(tab.kinds, ["look-up"]);
    await tab.press();
    assert.equal(tab.label, "CredScore: Fair 64 of 100.");
  });

  test("Never asks for a score when the student wants no address sent", async () => {
    const tab = await wiki().start({ scoring: "prefix" }, { "look-up": () => known });
    await tab.press();
    assert.deepEqual(tab.kinds, ["look-up"]);
    assert.deepEqual(tab.loaded, ["panel"]);
  });

  test("Draws too little evidence without a number and without a colour of a band", async () => {
    const tab = await wiki().start({}, { "look-up": () => ({ kind: "unknown" }), "score": () => scored(measles, { score: null, band: "insufficient" }) });
    const button = tab.badge!.shadowRoot!.querySelector("button")!;
    assert.equal(button.dataset["tone"], "quiet");
    assert.equal(button.querySelector(".number")!.textContent, "");
    assert.match(tab.label, /neither good nor bad/);
  });

  for (const [name, reply, words] of [
    ["this device is offline", failed("offline"), /offline/], ["the service is busy", failed("busy", 90), /in 2 minutes/],
    ["an update is needed", failed("update-needed"), /Update/], ["the worker is gone", null, /does not answer/],
  ] as const) {
    test(`Shows no number when ${name}`, async () => {
      const tab = await wiki().start({}, { "look-up": () => reply });
      assert.equal(tab.badge?.dataset["state"], "failed");
      assert.match(tab.label, words);
      assert.doesNotMatch(tab.label, /of 100/);
    });
  }

  test("Says that a score was kept, is stale, or is of another revision", async () => {
    const label = async (answer: Answers["score"]): Promise<string> => (await wiki().start({}, { "look-up": () => ({ kind: "unknown" }), "score": () => answer })).label;
    assert.match(await label({ ...scored(), kept: true } as Answers["score"]), /From this device/);
    assert.match(await label(scored(measles, { stale: true })), /older score/);
    assert.match(await label(scored({ ...measles, revision: 11 })), /another revision/);

    const old = article().replace("\"wgRevisionId\":12", "\"wgRevisionId\":5");
    const tab = await new Tab("https://en.wikipedia.org/w/index.php?title=Measles&oldid=5", old).start({}, { "look-up": () => ({ kind: "unknown" }), "score": () => scored({ ...measles, revision: 5 }) });
    assert.match(tab.label, /old revision/);
  });

  test("Never shows the number of another page", async () => {
    const tab = await wiki().start({}, { "look-up": () => ({ kind: "unknown" }), "score": () => scored({ ...measles, key: "wikipedia:en:Rubella" }) });
    assert.equal(tab.badge?.dataset["state"], "failed");
  });

  test("Keeps the known number when the whole answer does not come", async () => {
    const tab = await wiki().start({}, { "look-up": () => known, "score": () => failed("busy") });
    assert.equal(tab.label, "CredScore: Weak 30 of 100.");
  });

  test("Falls silent when the service scores no such page and nobody asked; tells whoever did", async () => {
    const refusal = { kind: "failed", trouble: "not-scorable", retryAfter: null, detail: null } as const;
    const silent = await wiki().start({}, { "look-up": () => ({ kind: "unknown" }), "score": () => refusal });
    assert.equal(silent.badge?.hasAttribute("data-hidden"), true);

    const told = await wiki().start({ scoring: "click" }, { "look-up": () => ({ kind: "unknown" }), "score": () => refusal });
    await told.press();
    assert.match(told.label, /No score/);
  });

  test("Is silent where there is nothing to score, and clears the toolbar", async () => {
    const tab = await new Tab("https://en.wikipedia.org/wiki/Talk:Measles", article({ classes: "ns-1 action-view" })).start({}, {});
    assert.equal(tab.badge, null);
    assert.deepEqual(tab.asked, [{ kind: "show-state", state: { band: null, score: null, title: "" } }]);
  });

  test("Leaves private windows and sites that are switched off alone", async () => {
    assert.deepEqual((await wiki().start({}, {}, true)).asked, []);
    assert.deepEqual((await wiki().start({ wikipedia: false }, {})).asked, []);
  });

  test("Leaves a channel alone that is switched off", async () => {
    const tab = await video().start({ channelsOff: ["@TestClinic"] }, {});
    assert.equal(tab.badge, null);
    assert.deepEqual(tab.kinds, []);
  });
});

describe("Life in the tab", () => {
  test("Drops an answer that comes after the page was left", async () => {
    let reply: (answer: Answers["score"]) => void = () => {};
    const tab = await video().start({}, { "look-up": () => ({ kind: "unknown" }), "score": () => new Promise(resolve => (reply = resolve)) });
    tab.window.document.dispatchEvent(new tab.window.Event("yt-navigate-start"));
    reply(scored(lecture));
    await settle();
    assert.equal(tab.badge, null);
    assert.deepEqual(tab.asked.filter(({ kind }) => kind === "show-state"), []);
  });

  test("Takes the badge away when it stops, and leaves nothing of ours behind", async () => {
    const tab = await wiki().start({}, { "look-up": () => known, "score": () => scored() });
    assert.notEqual(tab.badge, null);
    tab.controller.abort();
    assert.equal(tab.window.document.documentElement.outerHTML.includes("credscore"), false);
  });

  test("Shows nothing more once the extension was taken from under it", async () => {
    const tab = wiki();
    await tab.start({ scoring: "click" }, { "look-up": () => ({ kind: "unknown" }), "score": () => ((tab.isOrphan = true), scored()) });
    await tab.press();
    assert.doesNotMatch(tab.label, /of 100/);
  });

  test("Tells the popup what it shows", async () => {
    const tab = await video().start({}, { "look-up": () => ({ kind: "unknown" }), "score": () => scored(lecture) });
    assert.deepEqual(tab.tell(), { key: "youtube:c4r3dSc0rE1", site: "youtube", channel: "@TestClinic", words: "Fair 64 of 100.", band: "fair", score: 64.58, action: "Why?" });
  });

  test("Lets every scored page join the dataset where the student chose so, and none without a score or of a private window", async () => {
    const replies = { "look-up": () => ({ kind: "unknown" }) as const, "score": () => scored() };
    const contributions = async (settings: Partial<Settings>, answers: Replies, isPrivate = false): Promise<Message[]> =>
      (await wiki().start(settings, answers, isPrivate)).asked.filter(({ kind }) => kind === "contribute");
    assert.deepEqual(await contributions({ contribute: "always" }, replies), [{ kind: "contribute", page: measles, wish: "by itself" }]);
    assert.deepEqual(await contributions({ contribute: "ask" }, replies), []);
    assert.deepEqual(await contributions({}, replies), []);
    assert.deepEqual(await contributions({ contribute: "always", scoring: "click" }, { "look-up": () => known }), []);
    assert.deepEqual(await contributions({ contribute: "always", privateWindows: true }, replies, true), []);
  });

  test("Loads the marks of an article only, and only when they are wanted", async () => {
    const replies = { "look-up": () => ({ kind: "unknown" }) as const, "score": () => scored() };
    assert.deepEqual((await wiki().start({}, replies)).loaded, ["marks"]);
    assert.deepEqual((await wiki().start({ marks: false }, replies)).loaded, []);
    assert.deepEqual((await video().start({}, { ...replies, "score": () => scored(lecture) })).loaded, []);
  });
});
