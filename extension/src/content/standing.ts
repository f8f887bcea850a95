import type { Badge } from "./badge";
import { findSpot, placeInCorner, shiftTo, type Shift, type Spot, type Widths } from "./place";
import type { Anchor } from "./site-page";
import { afterTheBadge, waitUntil } from "./wait";

const unmoved: Shift = { x: 0, y: 0 };

/**
 * Keeps the badge where it belongs: waits until the page shows what it is about, follows when lines wrap anew, comes back when the site draws its title again.
 * All measuring is done when the browser has just laid out the page (that is when a ResizeObserver is called, also for a badge that was taken away), so that none is forced by us; and never in a hidden tab.
 */
export class Standing {
  readonly #document: Document;
  readonly #badge: Badge;
  readonly #host: HTMLElement;
  readonly #anchors: readonly Anchor[];
  readonly #widths: Widths;
  readonly #isReady: () => boolean;
  readonly #laidOut: ResizeObserver;
  readonly #signal: AbortSignal;
  #shift = unmoved;
  #hasStood = false;
  // Where there was room: other words in the badge need no other place.
  #spot: Spot | null = null;

  constructor(badge: Badge, document: Document, anchors: readonly Anchor[], widths: Widths, isReady: () => boolean, signal: AbortSignal) {
    this.#document = document;
    this.#badge = badge;
    this.#host = badge.host;
    this.#anchors = anchors;
    this.#widths = widths;
    this.#isReady = isReady;
    this.#signal = signal;
    this.#laidOut = new ResizeObserver(entries => (this.#spot !== null && this.#host.isConnected && entries.every(({ target }) => target === this.#host) ? this.#standAt(this.#spot) : this.#place()));
    void this.#followFullscreen();
    signal.addEventListener("abort", () => this.#stop());
  }

  /** Places the badge, as soon as the page is ready; in the corner if there is no title at all. */
  async start(): Promise<void> {
    let anchor: Element | null = null;
    await waitUntil(this.#document, () => {
      anchor = this.#isReady() ? this.#anchor : null;
      return anchor !== null || (this.#anchors.length === 0 && this.#isReady());
    }, this.#signal);

    if (this.#signal.aborted) {
      return;
    }

    if (anchor === null) {
      this.#standInCorner();
    } else {
      this.#standAfter(anchor);
    }
  }

  get #anchor(): Element | null {
    for (const { text } of this.#anchors) {
      const element = this.#document.querySelector(text);

      if ((element?.textContent ?? "").trim() !== "") {
        return element;
      }
    }

    return null;
  }

  // Unseen until the next layout tells where its anchor's line ends.
  #standAfter(anchor: Element): void {
    if (this.#hasStood) {
      this.#host.removeAttribute("data-placed");
      this.#host.style.transform = "";
      this.#laidOut.disconnect();
    }

    this.#hasStood = true;
    this.#shift = unmoved;
    this.#spot = null;
    anchor.parentNode?.insertBefore(this.#host, anchor.nextSibling);
    this.#laidOut.observe(anchor);
    this.#laidOut.observe(this.#document.body);
    this.#laidOut.observe(this.#host);
  }

  #place(): void {
    if (!this.#host.isConnected) {
      this.#laidOut.disconnect();
      void this.start();
      return;
    }

    const spot = this.#isReady() ? findSpot(this.#document, this.#anchors, this.#widths) : null;
    this.#spot = null;

    if (spot === null) {
      this.#standInCorner();
    } else {
      this.#standAt(spot);
    }
  }

  #standAt(spot: Spot): void {
    if (spot.size === "compact") {
      this.#badge.finish();
    }

    if (this.#host.previousElementSibling === spot.after) {
      this.#shift = shiftTo(this.#host, spot, this.#shift);
      this.#spot = spot;
    } else {
      this.#standAfter(spot.after);
    }
  }

  #standInCorner(): void {
    this.#badge.finish();
    placeInCorner(this.#host, this.#document);
  }

  async #followFullscreen(): Promise<void> {
    const look = (): void => void this.#host.toggleAttribute("data-covered", this.#document.fullscreenElement !== null);
    await afterTheBadge(this.#document);

    if (!this.#signal.aborted) {
      this.#document.addEventListener("fullscreenchange", look, { signal: this.#signal });
      look();
    }
  }

  #stop(): void {
    this.#laidOut.disconnect();
    this.#host.remove();
  }
}
