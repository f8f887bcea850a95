import { isOwn } from "../shared/elements";
import type { Entered } from "../shared/messages";
import { chromePageBrowser, type PageBrowser } from "./page-browser";
import type { Site } from "./site-page";
import { run } from "./tab";
import { afterTheBadge } from "./wait";

/** Starts on a site's pages, starts anew when a setting changes, and takes everything away once the extension is gone. */
export function begin(site: Site): void {
  // Frames are left alone: an embedded player belongs to the page around it.
  if (window.top === window) {
    start(site, chromePageBrowser());
  }
}

const elements = ["badge", "panel", "strip", "tip", "mark", "dot"] as const;

// Left by an instance that was updated away under this page, or drawn by a page that feigns one. To look for it in a long article takes longer than to draw the badge.
function clearAway(document: Document): void {
  elements.flatMap(name => Array.from(document.getElementsByTagName(`credscore-${name}`))).filter(element => !isOwn(element)).forEach(element => element.remove());
}

function start(site: Site, browser: PageBrowser): void {
  let controller: AbortController | null = null;
  let entered: Entered | null = null;

  const restart = async (): Promise<void> => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    entered = await browser.ask({ kind: "enter" });
    run(window, browser, site, entered, signal);
  };

  const listen = async (): Promise<void> => {
    await afterTheBadge(document);
    clearAway(document);
    const whole = new AbortController();
    const leaveIfOrphan = (): void => {
      if (browser.isOrphan()) {
        whole.abort();
        controller?.abort();
      }
    };

    (["visibilitychange", "focusin", "pointerdown"] as const).forEach(kind => document.addEventListener(kind, leaveIfOrphan, { signal: whole.signal, passive: true }));
    window.addEventListener("focus", leaveIfOrphan, { signal: whole.signal });
    leaveIfOrphan();

    if (!whole.signal.aborted) {
      browser.whenSettingsChange(() => void restart(), whole.signal);
      // Whatever was changed before somebody listened.
      const now = await browser.ask({ kind: "enter" });
      await (now === null || JSON.stringify(now.settings) === JSON.stringify(entered?.settings) ? undefined : restart());
    }
  };

  void restart();
  void listen();
}
