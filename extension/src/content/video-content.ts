import type { VideoContent } from "../shared/messages";

const mostCharacters = 6_000_000;
const names = { player: "ytInitialPlayerResponse", next: "ytInitialData" } as const;

/** What the page's own scripts say about a video, as JSON text. They belong to the first page of the tab: null when they name another video. */
export function readInline(document: Document, videoId: string): VideoContent | null {
  const player = jsonOf(document, names.player);
  const next = jsonOf(document, names.next);
  return player !== null && namesVideo(player, videoId) ? { player, ...(next !== null && next.includes(`"videoId":"${videoId}"`) ? { next } : {}) } : null;
}

/**
 * The same from the video's own page, asked anew of YouTube, without cookies: after moving inside the site the open page no longer holds it.
 * Null when YouTube answers with something else, such as its question about cookies.
 */
export async function readAnew(videoId: string, signal: AbortSignal): Promise<VideoContent | null> {
  try {
    const response = await fetch(`/watch?v=${videoId}`, { credentials: "omit", signal, redirect: "error" });
    const html = response.ok ? await response.text() : "";
    return html === "" || html.length > mostCharacters ? null : readInline(new DOMParser().parseFromString(html, "text/html"), videoId);
  } catch {
    return null;
  }
}

// var ytInitialPlayerResponse = {…};var meta = …   |   var ytInitialData = {…};
function jsonOf(document: Document, name: string): string | null {
  const start = new RegExp(`^\\s*(?:var\\s+|window\\["?)${name}(?:"\\])?\\s*=\\s*\\{`);
  // Of dozens of scripts, some with megabytes, none is read behind the one that is looked for.
  const text = Array.from(document.querySelectorAll("script:not([src])")).find(script => start.test((script.textContent ?? "").slice(0, 200)))?.textContent ?? null;

  if (text === null || text.length > mostCharacters) {
    return null;
  }

  const from = text.indexOf("{");
  const next = text.indexOf("};var ", from);
  const to = next < 0 ? text.lastIndexOf("}") : next;
  return to < from ? null : text.slice(from, to + 1);
}

function namesVideo(player: string, videoId: string): boolean {
  const details = player.indexOf("\"videoDetails\":{");
  return details >= 0 && player.startsWith(`"videoId":"${videoId}"`, details + "\"videoDetails\":{".length);
}
