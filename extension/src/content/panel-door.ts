import type { Failure } from "../shared/messages";
import type { Theme } from "../shared/theme";
import type { Panel, PanelContext, PanelModule } from "../panel/panel";
import type { BadgeState } from "./badge-state";
import type { PageBrowser } from "./page-browser";

/** The way to the explanation of one page, whose code is loaded when it is first wanted. */
export class PanelDoor {
  readonly #browser: PageBrowser;
  readonly #signal: AbortSignal;
  readonly #turned: (isOpen: boolean, hadFocus: boolean) => void;
  #panel: Panel | null = null;
  #theme: Theme = "light";

  /** @param turned Told when it was opened or closed, and whether the reading point was inside. */
  constructor(browser: PageBrowser, signal: AbortSignal, turned: (isOpen: boolean, hadFocus: boolean) => void) {
    this.#browser = browser;
    this.#signal = signal;
    this.#turned = turned;
  }

  get isOpen(): boolean {
    return this.#panel !== null;
  }

  /** Fetches what opening will need. */
  prepare(): void {
    void this.#load().catch(() => null);
  }

  /** False when the page was left, or another press was quicker, while it was loading. */
  async open(context: Omit<PanelContext, "closed">): Promise<boolean> {
    const { openPanel } = await this.#load();

    if (this.#signal.aborted || this.#panel !== null) {
      return false;
    }

    this.#signal.addEventListener("abort", () => this.close(), { once: true });
    this.#panel = openPanel({ ...context, closed: hadFocus => this.#closed(hadFocus) });
    this.#panel.dress(this.#theme);
    this.#turned(true, false);
    return true;
  }

  show(state: BadgeState): void {
    this.#panel?.show(state);
  }

  showTrouble(state: BadgeState, failure: Failure): void {
    this.#panel?.showTrouble(state, failure);
  }

  dress(theme: Theme): void {
    this.#theme = theme;
    this.#panel?.dress(theme);
  }

  close(): void {
    this.#panel?.close();
  }

  #load(): Promise<PanelModule> {
    return this.#browser.load<PanelModule>("panel");
  }

  #closed(hadFocus: boolean): void {
    this.#panel = null;
    this.#turned(false, hadFocus && !this.#signal.aborted);
  }
}
