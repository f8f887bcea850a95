import { readRecommendations } from "../shared/assessment";
import { readPageAddress, type PageAddress } from "../shared/page-address";
import type { Answers, KnownScore, Link, MarkChange, Message, MessageOf, OpenPage, ServiceTest } from "../shared/messages";
import { languageOfHost } from "../shared/wikipedia-address";
import { readSettings, rulesetFor, serviceAddress, type Settings } from "../shared/settings";
import { badgePhrases } from "../shared/words";
import type { Browser, Sender } from "./browser";
import { Contributions } from "./contributions";
import { collectsAppraisals, withClassRules } from "./class-rules";
import { LookUps } from "./look-ups";
import { NotHelpful } from "./not-helpful";
import { Scores, type Question } from "./scores";
import { failure, Service } from "./service";

/** One for each kind of message; a missing one does not compile. */
type Handlers = { readonly [K in Message["kind"]]: (message: MessageOf<K>, sender: Sender) => Promise<Answers[K]> };

/** Who may send what: tabs ask about their own site's pages, our own pages set things up. */
const senders: Readonly<Record<Message["kind"], "page" | "own" | "both">> = {
  "enter": "page", "look-up": "page", "score": "page", "look-up-many": "page", "show-state": "page", "words": "own", "open-page": "both", "test-service": "own", "forget": "own",
  "contribution": "page", "contribute": "page", "take-back": "page", "count-contributions": "own", "take-all-back": "own", "mark-links": "page", "recommendations": "page", "collects-appraisals": "page",
};

const mostKeys = 50;

/** Answers what tabs and our own pages ask. Holds no state: settings and kept answers are read anew each time, since the worker may have just started. */
export class Desk {
  readonly #browser: Browser;
  readonly #default: string;

  constructor(browser: Browser, service: string) {
    this.#browser = browser;
    this.#default = service;
  }

  /** Undefined for what is no message of ours, or comes from where it may not. */
  answer(message: unknown, sender: Sender): Promise<unknown> | undefined {
    if (!isMessage(message) || !this.#mayAsk(message, sender)) {
      return undefined;
    }

    // The union guarantees the pair; TypeScript cannot follow it through the index.
    const handler = this.#handlers[message.kind] as (message: Message, sender: Sender) => Promise<unknown>;
    return handler(message, sender);
  }

  readonly #handlers: Handlers = {
    "enter": (_, { isPrivate }) => this.#enter(isPrivate),
    "look-up": ({ page }, sender) => this.#lookUp(page, sender),
    "score": ({ page, content }, sender) => this.#score({ page, content, sender }),
    "look-up-many": ({ keys }, sender) => this.#lookUpMany(keys, sender),
    "show-state": async ({ state }, { tabId }) => (tabId === null ? null : (await this.#browser.showState(tabId, state), null)),
    "words": ({ language }) => this.#words(language),
    "open-page": async ({ page }) => (await (page === "options" ? this.#browser.openOptions() : this.#browser.openTab("welcome.html")), null),
    "test-service": ({ service }) => this.#test(service),
    "contribution": ({ page }, sender) => this.#contribution(page, sender),
    "contribute": ({ page, wish }, sender) => this.#contribute(page, wish, sender),
    "take-back": ({ page }, sender) => this.#takeBack(page, sender),
    "count-contributions": async () => ({ pages: await new Contributions(this.#browser, "").count(), links: await new NotHelpful(this.#browser, "", false).count() }),
    "take-all-back": async () => await new Contributions(this.#browser, "").takeAllBack() + await new NotHelpful(this.#browser, "", false).takeAllBack(),
    "mark-links": ({ links, change }, sender) => this.#markLinks(links, change, sender),
    "recommendations": ({ page }, sender) => this.#recommendations(page, sender),
    "collects-appraisals": async (_, { isPrivate }) => !isPrivate && collectsAppraisals(this.#browser, await this.#choices()),
    "forget": async () => (await Promise.all([this.#browser.clear("local"), this.#browser.clear("session")]), null),
  };

  async #enter(isPrivate: boolean): Promise<Answers["enter"]> {
    const settings = await this.#choices();
    return { settings, isPrivate, phrases: await this.#words(settings.language) ?? Object.fromEntries(badgePhrases.map(key => [key, this.#browser.phrase(key)])) };
  }

  async #lookUp(page: OpenPage, sender: Sender): Promise<Answers["look-up"]> {
    const settings = await this.#settings();
    const question = this.#question({ page, content: null, sender }, settings);

    if (question === null || settings.scoring === "unset") {
      return failure("refused");
    }

    const { service, scores } = this.#tools(settings);
    const kept = await scores.recall(question);

    if (kept?.isFresh === true) {
      return { kind: "scored", answer: { kind: "scored", assessment: kept.value, kept: false } };
    }

    // The bucket tells of the latest revision only.
    const known = page.isOld ? null : await new LookUps(this.#browser, service, settings.service, question.ruleset).find(question.address);

    if (known !== null && "kind" in known) {
      return kept === null ? known : { kind: "scored", answer: { kind: "scored", assessment: kept.value, kept: true } };
    }

    return known === null ? { kind: "unknown" } : { kind: "known", score: known };
  }

  async #score(asked: Asked): Promise<Answers["score"]> {
    const settings = await this.#settings();
    const question = this.#question(asked, settings);
    return question === null || settings.scoring === "unset" || settings.scoring === "prefix" ? failure("refused") : this.#tools(settings).scores.score(question);
  }

  async #lookUpMany(keys: readonly string[], sender: Sender): Promise<Record<string, KnownScore>> {
    const settings = await this.#settings();
    const pages = keys.slice(0, mostKeys).map(key => addressOfTab(key, sender)).filter(address => address !== null);
    return settings.lists && settings.scoring !== "unset" ? new LookUps(this.#browser, this.#tools(settings).service, settings.service, rulesetFor(siteOf(sender.address) === "youtube" ? "youtube" : "wikipedia", settings)).findMany(pages) : {};
  }

  async #contribution(page: OpenPage, sender: Sender): Promise<Answers["contribution"]> {
    const address = addressOfTab(page.key, sender);
    return address === null ? failure("refused") : { kind: "contribution", isIn: await new Contributions(this.#browser, "").isIn(address) };
  }

  // Only what the student has chosen to allow, and of that only what was scored for them and is kept here.
  async #contribute(page: OpenPage, wish: MessageOf<"contribute">["wish"], sender: Sender): Promise<Answers["contribute"]> {
    const settings = await this.#settings();
    const question = this.#question({ page, content: null, sender }, settings);
    const isAllowed = settings.contribute === "always" || (settings.contribute === "ask" && wish === "asked");
    const mayName = settings.scoring === "auto" || settings.scoring === "click";
    const scored = question?.mayKeep === true && isAllowed && mayName ? await this.#tools(settings).scores.recall(question) : null;
    return question === null || scored === null ? failure("refused") : new Contributions(this.#browser, settings.service).add(question.address, scored.value, wish);
  }

  async #takeBack(page: OpenPage, sender: Sender): Promise<Answers["take-back"]> {
    const address = addressOfTab(page.key, sender);
    return address === null ? failure("refused") : new Contributions(this.#browser, "").takeBack(address);
  }

  async #markLinks(links: readonly Link[], change: MarkChange | null, sender: Sender): Promise<Answers["mark-links"]> {
    const { service, contribute, scoring } = await this.#choices();
    const maySend = change?.isTold === true && contribute !== "never" && (scoring === "auto" || scoring === "click");
    const marks = new NotHelpful(this.#browser, service, maySend);

    // Nothing of a private window is kept, nor told.
    if (sender.isPrivate) {
      return { kind: "marks", hidden: change?.isHidden === true ? [change.link] : [], isSent: false };
    }

    return change === null ? marks.find(links.slice(0, mostKeys)) : change.isHidden ? marks.hide(change.link, change.reason) : marks.show(change.link);
  }

  // By the title of what was scored and is kept here: the service has been told of the page before, and learns beside it the class's code.
  async #recommendations(page: OpenPage, sender: Sender): Promise<Answers["recommendations"]> {
    const settings = await this.#settings();
    const question = this.#question({ page, content: null, sender }, settings);
    const mayName = settings.classCode !== "" && (settings.scoring === "auto" || settings.scoring === "click");
    const { service, scores } = this.#tools(settings);
    const title = question === null || !mayName ? null : (await scores.recall(question))?.value.page.title ?? null;

    if (title === null) {
      return [];
    }

    const reply = await service.ask({ path: `/v1/alternatives?${new URLSearchParams({ topic: title.slice(0, 200), class: settings.classCode })}`, seconds: 15 });
    return reply.kind === "content" ? readRecommendations(reply.content) : [];
  }

  async #words(language: string): Promise<Record<string, string> | null> {
    if (!/^[a-z]{2}$/.test(language)) {
      return null;
    }

    const response = await this.#browser.fetch(this.#browser.addressOf(`_locales/${language}/messages.json`), {});
    const entries = Object.entries(await response.json() as Record<string, { readonly message: string }>);
    return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
  }

  async #test(address: string): Promise<ServiceTest> {
    const service = serviceAddress(address);

    if (service === null) {
      return failure("refused");
    }

    const start = this.#browser.now();
    const reply = await new Service(this.#browser, service).ask({ path: "/v1/rulesets", seconds: 10 });
    const milliseconds = this.#browser.now() - start;
    return reply.kind === "content" ? rulesetsOf(reply.content, milliseconds) : reply.kind === "failed" ? reply : failure("refused");
  }

  async #choices(): Promise<Settings> {
    const [chosen, policy] = await Promise.all([this.#browser.read("sync"), this.#browser.read("managed").catch(() => ({}))]);
    return readSettings(this.#default, chosen, policy);
  }

  // With the class's rules in place of the student's own choice of rules.
  async #settings(): Promise<Settings> {
    const settings = await this.#choices();
    return settings.scoring === "unset" ? settings : withClassRules(this.#browser, settings);
  }

  #tools(settings: Settings): { service: Service; scores: Scores } {
    const service = new Service(this.#browser, settings.service);
    return { service, scores: new Scores(this.#browser, service) };
  }

  #question({ page, content, sender }: Asked, settings: Settings): Question | null {
    const address = addressOfTab(page.key, sender);
    const isOff = address === null || !settings[address.kind] || (sender.isPrivate && !settings.privateWindows);
    return isOff ? null : { page, address, content, ruleset: rulesetFor(address.kind, settings), mayKeep: !sender.isPrivate };
  }

  #mayAsk({ kind }: Message, { extension, address }: Sender): boolean {
    const isOwn = address?.startsWith(this.#browser.addressOf("")) === true;
    const isPage = siteOf(address) !== null;
    return extension === this.#browser.extensionId && ((isOwn && senders[kind] !== "page") || (isPage && senders[kind] !== "own"));
  }
}

interface Asked {
  readonly page: OpenPage;
  readonly content: MessageOf<"score">["content"];
  readonly sender: Sender;
}

/** A page by its key, if it belongs to the site of the tab that asks: no page can make us look up another site's. */
function addressOfTab(key: string, sender: Sender): PageAddress | null {
  const address = /^(wikipedia|youtube):/.test(key) ? readPageAddress(key) : null;
  const site = siteOf(sender.address);
  return address !== null && address.kind !== "not-scorable" && address.key === key && (address.kind === "youtube" ? site === "youtube" : site === address.language) ? address : null;
}

/** `youtube`, the language of a Wikipedia, or null for any other address. */
function siteOf(address: string | null): string | null {
  const { protocol, hostname } = address !== null && URL.canParse(address) ? new URL(address) : { protocol: "", hostname: "" };
  return protocol !== "https:" ? null : hostname === "www.youtube.com" ? "youtube" : languageOfHost(hostname);
}

function rulesetsOf(content: unknown, milliseconds: number): ServiceTest {
  const isList = Array.isArray(content) && content.every(item => [item?.id, item?.name, item?.site].every(part => typeof part === "string"));
  return isList ? { kind: "answers", rulesets: content.map(({ id, name, site }) => ({ id, name, site })), milliseconds } : failure("update-needed");
}

function isMessage(message: unknown): message is Message {
  const { kind } = typeof message === "object" && message !== null ? message as { kind?: unknown } : {};
  return typeof kind === "string" && Object.hasOwn(senders, kind);
}
