import type { Failure, LookUpAnswer, OpenPage, Scored, TabState } from "../shared/messages";
import type { Settings } from "../shared/settings";
import { followTheme, themeNow, type Theme } from "../shared/theme";
import type { Language } from "../shared/words";
import type { MarksModule } from "../marks/marks";
import { Badge, badgeWidths } from "./badge";
import type { BadgeState } from "./badge-state";
import { isOther, noteOf } from "./note";
import type { PageBrowser } from "./page-browser";
import { PanelDoor } from "./panel-door";
import { Standing } from "./standing";
import type { Site, SitePage } from "./site-page";
import { tabStateOf, toolbarStateOf } from "./tab-state";
import { afterTheBadge, waitUntil, whenIdle } from "./wait";

export interface Around {
  readonly document: Document;
  readonly browser: PageBrowser;
  readonly site: Site;
  readonly settings: Settings;
  readonly isPrivate: boolean;
  readonly language: Language;
}

/** One page on the screen, from the moment it is entered until its signal ends. */
export class PageSession {
  readonly #around: Around;
  readonly #page: SitePage;
  readonly #signal: AbortSignal;
  readonly #badge: Badge;
  readonly #panel: PanelDoor;
  #state: BadgeState = { kind: "looking" };
  #hasMarks = false;

  constructor(around: Around, page: SitePage, signal: AbortSignal) {
    this.#around = around;
    this.#page = page;
    this.#signal = signal;
    this.#badge = new Badge(around.document, around.language, around.settings.textSize, () => void this.#press(), () => this.#panel.prepare());
    this.#badge.host.setAttribute("data-key", page.address.key);
    this.#panel = new PanelDoor(around.browser, signal, (isOpen, hadFocus) => this.#turned(isOpen, hadFocus));
  }

  async start(): Promise<void> {
    const { document, settings, language, browser } = this.#around;

    // Only whoever has switched channels off waits for the page to tell which one this is.
    if (settings.channelsOff.length > 0 && !await this.#isWanted()) {
      return;
    }

    const isSetUp = settings.scoring !== "unset";
    const answer = isSetUp ? browser.ask({ kind: "look-up", page: this.#openPage }) : null;
    this.#show(isSetUp ? { kind: "looking" } : { kind: "set-up" });
    this.#dress(themeNow(document));
    void new Standing(this.#badge, document, this.#page.anchors, badgeWidths(language, settings.textSize), () => this.#isReady, this.#signal).start();
    void this.#follow();

    if (answer !== null) {
      this.#receive(await answer);
    }
  }

  /** What the popup is told. */
  tell(): TabState {
    return tabStateOf(this.#state, this.#page, this.#channel, this.#around.language.say);
  }

  open(): void {
    void this.#press();
  }

  get #openPage(): OpenPage {
    return { key: this.#page.address.key, revision: this.#page.revision, isOld: this.#page.isOld };
  }

  get #channel(): string | null {
    return this.#around.site.channelOf(this.#around.document);
  }

  get #isReady(): boolean {
    return this.#around.site.isReady(this.#around.document, this.#page);
  }

  get #canAsk(): boolean {
    return this.#around.settings.scoring === "auto" || this.#around.settings.scoring === "click";
  }

  #receive(answer: LookUpAnswer | null): void {
    const isAuto = this.#around.settings.scoring === "auto";

    switch (answer?.kind) {
      case "scored":
        return this.#settle({ kind: "scored", answer: answer.answer, note: noteOf(answer.answer, this.#page) });
      case "known":
        this.#settle({ kind: "known", score: answer.score, canAsk: this.#canAsk, note: isOther(answer.score.revision, this.#page) ? "other-revision" : null });
        return isAuto ? void this.#score("by itself") : undefined;
      case "unknown":
        return isAuto ? void this.#score("by itself") : this.#settle({ kind: "unscored", canAsk: this.#canAsk });
      default:
        return this.#settle({ kind: "failed", failure: answer ?? silence });
    }
  }

  // A press on a known number asks for its reasons; the number stays while they come.
  async #score(wish: "by itself" | "asked"): Promise<void> {
    const { browser, document } = this.#around;
    const before = this.#state;
    const content = await this.#around.site.contentOf(document, this.#page, this.#signal);

    if (before.kind !== "known") {
      this.#show({ kind: "scoring" });
      this.#panel.show({ kind: "scoring" });
    }

    const answer = await browser.ask({ kind: "score", page: this.#openPage, content });

    if (this.#signal.aborted || document.defaultView === null) {
      return;
    }

    if (answer?.kind === "scored" && answer.assessment.page.key === this.#page.address.key) {
      this.#settle({ kind: "scored", answer, note: noteOf(answer, this.#page) });
    } else {
      const failure = answer?.kind === "failed" ? answer : silence;

      // Nobody asked, and there is nothing to say.
      if (wish === "by itself" && failure.trouble === "not-scorable" && before.kind !== "known") {
        this.#fallSilent();
        return;
      }

      this.#settle(before.kind === "known" ? before : { kind: "failed", failure });

      if (before.kind === "known") {
        this.#panel.showTrouble(before, failure);
      }
    }
  }

  #settle(state: BadgeState): void {
    if (this.#signal.aborted || this.#around.browser.isOrphan()) {
      return;
    }

    this.#show(state);
    this.#panel.show(state);
    void this.#announce(state);

    if (state.kind === "scored") {
      void this.#mark(state.answer);
      this.#contribute(state.answer);
    }
  }

  // To ears and to the toolbar, as soon as the page has a moment.
  async #announce(state: BadgeState): Promise<void> {
    const { document, browser, language } = this.#around;
    await whenIdle(document);

    if (this.#state === state && !this.#signal.aborted && !browser.isOrphan()) {
      this.#badge.announce();
      await browser.ask({ kind: "show-state", state: toolbarStateOf(state, language.say) });
    }
  }

  async #follow(): Promise<void> {
    await afterTheBadge(this.#around.document);

    if (!this.#signal.aborted) {
      this.#badge.finish();
      followTheme(this.#around.document, this.#signal, theme => this.#dress(theme));
    }
  }

  async #isWanted(): Promise<boolean> {
    const { document, settings } = this.#around;
    await waitUntil(document, () => this.#isReady && this.#channel !== null, this.#signal);
    return !this.#signal.aborted && !settings.channelsOff.includes(this.#channel ?? "");
  }

  #fallSilent(): void {
    this.#badge.host.toggleAttribute("data-hidden", true);
    void this.#around.browser.ask({ kind: "show-state", state: { band: null, score: null, title: "" } });
  }

  #show(state: BadgeState): void {
    this.#state = state;
    this.#badge.draw(state);
  }

  async #press(): Promise<void> {
    const { browser } = this.#around;

    if (this.#state.kind === "set-up") {
      await browser.ask({ kind: "open-page", page: "welcome" });
    } else if (this.#panel.isOpen) {
      this.#panel.close();
    } else if (this.#state.kind === "unscored" && this.#state.canAsk) {
      await this.#score("asked");
    } else if (this.#state.kind !== "looking" && this.#state.kind !== "scoring") {
      await this.#openPanel();
    }
  }

  async #openPanel(): Promise<void> {
    const { document, browser, settings, language, isPrivate } = this.#around;
    const isOpened = await this.#panel.open({
      document, language, settings, page: this.#page, channel: this.#channel, state: this.#state, ask: browser.ask, isPrivate,
      retry: () => void this.#score("asked"),
      openSettings: () => void browser.ask({ kind: "open-page", page: "options" }),
    });

    // The click was the wish to know why.
    if (isOpened && this.#state.kind === "known" && this.#canAsk) {
      await this.#score("asked");
    }
  }

  #turned(isOpen: boolean, hadFocus: boolean): void {
    this.#badge.setExpanded(isOpen);

    if (hadFocus) {
      this.#badge.focus();
    }
  }

  async #mark({ assessment }: Scored): Promise<void> {
    const { document, browser, settings, language } = this.#around;

    if (settings.marks && !this.#hasMarks && this.#page.address.kind === "wikipedia") {
      this.#hasMarks = true;
      await whenIdle(document);

      if (this.#signal.aborted || browser.isOrphan()) {
        return;
      }

      const { startMarks } = await browser.load<MarksModule>("marks");
      startMarks({ document, language, references: assessment.references, textSize: settings.textSize, signal: this.#signal });
    }
  }

  // Chosen once for all pages: each that was scored joins the research dataset.
  #contribute({ kept }: Scored): void {
    const { browser, settings, isPrivate } = this.#around;

    if (settings.contribute === "always" && !kept && !isPrivate) {
      void browser.ask({ kind: "contribute", page: this.#openPage, wish: "by itself" });
    }
  }

  #dress(theme: Theme): void {
    this.#badge.host.setAttribute("data-theme", theme);
    this.#panel.dress(theme);
  }
}

const silence: Failure = { kind: "failed", trouble: "unreachable", retryAfter: null, detail: null };
