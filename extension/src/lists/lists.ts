import { bandWord } from "../content/badge-state";
import { wholePoints } from "../shared/band";
import { own } from "../shared/elements";
import type { Ask, KnownScore } from "../shared/messages";
import { readPageAddress } from "../shared/page-address";
import { drawShape } from "../shared/shapes";
import { followTheme, type Theme } from "../shared/theme";
import type { Language } from "../shared/words";
import css from "./lists.css";

export interface ListsContext {
  readonly document: Document;
  readonly language: Language;
  readonly ask: Ask;
  readonly signal: AbortSignal;
}

export interface ListsModule {
  startLists(context: ListsContext): void;
}

/** Lists of pages: where they stand, the link in each item that names the page, and what the dot follows. */
const lists = [
  // Wikipedia's search
  { list: "ul.mw-search-results", link: ".mw-search-result-heading a[href]" },
  // YouTube's search, then what it offers beside a video
  { list: "ytd-search ytd-section-list-renderer > #contents", link: "ytd-video-renderer a#video-title[href], yt-lockup-view-model h3 a[href]" },
  { list: "#related #items, #related ytd-item-section-renderer > #contents", link: "ytd-compact-video-renderer a[href*='/watch?v='] h3, yt-lockup-view-model h3 a[href]" },
] as const;

const mostAtOnce = 50;
const settleFor = 400;

/** A dot beside every page of a list that the service already knows. It learns the buckets that were asked for, never the pages. */
export function startLists(context: ListsContext): void {
  const { document, signal } = context;
  const sheet = new document.defaultView!.CSSStyleSheet();
  let theme: Theme = "light";
  let timer = 0;
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  followTheme(document, signal, next => {
    theme = next;
    document.querySelectorAll<HTMLElement>("credscore-dot").forEach(dot => void (dot.dataset["theme"] = next));
  });

  const look = async (): Promise<void> => {
    const links = linksIn(document);
    const keys = [...new Set(links.map(({ key }) => key))].slice(0, mostAtOnce);
    const known = keys.length === 0 || document.hidden ? null : await context.ask({ kind: "look-up-many", keys });

    if (known !== null && !signal.aborted) {
      links.filter(({ key }) => keys.includes(key)).forEach(({ link, key }) => mark(context, link, key, known[key], theme));
      return links.some(({ key }) => !keys.includes(key)) ? soon() : undefined;
    }
  };

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), settleFor) as unknown as number;
  };

  const observer = new MutationObserver(soon);
  // Lists appear late and fill while one scrolls: their own children are watched, nothing deeper, and the page around them not at all.
  const watch = (): void => document.querySelectorAll(lists.map(({ list }) => list).join()).forEach(list => observer.observe(list, { childList: true }));
  [0, 500, 1_500, 4_000].forEach(wait => setTimeout(() => (signal.aborted ? undefined : (watch(), soon())), wait));
  document.addEventListener("visibilitychange", soon, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
    document.querySelectorAll("credscore-dot").forEach(dot => dot.remove());
    document.querySelectorAll("[data-credscore-key]").forEach(link => link.removeAttribute("data-credscore-key"));
  });
}

function linksIn(document: Document): { readonly link: Element; readonly key: string }[] {
  const links = lists.flatMap(({ list, link }) => Array.from(document.querySelectorAll(list), element => Array.from(element.querySelectorAll(link))).flat());
  return links.flatMap(link => {
    const address = readPageAddress(link.closest("a")?.href ?? "");
    const isNew = address.kind !== "not-scorable" && link.getAttribute("data-credscore-key") !== address.key;
    return isNew ? [{ link, key: address.key }] : [];
  });
}

// Nodes are used again for other pages: the key tells whose dot it is.
function mark({ document, language: { say } }: ListsContext, link: Element, key: string, score: KnownScore | undefined, theme: Theme): void {
  link.querySelector(":scope > credscore-dot")?.remove();
  link.setAttribute("data-credscore-key", key);

  if (score === undefined) {
    return;
  }

  const number = score.score === null ? "" : wholePoints(score.score);
  const dot = own(document.createElement("credscore-dot"));
  dot.dataset["band"] = score.band;
  dot.dataset["theme"] = theme;
  dot.setAttribute("role", "img");
  dot.setAttribute("aria-label", score.score === null ? say("badgeInsufficientLabel") : say("badgeScoredLabel", bandWord(score.band, say), number));
  dot.title = dot.getAttribute("aria-label") ?? "";
  dot.append(drawShape(document, score.band), number);
  link.append(dot);
}
