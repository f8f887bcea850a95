import type { Failure, LookUpAnswer, OpenPage, Scored, TabState } from "../shared/messages";
import type { Settings } from "../shared/settings";
import { followTheme, type Theme } from "../shared/theme";
import type { Language } from "../shared/words";
import type { MarksModule } from "../marks/marks";
import { Badge, badgeWidths } from "./badge";
import type { BadgeState } from "./badge-state";
import { isOther, noteOf } from "./note";
import type { PageBrowser } from "./page-browser";
import { PanelDoor } from "./panel-door";
import { Standing } from "./standing";
import type { Anchor, SitePage } from "./site-page";
import { tabStateOf, toolbarStateOf } from "./tab-state";
import { readAnew, readInline } from "./video-content";
import { whenIdle } from "./wait";

/** What a session needs to know of its site. */
export interface Site {
  readonly anchors: readonly Anchor[];
  /** Whether the elements on the page already belong to it. */
  isReady(page: SitePage): boolean;
  /** Its channel, once the page shows it. */
  channel(): string | null;
  /** Whether the student wants scores here; waits, if it must, until the page tells. */
  isWanted(page: SitePage, signal: AbortSignal): Promise<boolean>;
}

export interface Around {
  readonly document: Document;
  readonly browser: PageBrowser;
  readonly settings: Settings;
  readonly language: Language;
}

/** One page on the screen, from the moment it is entered until its signal ends. */
export class PageSession {
  readonly #around: Around;
  readonly #page: SitePage;
  readonly #site: Site;
  readonly #signal: AbortSignal;
  readonly #badge: Badge;
  readonly #panel: PanelDoor;
  #state: BadgeState = { kind: "looking" };
  #hasMarks = false;

  constructor(around: Around, page: SitePage, site: Site, signal: AbortSignal) {
    this.#around = around;
    this.#page = page;
    this.#site = site;
    this.#signal = signal;
    this.#badge = new Badge(around.document, around.language, () => void this.#press(), () => this.#panel.prepare());
    this.#badge.host.style.setProperty("--scale", String(around.settings.textSize));
    this.#badge.host.dataset["key"] = page.address.key;
    this.#panel = new PanelDoor(around.browser, signal, (isOpen, hadFocus) => this.#turned(isOpen, hadFocus));
  }

  async start(): Promise<void> {
    const { document, settings, language, browser } = this.#around;

    if (!await this.#site.isWanted(this.#page, this.#signal) || this.#signal.aborted) {
      return;
    }

    this.#show(settings.scoring === "unset" ? { kind: "set-up" } : { kind: "looking" });
    followTheme(document, this.#signal, theme => this.#dress(theme));
    const widths = badgeWidths(language, settings.textSize);
    void new Standing(this.#badge, document, this.#site.anchors, widths, () => this.#site.isReady(this.#page), this.#signal).start();

    if (settings.scoring !== "unset") {
      this.#receive(await browser.ask({ kind: "look-up", page: this.#openPage }));
    }
  }

  /** What the popup is told. */
  tell(): TabState {
    return tabStateOf(this.#state, this.#page, this.#site.channel(), this.#around.language.say);
  }

  open(): void {
    void this.#press();
  }

  get #openPage(): OpenPage {
    return { key: this.#page.address.key, revision: this.#page.revision, isOld: this.#page.isOld };
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
    const content = await this.#content();

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

  async #content(): Promise<{ player?: unknown; next?: unknown } | null> {
    const { address } = this.#page;
    return address.kind === "youtube" ? readInline(this.#around.document, address.videoId) ?? await readAnew(address.videoId, this.#signal) : null;
  }

  #settle(state: BadgeState): void {
    if (this.#signal.aborted || this.#around.browser.isOrphan()) {
      return;
    }

    this.#show(state);
    this.#badge.announce(state);
    this.#panel.show(state);
    void this.#around.browser.ask({ kind: "show-state", state: toolbarStateOf(state, this.#around.language.say) });

    if (state.kind === "scored") {
      void this.#mark(state.answer);
      this.#contribute(state.answer);
    }
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
    const { document, browser, settings, language } = this.#around;
    const isOpened = await this.#panel.open({
      document, language, settings, page: this.#page, channel: this.#site.channel(), state: this.#state, ask: browser.ask, isPrivate: browser.isPrivate,
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
    const { browser, settings } = this.#around;

    if (settings.contribute === "always" && !kept && !browser.isPrivate) {
      void browser.ask({ kind: "contribute", page: this.#openPage, wish: "by itself" });
    }
  }

  #dress(theme: Theme): void {
    this.#badge.host.dataset["theme"] = theme;
    this.#panel.dress(theme);
  }
}

const silence: Failure = { kind: "failed", trouble: "unreachable", retryAfter: null, detail: null };
