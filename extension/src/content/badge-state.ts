import type { Band } from "../shared/band";
import { wholePoints } from "../shared/band";
import type { Failure, KnownScore, Scored, Trouble } from "../shared/messages";
import type { ShapeName } from "../shared/shapes";
import type { Say } from "../shared/words";

/** What the badge can say. A page that cannot be scored has no badge at all. */
export type BadgeState =
  | { readonly kind: "set-up" } // nothing has been chosen yet, so nothing is asked
  | { readonly kind: "looking" }
  | { readonly kind: "scoring" }
  | { readonly kind: "unscored"; readonly canAsk: boolean }
  | { readonly kind: "known"; readonly score: KnownScore; readonly canAsk: boolean; readonly note: Note | null }
  | { readonly kind: "scored"; readonly answer: Scored; readonly note: Note | null }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Why a number may not be the latest word: kept here, stale at the service, of another revision than the one on the screen, or of an old one as the screen shows it. */
export type Note = "kept" | "stale" | "other-revision" | "old-revision";

/** What is drawn: a shape, a word and perhaps a number; `label` is what is read out. */
export interface Face {
  readonly shape: ShapeName;
  readonly tone: Band | "quiet";
  readonly word: string;
  readonly number: string;
  readonly note: string;
  readonly label: string;
}

/** Unknown and failing are quiet: grey, in words, without a number. */
export function faceOf(state: BadgeState, say: Say): Face {
  switch (state.kind) {
    case "set-up":
      return quiet("ask", say("badgeSetUp"), say("badgeSetUpLabel"));
    case "looking":
      return quiet("looking", say("badgeLooking"), say("badgeLookingLabel"));
    case "scoring":
      return quiet("looking", say("badgeScoring"), say("badgeScoringLabel"));
    case "unscored":
      return state.canAsk ? quiet("ask", say("badgeAsk"), say("badgeAskLabel")) : quiet("insufficient", say("badgeUnknown"), say("badgeUnknownLabel"));
    case "known":
      return judged(state.score, state.note, say);
    case "scored":
      return judged({ band: state.answer.assessment.band, score: state.answer.assessment.score }, state.note, say);
    case "failed":
      return quiet(state.failure.trouble === "offline" ? "away" : "away", troubleWord(state.failure.trouble, say), troubleText(state.failure, say));
  }
}

export function bandWord(band: Band, say: Say): string {
  return say(`band_${band}`);
}

/** What happened, in a sentence. */
export function troubleText({ trouble, retryAfter }: Failure, say: Say): string {
  return retryAfter !== null && trouble === "busy" ? say("trouble_busyFor", waitIn(retryAfter, say)) : say(`trouble_${keyOf(trouble)}`);
}

export function noteText(note: Note, say: Say): string {
  return say(`note_${note.replace("-r", "R")}`);
}

function troubleWord(trouble: Trouble, say: Say): string {
  return trouble === "offline" ? say("badgeOffline") : trouble === "update-needed" ? say("badgeUpdate") : trouble === "not-scorable" || trouble === "missing" ? say("badgeNoScore") : say("badgeUnavailable");
}

function keyOf(trouble: Trouble): string {
  return trouble.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function waitIn(seconds: number, say: Say): string {
  return seconds < 60 ? say("seconds", String(seconds)) : say("minutes", String(Math.ceil(seconds / 60)));
}

function quiet(shape: ShapeName, word: string, label: string): Face {
  return { shape, tone: "quiet", word, number: "", note: "", label };
}

function judged({ band, score }: { readonly band: Band; readonly score: number | null }, note: Note | null, say: Say): Face {
  const word = bandWord(band, say);
  const remark = note === null ? "" : noteText(note, say);
  const number = score === null ? "" : wholePoints(score);
  const label = score === null ? say("badgeInsufficientLabel") : say("badgeScoredLabel", word, number);
  return { shape: band, tone: band === "insufficient" ? "quiet" : band, word, number, note: remark, label: remark === "" ? label : `${label} ${remark}` };
}
