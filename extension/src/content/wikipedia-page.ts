import { readPageAddress, type NotScorable, type PageAddress } from "../shared/page-address";
import type { Anchor, Site, SitePage } from "./site-page";

// All that is known of Wikipedia's markup, for Vector (2022 and legacy), Minerva and Monobook.

const anchors: readonly Anchor[] = [
  { text: "#firstHeading", within: ".mw-body-header, .page-heading, #content", beside: [".mw-indicators", "#p-lang-btn", ".vector-page-titlebar-toc", "#coordinates"] },
  { text: "#siteSub", within: "#bodyContent, #content", beside: [".mw-indicators", "#coordinates"] },
  { text: ".tagline", within: ".page-heading" },
];

/** Wikipedia: an article is there at once, has no channel, and is read by the service itself. */
export const wikipedia: Site = { kind: "wikipedia", pageOf: readWikipediaPage, isReady: () => true, channelOf: () => null, contentOf: async () => null };

/** The article that is read; null for everything else: other namespaces, editing, histories, differences, previews, start pages, empty pages. */
export function readWikipediaPage(document: Document, shown: string): SitePage | null {
  const { classList } = document.body;
  const search = new URLSearchParams(/\?([^#]*)/.exec(shown)?.[1]);
  const isReading = classList.contains("ns-0") && classList.contains("action-view") && !document.documentElement.classList.contains("ve-active");

  if (!isReading || ["diff", "veaction"].some(name => search.has(name)) || isEmpty(document) || document.getElementById("wikiPreview")?.hasChildNodes() === true) {
    return null;
  }

  const script = configurationOf(document);
  const address = articleAt(document, readPageAddress(shown));
  const isArticle = address !== null && !isSet(script, "wgIsMainPage") && numberIn(script, "wgArticleId") !== 0;
  return isArticle ? { address, ...revisionOf(script, search), anchors } : null;
}

// The note stands at the very beginning of the text; to look for it in all of a long article takes longer than to draw the badge.
function isEmpty(document: Document): boolean {
  for (let element = document.getElementById("mw-content-text"); element !== null; element = element.firstElementChild as HTMLElement | null) {
    if (element.classList.contains("noarticletext")) {
      return true;
    }
  }

  return false;
}

// A redirect shows its target's article: the canonical link names it, the address in the bar may not.
function articleAt(document: Document, shown: PageAddress | NotScorable): PageAddress | null {
  const canonical = document.head.querySelector<HTMLLinkElement>("link[rel=canonical]")?.getAttribute("href") ?? "";
  const named = readPageAddress(canonical);
  const isSameWiki = named.kind === "wikipedia" && shown.kind === "wikipedia" && named.language === shown.language;
  const best = isSameWiki && named.title !== null ? named : shown;
  return best.kind === "wikipedia" && best.title !== null ? { ...best, revision: null } : null;
}

function revisionOf(script: string, search: URLSearchParams): Pick<SitePage, "revision" | "isOld"> {
  const revision = numberIn(script, "wgRevisionId");
  const current = numberIn(script, "wgCurRevisionId");
  const asked = Number(search.get("oldid") ?? Number.NaN);
  const shown = revision ?? (Number.isSafeInteger(asked) && asked > 0 ? asked : null);
  return { revision: shown, isOld: shown !== null && current !== null ? shown !== current : Number.isSafeInteger(asked) && asked > 0 };
}

// The page's own configuration, read as text: RLCONF={"wgRevisionId":1279,…}; since a content script cannot see the page's variables.
function configurationOf(document: Document): string {
  const scripts = document.head.querySelectorAll("script:not([src])");
  return Array.from(scripts, script => script.textContent ?? "").find(text => text.includes("\"wgRevisionId\"")) ?? "";
}

function numberIn(script: string, name: string): number | null {
  const digits = new RegExp(`"${name}":(\\d{1,15})`).exec(script)?.[1];
  return digits === undefined ? null : Number(digits);
}

function isSet(script: string, name: string): boolean {
  return new RegExp(`"${name}":(true|!0)`).test(script);
}
