import type { ListsModule } from "../lists/lists";
import type { Entered, TabState } from "../shared/messages";
import { languageOf } from "../shared/words";
import type { PageBrowser } from "./page-browser";
import { followPages } from "./page-life";
import { PageSession, type Around } from "./page-session";
import type { Site } from "./site-page";
import { afterTheBadge } from "./wait";

const silent: TabState = { key: null, site: null, channel: null, words: "", band: null, score: null, action: "" };

/** Runs in a tab until its signal ends: one session for each page that the tab comes to show. */
export function run(window: Window & typeof globalThis, browser: PageBrowser, site: Site, entered: Entered | null, signal: AbortSignal): void {
  if (signal.aborted || entered === null || !entered.settings[site.kind] || (entered.isPrivate && !entered.settings.privateWindows)) {
    return;
  }

  const { settings, isPrivate, phrases } = entered;
  const around: Around = { document: window.document, browser, site, settings, isPrivate, language: languageOf(settings.language, phrases) };
  let session: PageSession | null = null;
  browser.whenAsked(message => (message.kind === "open-panel" && session?.open(), session?.tell() ?? silent), signal);

  followPages(window, {
    // To ask the window for its location costs when a script does it first.
    address: () => window.document.URL,
    enter: view => {
      session = enter(around, view);
      void session?.start();
      void list(around, view);
    },
  }, signal);
}

function enter(around: Around, signal: AbortSignal): PageSession | null {
  const page = around.site.pageOf(around.document, around.document.URL);

  // The toolbar forgets the page before: by itself only when a page was loaded.
  if (page === null) {
    void around.browser.ask({ kind: "show-state", state: { band: null, score: null, title: "" } });
  }

  return page === null ? null : new PageSession(around, page, signal);
}

async function list({ document, browser, settings, language }: Around, signal: AbortSignal): Promise<void> {
  if (settings.lists && settings.scoring !== "unset") {
    await afterTheBadge(document);

    if (!signal.aborted && !browser.isOrphan()) {
      const { startLists } = await browser.load<ListsModule>("lists");
      startLists({ document, language, ask: browser.ask, signal });
    }
  }
}
