import { languageOf } from "../shared/words";
import type { ListsModule } from "../lists/lists";
import type { TabState } from "../shared/messages";
import type { PageBrowser } from "./page-browser";
import { followPages } from "./page-life";
import { PageSession, type Around, type Site } from "./page-session";
import type { SitePage } from "./site-page";
import { waitUntil } from "./wait";
import * as wikipedia from "./wikipedia-page";
import * as youtube from "./youtube-page";

const silent: TabState = { key: null, site: null, channel: null, words: "", band: null, score: null, action: "" };

/** Runs in a tab until its signal ends: one session for each page that the tab comes to show. */
export async function run(window: Window & typeof globalThis, browser: PageBrowser, signal: AbortSignal): Promise<void> {
  const settings = await browser.settings();
  const kind = window.location.hostname === "www.youtube.com" ? "youtube" : "wikipedia";

  if (signal.aborted || !settings[kind] || (browser.isPrivate && !settings.privateWindows)) {
    return;
  }

  const phrases = settings.language === "" ? null : await browser.ask({ kind: "words", language: settings.language });
  const around: Around = { document: window.document, browser, settings, language: languageOf(settings.language, phrases) };
  let session: PageSession | null = null;
  browser.whenAsked(message => (message.kind === "open-panel" && session?.open(), session?.tell() ?? silent), signal);

  followPages(window, {
    address: () => window.location.href,
    enter: view => {
      session = enter(around, new URL(window.location.href), view);
      void session?.start();
      void list(around, view);
    },
  }, signal);
}

function enter(around: Around, location: URL, signal: AbortSignal): PageSession | null {
  const { document, settings } = around;
  const isYouTube = location.hostname === "www.youtube.com";
  const page = isYouTube ? youtube.readYouTubePage(location) : wikipedia.readWikipediaPage(document, location);

  // The toolbar forgets the page before: by itself only when a page was loaded.
  if (page === null) {
    void around.browser.ask({ kind: "show-state", state: { band: null, score: null, title: "" } });
  }

  return page === null ? null : new PageSession(around, page, isYouTube ? youtubeSite(document, settings.channelsOff, youtube.isShort(location)) : wikipediaSite, signal);
}

const wikipediaSite: Site = { anchors: wikipedia.anchors, isReady: () => true, channel: () => null, isWanted: async () => true };

function youtubeSite(document: Document, channelsOff: readonly string[], isShort: boolean): Site {
  const isReady = ({ address }: SitePage): boolean => address.kind === "youtube" && (isShort || youtube.hasCaughtUp(document, address.videoId));
  const channel = (): string | null => youtube.channelOn(document);

  return {
    anchors: isShort ? [] : youtube.anchors,
    isReady,
    channel,
    // Only whoever has switched channels off waits for the page to tell which one this is.
    async isWanted(page, signal) {
      await (channelsOff.length === 0 ? true : waitUntil(document, () => isReady(page) && channel() !== null, signal));
      return !channelsOff.includes(channel() ?? "");
    },
  };
}

async function list({ document, browser, settings, language }: Around, signal: AbortSignal): Promise<void> {
  if (settings.lists && settings.scoring !== "unset") {
    const { startLists } = await browser.load<ListsModule>("lists");
    startLists({ document, language, ask: browser.ask, signal });
  }
}
