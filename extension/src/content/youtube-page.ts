import { readPageAddress } from "../shared/page-address";
import type { Anchor, SitePage } from "./site-page";

// All that is known of YouTube's desktop markup.

export const anchors: readonly Anchor[] = [
  { text: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #title h1", within: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #title" },
  { text: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #owner", within: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #top-row", beside: ["ytd-watch-flexy:not([hidden]) ytd-watch-metadata #actions"] },
  { text: "ytd-watch-grid ytd-watch-metadata #title h1" },
];

/** A short fills the window and leaves no line of text to stand in; its address says which one is shown. */
export function isShort(location: { readonly pathname: string }): boolean {
  return location.pathname.startsWith("/shorts/");
}

/** The video of the address: an ordinary one, a live one or a short. Players in other pages, `/embed/…`, are left alone. */
export function readYouTubePage(location: URL): SitePage | null {
  const isVideo = /^\/(watch$|shorts\/|live\/)/.test(location.pathname);
  const address = readPageAddress(location.href);
  return isVideo && address.kind === "youtube" ? { address, revision: null, isOld: false } : null;
}

/** Whether the page's elements already show this video: after moving they show the former one for a while. */
export function hasCaughtUp(document: Document, videoId: string): boolean {
  const watch = document.querySelector("ytd-watch-flexy:not([hidden]), ytd-watch-grid:not([hidden])");
  return watch?.getAttribute("video-id") === videoId;
}

/** Handle or id of the video's channel, once the page shows it. */
export function channelOn(document: Document): string | null {
  const link = document.querySelector("ytd-watch-flexy:not([hidden]) a.ytd-video-owner-renderer[href], ytd-watch-flexy:not([hidden]) #channel-name a[href], ytd-reel-video-renderer[is-active] a[href^='/@']");
  return /^\/(@[^/?#]+|channel\/(UC[\w-]{22}))/.exec(link?.getAttribute("href") ?? "")?.slice(1).filter(Boolean).at(-1) ?? null;
}
