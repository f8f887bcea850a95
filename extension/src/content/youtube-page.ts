import { readVideo } from "../shared/youtube-address";
import type { Anchor, Site, SitePage } from "./site-page";
import { readAnew, readInline } from "./video-content";

// All that is known of YouTube's desktop markup.

const anchors: readonly Anchor[] = [
  { text: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #title h1", within: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #title" },
  { text: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #owner", within: "ytd-watch-flexy:not([hidden]) ytd-watch-metadata #top-row", beside: ["ytd-watch-flexy:not([hidden]) ytd-watch-metadata #actions"] },
  { text: "ytd-watch-grid ytd-watch-metadata #title h1" },
];

export const youtube: Site = {
  kind: "youtube",
  pageOf: (_, address) => readYouTubePage(address),
  // A short's address says which one is shown.
  isReady: (document, { address, anchors: places }) => address.kind === "youtube" && (places.length === 0 || hasCaughtUp(document, address.videoId)),
  channelOf: channelOn,
  contentOf: async (document, { address }, signal) => (address.kind === "youtube" ? readInline(document, address.videoId) ?? readAnew(address.videoId, signal) : null),
};

/** The video of the address: an ordinary one, a live one or a short, which fills the window and leaves no line of text to stand in. Players in other pages, `/embed/…`, are left alone. */
export function readYouTubePage(shown: string): SitePage | null {
  const [, kind, id, query = ""] = /^https:\/\/[^/]+\/(shorts|live|watch)(?:\/([^/?#]*))?\/?(?:\?([^#]*))?(?:#|$)/.exec(shown) ?? [];
  const address = readVideo((kind === "watch" && id === undefined ? /^(?:.*&)?v=([^&]*)/.exec(query)?.[1] : id) ?? "");
  return kind !== undefined && address.kind === "youtube" ? { address, revision: null, isOld: false, anchors: kind === "shorts" ? [] : anchors } : null;
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
