import type { TabState, ToolbarState } from "../shared/messages";
import type { Say } from "../shared/words";
import { bandWord, faceOf, type BadgeState } from "./badge-state";
import type { SitePage } from "./site-page";

/** What the popup is told of a page. */
export function tabStateOf(state: BadgeState, { address }: SitePage, channel: string | null, say: Say): TabState {
  const judged = judgedIn(state);
  return { key: address.key, site: address.kind, channel, words: faceOf(state, say).label, band: judged?.band ?? null, score: judged?.score ?? null, action: actionIn(state, say) };
}

/** What the toolbar's icon shows of a page. */
export function toolbarStateOf(state: BadgeState, say: Say): ToolbarState {
  const judged = judgedIn(state);
  return judged === null
    ? { band: null, score: null, title: `CredScore: ${faceOf(state, say).label}` }
    : { band: judged.band, score: judged.score ?? null, title: `CredScore: ${bandWord(judged.band, say)}` };
}

function judgedIn(state: BadgeState): Pick<ToolbarState, "band"> & { readonly band: NonNullable<ToolbarState["band"]>; readonly score?: number | null } | null {
  return state.kind === "scored" ? state.answer.assessment : state.kind === "known" ? state.score : null;
}

// What a press does, in a word or three; nothing while an answer is under way.
function actionIn(state: BadgeState, say: Say): string {
  switch (state.kind) {
    case "looking":
    case "scoring":
      return "";
    case "set-up":
      return say("badgeSetUp");
    case "unscored":
      return say(state.canAsk ? "badgeAsk" : "popupWhy");
    default:
      return say("popupWhy");
  }
}
