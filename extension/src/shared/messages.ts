import type { Assessment } from "./assessment";
import type { Band } from "./band";
import type { Alternative, MarkReason } from "./contract";
import type { Settings } from "./settings";

export type { MarkReason } from "./contract";

/** A page as its own tab shows it. */
export interface OpenPage {
  /** Canonical key. */
  readonly key: string;
  /** The revision on the screen; null for a video and where the page does not tell. */
  readonly revision: number | null;
  /** True when a newer revision exists: then only exactly this one may be shown. */
  readonly isOld: boolean;
}

/** What YouTube's own page holds of a video; whatever could not be read is left out. */
export interface VideoContent {
  readonly player?: unknown;
  readonly next?: unknown;
}

/** Why there is no answer. */
export type Trouble =
  | "offline" // this device has no network
  | "unreachable" // the service does not answer
  | "refused" // the service answers with an error
  | "busy" // too many requests, or its own sources are down; try again later
  | "no-permission" // the browser does not let us ask this service
  | "update-needed" // an answer that this version cannot read
  | "wrong-page" // an answer about another page
  | "not-scorable" // the service says that this page gets no score
  | "missing"; // no such page

export interface Failure {
  readonly kind: "failed";
  readonly trouble: Trouble;
  /** Seconds to wait; null when unknown. */
  readonly retryAfter: number | null;
  /** The service's own sentence; null when it has none. */
  readonly detail: string | null;
}

/** A score without its reasons. */
export interface KnownScore {
  readonly band: Band;
  readonly score: number | null;
  readonly confidence: number;
  readonly revision: number | null;
  readonly fetchedAt: string | null;
}

export type LookUpAnswer =
  | { readonly kind: "known"; readonly score: KnownScore }
  | { readonly kind: "scored"; readonly answer: Scored }
  | { readonly kind: "unknown" }
  | Failure;

export interface Scored {
  readonly kind: "scored";
  readonly assessment: Assessment;
  /** True when it was kept here and the service could not be asked just now. */
  readonly kept: boolean;
}

export type ScoreAnswer = Scored | Failure;

/** Whether a page is in the research dataset by the student's choice. */
export type ContributionAnswer = { readonly kind: "contribution"; readonly isIn: boolean } | Failure;

/** A better page as it was offered. */
export interface Link {
  readonly topic: string;
  readonly url: string;
}

export interface MarkChange {
  readonly link: Link;
  readonly isHidden: boolean;
  readonly reason: MarkReason | null;
  /** False for links that researchers are never told of. */
  readonly isTold: boolean;
}

/** Which links are hidden on this device. */
export interface LinkMarks {
  readonly kind: "marks";
  readonly hidden: readonly Link[];
  /** Whether researchers were told of what was just hidden: only where the student agreed. */
  readonly isSent: boolean;
}

/** What the toolbar shows of a tab. */
export interface ToolbarState {
  readonly band: Band | null;
  readonly score: number | null;
  /** In words; empty for the name alone. */
  readonly title: string;
}

/** What a tab has to know before it asks for anything. */
export interface Entered {
  readonly settings: Settings;
  readonly isPrivate: boolean;
  /** Phrases of the language that was chosen; of the browser's own, those of the badge. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** What pages and content scripts ask of the worker. */
export type Message =
  | { readonly kind: "enter" }
  | { readonly kind: "look-up"; readonly page: OpenPage }
  | { readonly kind: "score"; readonly page: OpenPage; readonly content: VideoContent | null }
  | { readonly kind: "look-up-many"; readonly keys: readonly string[] }
  | { readonly kind: "show-state"; readonly state: ToolbarState }
  | { readonly kind: "words"; readonly language: string }
  | { readonly kind: "open-page"; readonly page: "options" | "welcome" }
  | { readonly kind: "test-service"; readonly service: string }
  | { readonly kind: "forget" }
  | { readonly kind: "contribution"; readonly page: OpenPage } // whether the page is in the dataset by this student's choice
  | { readonly kind: "contribute"; readonly page: OpenPage; readonly wish: "asked" | "by itself" }
  | { readonly kind: "take-back"; readonly page: OpenPage }
  | { readonly kind: "count-contributions" }
  | { readonly kind: "take-all-back" }
  | { readonly kind: "mark-links"; readonly links: readonly Link[]; readonly change: MarkChange | null } // hides or shows a link, or tells which are hidden
  | { readonly kind: "recommendations"; readonly page: OpenPage } // what the class's educator recommends on a scored page
  | { readonly kind: "collects-appraisals" }; // whether the class that was joined takes what its members think of pages

export interface Answers {
  "enter": Entered;
  "look-up": LookUpAnswer;
  "score": ScoreAnswer;
  "look-up-many": Readonly<Record<string, KnownScore>>;
  "show-state": null;
  "words": Readonly<Record<string, string>> | null;
  "open-page": null;
  "test-service": ServiceTest;
  "forget": null;
  "contribution": ContributionAnswer;
  "contribute": ContributionAnswer;
  "take-back": ContributionAnswer;
  /** How many pages. */
  "count-contributions": { readonly pages: number; readonly links: number };
  /** How many pages could not be taken back. */
  "take-all-back": number;
  "mark-links": LinkMarks | Failure;
  "recommendations": readonly Alternative[];
  "collects-appraisals": boolean;
}

export type MessageOf<K extends Message["kind"]> = Extract<Message, { kind: K }>;

export type ServiceTest =
  | { readonly kind: "answers"; readonly rulesets: readonly { readonly id: string; readonly name: string; readonly site: string }[]; readonly milliseconds: number }
  | Failure;

/** What the popup asks of a tab's content script. */
export type TabMessage = { readonly kind: "tell" } | { readonly kind: "open-panel" };

/** What a tab tells the popup. */
export interface TabState {
  readonly key: string | null;
  readonly site: "wikipedia" | "youtube" | null;
  readonly channel: string | null;
  readonly words: string;
  readonly band: Band | null;
  readonly score: number | null;
  /** What a press on the badge does, in a word or three; empty while it does nothing. */
  readonly action: string;
}

/** Sends a message and gives the answer; null when the extension was reloaded and this page is orphaned, or the worker went away. */
export type Ask = <M extends Message>(message: M) => Promise<Answers[M["kind"]] | null>;
