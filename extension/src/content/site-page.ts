import type { VideoContent } from "../shared/messages";
import type { PageAddress } from "../shared/page-address";

/** A page that can be scored, as its site shows it just now. */
export interface SitePage {
  readonly address: PageAddress;
  /** The revision on the screen; null for videos and where the page does not tell. */
  readonly revision: number | null;
  /** Whether a newer revision exists. */
  readonly isOld: boolean;
  /** Where the badge can stand, the best place first; none where the page leaves no room. */
  readonly anchors: readonly Anchor[];
}

/** One of the two sites: all that a session needs to know of it. */
export interface Site {
  readonly kind: PageAddress["kind"];
  /** The page that is shown; null when there is nothing to score. */
  pageOf(document: Document, address: string): SitePage | null;
  /** Whether the elements on the screen already belong to the page. */
  isReady(document: Document, page: SitePage): boolean;
  /** The page's channel, once it is shown. */
  channelOf(document: Document): string | null;
  /** What the page itself holds of its subject, for a service that then need not fetch it. */
  contentOf(document: Document, page: SitePage, signal: AbortSignal): Promise<VideoContent | null>;
}

/** Where the badge can stand: at the end of a line of text, as long as nothing else is there. */
export interface Anchor {
  /** The text whose last line the badge follows. */
  readonly text: string;
  /** The box it must stay in; the text's own when absent. */
  readonly within?: string;
  /** What else may stand in that line. */
  readonly beside?: readonly string[];
}
