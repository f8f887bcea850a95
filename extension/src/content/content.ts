import { chromePageBrowser, type PageBrowser } from "./page-browser";
import { run } from "./tab";

/** Starts, starts anew when a setting changes, and takes everything away once the extension is gone. */
function start(browser: PageBrowser): void {
  let controller = new AbortController();
  const whole = new AbortController();
  // Left by an instance that was updated away under this page.
  document.querySelectorAll("credscore-badge, credscore-panel, credscore-strip, credscore-tip, credscore-mark, credscore-dot").forEach(element => element.remove());

  const leaveIfOrphan = (): void => {
    if (browser.isOrphan()) {
      whole.abort();
      controller.abort();
    }
  };

  const restart = (): void => {
    controller.abort();
    controller = new AbortController();
    void run(window, browser, controller.signal);
  };

  (["visibilitychange", "focusin", "pointerdown"] as const).forEach(kind => document.addEventListener(kind, leaveIfOrphan, { signal: whole.signal, passive: true }));
  window.addEventListener("focus", leaveIfOrphan, { signal: whole.signal });
  browser.whenSettingsChange(restart, whole.signal);
  restart();
}

// Frames are left alone: an embedded player belongs to the page around it.
if (window.top === window) {
  start(chromePageBrowser());
}
