// The twin of scoring-model/CredScore.Scoring/Pages: tests/addresses.json holds both to the same answers.
import { notScorable, type NotScorable } from "./not-scorable";
import { hasControl, splitWebAddress, trimWhiteSpace, type WebAddressParts } from "./web-address-parts";
import { languageOfHost, readWikipediaAddress, readWikipediaKey } from "./wikipedia-address";
import { isYouTubeHost, readVideo, readYouTubeAddress } from "./youtube-address";

export type { NotScorable, Refusal } from "./not-scorable";

/** Where a page is: an article of a language edition, or a video. Only ever valid; see {@link readPageAddress}. */
export type PageAddress = ArticleAddress | VideoAddress;

export interface ArticleAddress {
  readonly kind: "wikipedia";
  /** Language edition in lower case. */
  readonly language: string;
  /** Title with spaces and a capital first letter; null while only a page or revision number is known. */
  readonly title: string | null;
  /** The revision that was asked for; null for the latest. Decimal digits: eighteen of them do not fit a number here. */
  readonly revision: string | null;
  /** Canonical: `wikipedia:{language}:{title}`, or `wikipedia:{language}:#{pageid or oldid}={number}` until the wiki has told the title. */
  readonly key: string;
  /** Canonical address of the page, whatever revision was asked for. */
  readonly webAddress: string;
}

export interface VideoAddress {
  readonly kind: "youtube";
  readonly videoId: string;
  /** Canonical: `youtube:{videoId}`. */
  readonly key: string;
  readonly webAddress: string;
}

/** Longest text that is looked at, in UTF-16 units as in C#. */
export const mostCharacters = 2048;

/** Reads any shape of address that people paste or a tab shows. */
export function readPageAddress(text: string): PageAddress | NotScorable {
  const trimmed = trimWhiteSpace(text);

  if (trimmed === "") {
    return notScorable("not-an-address", "There is no address. Paste the address of a Wikipedia article or YouTube video.");
  }

  if (trimmed.length > mostCharacters) {
    return notScorable("too-long", "This address is longer than 2,048 characters. Paste the plain address of the article.");
  }

  if (hasControl(trimmed)) {
    return notScorable("unsafe-address", "This address holds line breaks or other characters that cannot be seen. Paste the plain address.");
  }

  // wikipedia:en:Measles, youtube:c4r3dSc0rE1
  if (/^wikipedia:/i.test(trimmed)) {
    return readWikipediaKey(trimmed.slice("wikipedia:".length));
  }

  if (/^youtube:/i.test(trimmed)) {
    return readVideo(trimmed.slice("youtube:".length));
  }

  const parts = splitWebAddress(trimmed);
  return "kind" in parts ? parts : readParts(parts);
}

/** SHA-256 of the key's UTF-8 bytes in lower-case hexadecimal. */
export async function keyHash(address: PageAddress): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(address.key));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, "0")).join("");
}

/** What `GET /v1/scores/lookup/{prefix}` is asked for: it fits so many pages that the service does not learn which one is open. */
export async function lookupPrefix(address: PageAddress): Promise<string> {
  return (await keyHash(address)).slice(0, 5);
}

function readParts(parts: WebAddressParts): PageAddress | NotScorable {
  const language = languageOfHost(parts.host);

  if (language !== null) {
    return readWikipediaAddress(language, parts);
  }

  return isYouTubeHost(parts.host)
    ? readYouTubeAddress(parts)
    : notScorable("other-site", "CredScore scores Wikipedia articles and YouTube videos; this address leads to another site.");
}
