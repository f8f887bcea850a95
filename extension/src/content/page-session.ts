import type { Failure, LookUpAnswer, OpenPage, Scored, TabState } from "../shared/messages";
import type { Settings } from "../shared/settings";
import { followTheme, type Theme } from "../shared/theme";
import type { Language } from "../shared/words";
import type { MarksModule } from "../marks/marks";
import type { Panel, PanelModule } from "../panel/panel";
import { Badge } from "./badge";
import { bandWord, faceOf, type BadgeState, type Note } from "./badge-state";
import type { PageBrowser } from "./page-browser";
import { Standing } from "./standing";
import type { Anchor, SitePage } from "./site-page";
import { readAnew, readInline } from "./video-content";

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
  #state: BadgeState = { kind: "looking" };
  #theme: Theme = "light";
  #panel: Panel | null = null;
  #hasMarks = false;

  constructor(around: Around, page: SitePage, site: Site, signal: AbortSignal) {
    this.#around = around;
    this.#page = page;
    this.#site = site;
    this.#signal = signal;
    this.#badge = new Badge(around.document, around.language, () => void this.#press(), () => void around.browser.load<PanelModule>("panel").catch(() => null));
    this.#badge.host.style.setProperty("--scale", String(around.settings.textSize));
    this.#badge.host.dataset["key"] = page.address.key;
    signal.addEventListener("abort", () => this.#panel?.close());
  }

  async start(): Promise<void> {
    const { document, settings, language, browser } = this.#around;

    if (!await this.#site.isWanted(this.#page, this.#signal) || this.#signal.aborted) {
      return;
    }

    this.#show(settings.scoring === "unset" ? { kind: "set-up" } : { kind: "looking" });
    followTheme(document, this.#signal, theme => this.#dress(theme));
    const widths = widthsFor(language, settings.textSize);
    void new Standing(this.#badge, document, this.#site.anchors, widths, () => this.#site.isReady(this.#page), this.#signal).start();

    if (settings.scoring !== "unset") {
      this.#receive(await browser.ask({ kind: "look-up", page: this.#openPage }));
    }
  }

  /** What the popup is told. */
  tell(): TabState {
    const { say } = this.#around.language;
    const score = this.#state.kind === "scored" ? this.#state.answer.assessment : this.#state.kind === "known" ? this.#state.score : null;
    return {
      key: this.#page.address.key, site: this.#page.address.kind, channel: this.#site.channel(), words: faceOf(this.#state, say).label,
      band: score?.band ?? null, score: score?.score ?? null, action: this.#action,
    };
  }

  // What a press does, in a word or three; nothing while an answer is under way.
  get #action(): string {
    const { say } = this.#around.language;

    switch (this.#state.kind) {
      case "looking":
      case "scoring":
        return "";
      case "set-up":
        return say("badgeSetUp");
      case "unscored":
        return say(this.#state.canAsk ? "badgeAsk" : "popupWhy");
      default:
        return say("popupWhy");
    }
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
      this.#panel?.show({ kind: "scoring" });
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
        this.#panel?.showTrouble(before, failure);
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
    this.#panel?.show(state);
    void this.#around.browser.ask({ kind: "show-state", state: this.#toolbar(state) });

    if (state.kind === "scored") {
      void this.#mark(state.answer);
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

  #toolbar(state: BadgeState): { band: TabState["band"]; score: number | null; title: string } {
    const { say } = this.#around.language;
    const judged = state.kind === "scored" ? state.answer.assessment : state.kind === "known" ? state.score : null;
    return judged === null
      ? { band: null, score: null, title: `CredScore: ${faceOf(state, say).label}` }
      : { band: judged.band, score: judged.score, title: `CredScore: ${bandWord(judged.band, say)}` };
  }

  async #press(): Promise<void> {
    const { browser } = this.#around;

    if (this.#state.kind === "set-up") {
      await browser.ask({ kind: "open-page", page: "welcome" });
    } else if (this.#panel !== null) {
      this.#panel.close();
    } else if (this.#state.kind === "unscored" && this.#state.canAsk) {
      await this.#score("asked");
    } else if (this.#state.kind !== "looking" && this.#state.kind !== "scoring") {
      await this.#openPanel();
    }
  }

  async #openPanel(): Promise<void> {
    const { document, browser, settings, language } = this.#around;
    const { openPanel } = await browser.load<PanelModule>("panel");

    if (this.#signal.aborted || this.#panel !== null) {
      return;
    }

    this.#panel = openPanel({
      document, language, settings, page: this.#page, channel: this.#site.channel(), state: this.#state,
      retry: () => void this.#score("asked"),
      openSettings: () => void browser.ask({ kind: "open-page", page: "options" }),
      closed: hadFocus => this.#closed(hadFocus),
    });
    this.#panel.dress(this.#theme);
    this.#badge.setExpanded(true);

    // The click was the wish to know why.
    if (this.#state.kind === "known" && this.#canAsk) {
      await this.#score("asked");
    }
  }

  #closed(hadFocus: boolean): void {
    this.#panel = null;
    this.#badge.setExpanded(false);

    if (hadFocus && !this.#signal.aborted) {
      this.#badge.focus();
    }
  }

  async #mark({ assessment }: Scored): Promise<void> {
    const { document, browser, settings, language } = this.#around;

    if (settings.marks && !this.#hasMarks && this.#page.address.kind === "wikipedia") {
      this.#hasMarks = true;
      const { startMarks } = await browser.load<MarksModule>("marks");
      startMarks({ document, language, references: assessment.references, textSize: settings.textSize, signal: this.#signal });
    }
  }

  #dress(theme: Theme): void {
    this.#theme = theme;
    this.#badge.host.dataset["theme"] = theme;
    this.#panel?.dress(theme);
  }
}

const silence: Failure = { kind: "failed", trouble: "unreachable", retryAfter: null, detail: null };

function noteOf({ assessment, kept }: Scored, page: SitePage): Note | null {
  return kept ? "kept" : assessment.stale ? "stale" : isOther(assessment.page.revision ?? null, page) ? "other-revision" : page.isOld ? "old-revision" : null;
}

function isOther(revision: number | null, page: SitePage): boolean {
  return revision !== null && page.revision !== null && revision !== page.revision;
}

// Room for the longest word that a number can stand with, so that the badge need not move when it comes.
function widthsFor({ say }: Language, scale: number): { whole: number; compact: number } {
  const longest = Math.max(...(["strong", "fair", "weak", "insufficient"] as const).map(band => bandWord(band, say).length));
  return { whole: Math.round((58 + 7 * longest) * scale), compact: Math.round(58 * scale) };
}
