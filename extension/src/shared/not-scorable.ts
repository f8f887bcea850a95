/** Why an address cannot be scored: the ids that the service uses too. */
export type Refusal =
  | "not-an-address" | "too-long" | "unsafe-address" | "other-site"
  | "main-page" | "search-page" | "special-page" | "talk-page" | "user-page" | "project-page" | "file-page" | "template-page"
  | "help-page" | "category-page" | "portal-page" | "draft-page" | "bad-title" | "not-an-article"
  | "playlist-page" | "channel-page" | "not-a-video";

export interface NotScorable {
  readonly kind: "not-scorable";
  readonly reason: Refusal;
  /** A sentence for the person whose page it is. */
  readonly text: string;
}

export function notScorable(reason: Refusal, text: string): NotScorable {
  return { kind: "not-scorable", reason, text };
}
