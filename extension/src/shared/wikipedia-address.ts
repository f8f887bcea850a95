import { encodeTitle, normaliseTitle } from "./article-title";
import { notScorable, type NotScorable } from "./not-scorable";
import type { ArticleAddress } from "./page-address";
import { cut, decode, positiveNumber, queryNumber, queryValue, type WebAddressParts } from "./web-address-parts";
import { namespaceRefusal, wikipediaRefusal } from "./wikipedia-namespaces";

const longestLanguage = 20;
const frontDoors: ReadonlySet<string> = new Set(["", "/", "/wiki", "/wiki/", "/w/index.php", "/w/index.php/", "/w/", "/w", "/index.php"]);

/** The language edition a host serves; null for any other host. The host is matched whole, label by label. */
export function languageOfHost(host: string): string | null {
  // wikipedia.org/wiki/Measles and www.wikipedia.org/wiki/Measles lead to the English edition.
  if (/^((www|m)\.)?wikipedia\.org$/.test(host)) {
    return "en";
  }

  // en.wikipedia.org; en.m.wikipedia.org, and www.en.wikipedia.org as people still write it
  const label = /^([^.]*)(?:\.m)?\.wikipedia\.org$/.exec(host)?.[1] ?? /^www\.([^.]*)\.wikipedia\.org$/.exec(host)?.[1];
  return label === undefined ? null : editionOf(label);
}

export function readWikipediaAddress(language: string, parts: WebAddressParts): ArticleAddress | NotScorable {
  // MediaWiki's own order: a search before everything, then the page's number, then the title, and a revision beside either.
  if (queryValue(parts, "search") !== null) {
    return wikipediaRefusal("search-page");
  }

  const revision = queryNumber(parts, "diff") ?? queryNumber(parts, "oldid");
  const pageId = queryNumber(parts, "curid");

  if (pageId !== null) {
    return articleOfNumber(language, "pageid", pageId, revision);
  }

  const path = parts.path.replace(/^\/\//, "/");
  const title = titleIn(language, path, parts);

  if (title !== null) {
    return readTitle(language, title, revision);
  }

  return revision === null
    ? wikipediaRefusal(frontDoors.has(path) ? "main-page" : "not-an-article")
    : articleOfNumber(language, "oldid", revision, revision);
}

/** The rest of a key behind `wikipedia:`. */
export function readWikipediaKey(rest: string): ArticleAddress | NotScorable {
  const [code, title] = cut(rest, ":");
  const language = title === undefined ? null : editionOf(code.toLowerCase());

  if (language === null || title === undefined) {
    return notScorable("not-an-address", "A page's key is wikipedia:, the language and the title, such as wikipedia:en:Measles.");
  }

  const [, kind, digits = ""] = /^#(pageid|oldid)=(.*)$/.exec(title) ?? [];
  const number = positiveNumber(digits);

  if (kind === undefined || number === null) {
    return readTitle(language, title, null);
  }

  return kind === "pageid" ? articleOfNumber(language, "pageid", number, null) : articleOfNumber(language, "oldid", number, number);
}

function readTitle(language: string, text: string, revision: string | null): ArticleAddress | NotScorable {
  const title = normaliseTitle(text, language);

  if (title === null) {
    return wikipediaRefusal("bad-title");
  }

  return namespaceRefusal(language, title) ?? {
    kind: "wikipedia",
    language,
    title,
    revision,
    key: `wikipedia:${language}:${title}`,
    webAddress: `https://${language}.wikipedia.org/wiki/${encodeTitle(title)}`,
  };
}

function articleOfNumber(language: string, kind: "pageid" | "oldid", number: string, revision: string | null): ArticleAddress {
  return {
    kind: "wikipedia",
    language,
    title: null,
    revision,
    key: `wikipedia:${language}:#${kind}=${number}`,
    webAddress: `https://${language}.wikipedia.org/?${kind === "pageid" ? "curid" : "oldid"}=${number}`,
  };
}

function titleIn(language: string, path: string, parts: WebAddressParts): string | null {
  const plain = /^\/(?:wiki|w\/index\.php)\/(.+)$/su.exec(path)?.[1];

  if (plain !== undefined) {
    return decode(plain);
  }

  if (frontDoors.has(path)) {
    return queryValue(parts, "title");
  }

  // https://zh.wikipedia.org/zh-hans/麻疹: the same article in another script
  const [, segment, variant] = /^.([^/]*)\/(.+)$/su.exec(path) ?? [];
  return segment !== undefined && variant !== undefined && isVariant(language, segment) ? decode(variant) : null;
}

function isVariant(language: string, segment: string): boolean {
  return language === "iu"
    ? segment.startsWith("ike-")
    : segment === language || (segment.startsWith(`${language}-`) && /^[a-z-]+$/.test(segment));
}

// Codes are matched by their shape, since editions are founded every year; hosts of that shape that are no edition are named.
const renamed: ReadonlyMap<string, string | null> = new Map([
  ["www", null], ["ten", null], ["api", null], ["wap", null],
  ["simple", "simple"],
  ["be-x-old", "be-tarask"],
  ["nb", "no"],
  ["cz", "cs"],
  ["dk", "da"],
  ["jp", "ja"],
  ["zh-cn", "zh"], ["zh-tw", "zh"],
  ["nan", "zh-min-nan"], ["minnan", "zh-min-nan"],
  ["yue", "zh-yue"],
  ["lzh", "zh-classical"],
  ["gsw", "als"],
]);

function editionOf(code: string): string | null {
  const known = renamed.get(code);
  const isCode = code.length <= longestLanguage && /^[a-z]{2,3}(-[a-z]+)*$/.test(code);
  return known !== undefined ? known : isCode ? code : null;
}
