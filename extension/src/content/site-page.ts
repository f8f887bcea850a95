import type { PageAddress } from "../shared/page-address";

/** A page that can be scored, as its site shows it just now. */
export interface SitePage {
  readonly address: PageAddress;
  /** The revision on the screen; null for videos and where the page does not tell. */
  readonly revision: number | null;
  /** Whether a newer revision exists. */
  readonly isOld: boolean;
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
