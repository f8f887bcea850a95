import { notScorable, type NotScorable } from "./not-scorable";
import type { VideoAddress } from "./page-address";
import { queryValue, type WebAddressParts } from "./web-address-parts";

const hosts: ReadonlySet<string> = new Set([
  "youtu.be", "www.youtu.be",
  "youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com",
  "youtube-nocookie.com", "www.youtube-nocookie.com",
]);

const folders: ReadonlySet<string> = new Set(["shorts", "embed", "live", "v", "e", "watch"]);

export function isYouTubeHost(host: string): boolean {
  return hosts.has(host);
}

export function readYouTubeAddress(parts: WebAddressParts): VideoAddress | NotScorable {
  const segments = parts.path.split("/").filter(segment => segment !== "");

  // https://youtu.be/c4r3dSc0rE1?t=90
  if (parts.host.endsWith("youtu.be")) {
    return readVideo(segments.length === 1 ? segments[0]! : "");
  }

  return refusalOf(segments, parts) ?? readVideo(videoIn(segments, parts));
}

/** A video by its id. */
export function readVideo(id: string): VideoAddress | NotScorable {
  return /^[A-Za-z0-9_-]{11}$/.test(id)
    ? { kind: "youtube", videoId: id, key: `youtube:${id}`, webAddress: `https://www.youtube.com/watch?v=${id}` }
    : notScorable("not-a-video", "This YouTube address does not lead to a video.");
}

function videoIn(segments: readonly string[], parts: WebAddressParts): string {
  const [folder, video] = segments;

  // https://www.youtube.com/watch?v=c4r3dSc0rE1
  if (folder === "watch" && segments.length === 1) {
    return queryValue(parts, "v") ?? "";
  }

  // https://www.youtube.com/shorts/c4r3dSc0rE1, /embed/…, /live/…, /v/…, /e/…, /watch/…
  return folder !== undefined && folders.has(folder) && segments.length === 2 ? video! : "";
}

function refusalOf(segments: readonly string[], parts: WebAddressParts): NotScorable | null {
  const [folder = ""] = segments;
  const path = segments.join("/");
  const isList = path === "watch" && queryValue(parts, "v") === null && queryValue(parts, "list") !== null;

  if (path === "playlist" || path === "embed/videoseries" || isList) {
    return notScorable("playlist-page", "This is a playlist, not a video. Open one of its videos and paste its address.");
  }

  // /embed/live_stream?channel=…: whatever the channel sends just now, although the word has an id's eleven characters
  if (["channel", "c", "user"].includes(folder) || folder.startsWith("@") || path === "embed/live_stream") {
    return notScorable("channel-page", "This is a channel, not a video. Open one of its videos and paste its address.");
  }

  if (path === "results" || folder === "hashtag") {
    return notScorable("search-page", "This is a search, not a video. Open one of the videos and paste its address.");
  }

  return path === "" || folder === "feed"
    ? notScorable("main-page", "This is a start page, not a video. Open a video and paste its address.")
    : null;
}
