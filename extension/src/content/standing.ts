import type { Badge } from "./badge";
import { findSpot, placeAt, placeInCorner, type Widths } from "./place";
import type { Anchor } from "./site-page";
import { waitUntil } from "./wait";

/** Keeps the badge where it belongs: waits until the page shows what it is about, follows when lines wrap anew, comes back when the site draws its title again. */
export class Standing {
  readonly #document: Document;
  readonly #badge: Badge;
  readonly #anchors: readonly Anchor[];
  readonly #widths: Widths;
  readonly #isReady: () => boolean;
  readonly #resized: ResizeObserver;
  readonly #redrawn: MutationObserver;
  readonly #signal: AbortSignal;
  #watched: Element | null = null;
  #frame = 0;

  constructor(badge: Badge, document: Document, anchors: readonly Anchor[], widths: Widths, isReady: () => boolean, signal: AbortSignal) {
    this.#badge = badge;
    this.#document = document;
    this.#anchors = anchors;
    this.#widths = widths;
    this.#isReady = isReady;
    this.#signal = signal;
    this.#resized = new ResizeObserver(() => this.#soon());
    this.#redrawn = new MutationObserver(() => (badge.host.isConnected ? undefined : void this.start()));
    document.addEventListener("fullscreenchange", () => badge.host.toggleAttribute("data-hidden", document.fullscreenElement !== null), { signal });
    signal.addEventListener("abort", () => this.#stop());
  }

  /** Places the badge, at once if the page is ready; in the corner if there is no room for it or no title. */
  async start(): Promise<void> {
    await waitUntil(this.#document, () => this.#isReady() && this.#hasAnchor, this.#signal);

    if (!this.#signal.aborted && !this.#placeInLine()) {
      placeInCorner(this.#badge.host, this.#document);
    }
  }

  get #hasAnchor(): boolean {
    return this.#anchors.some(({ text }) => (this.#document.querySelector(text)?.textContent ?? "").trim() !== "");
  }

  #placeInLine(): boolean {
    const spot = this.#isReady() ? findSpot(this.#document, this.#anchors, this.#widths) : null;

    if (spot === null) {
      return false;
    }

    placeAt(this.#badge.host, spot);
    this.#watch(spot.after);
    return true;
  }

  #watch(anchor: Element): void {
    if (this.#watched !== anchor) {
      this.#watched = anchor;
      this.#resized.disconnect();
      this.#redrawn.disconnect();
      this.#resized.observe(anchor);
      this.#resized.observe(this.#document.body);
      this.#redrawn.observe(anchor.parentElement ?? anchor, { childList: true });
    }
  }

  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => (this.#signal.aborted || this.#placeInLine() ? undefined : placeInCorner(this.#badge.host, this.#document)));
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#resized.disconnect();
    this.#redrawn.disconnect();
    this.#badge.host.remove();
  }
}
