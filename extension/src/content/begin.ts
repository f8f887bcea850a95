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

function start(site: Site, browser: PageBrowser): void {
  let controller = new AbortController();
  const whole = new AbortController();
  let entered: Entered | null = null;
  // Left by an instance that was updated away under this page.
  document.querySelectorAll("credscore-badge, credscore-panel, credscore-strip, credscore-tip, credscore-mark, credscore-dot").forEach(element => element.remove());

  const leaveIfOrphan = (): void => {
    if (browser.isOrphan()) {
      whole.abort();
      controller.abort();
    }
  };

  const restart = async (): Promise<void> => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    entered = await browser.ask({ kind: "enter" });
    run(window, browser, site, entered, signal);
  };

  const listen = async (): Promise<void> => {
    await afterTheBadge(document);
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
