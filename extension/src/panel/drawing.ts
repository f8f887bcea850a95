import { bandWord, faceOf, noteText, troubleText, type BadgeState, type Note } from "../content/badge-state";
import type { Assessment } from "../shared/assessment";
import { wholePoints, type Band } from "../shared/band";
import type { Failure } from "../shared/messages";
import { make } from "../shared/elements";
import { drawShape } from "../shared/shapes";
import { drawCriteria } from "./criteria";
import { drawRules } from "./class-line";
import { EvidencePlaces } from "./evidence-place";
import type { PanelContext } from "./panel";
import { drawTail } from "./tail";

/** Draws the whole panel anew. */
export function drawPanel(body: HTMLElement, context: PanelContext, state: BadgeState, failure: Failure | null): void {
  const { document, language: { say } } = context;
  const trouble = failure === null ? null : make(document, "p", { class: "note", text: troubleText(failure, say), attributes: { role: "status" } });

  switch (state.kind) {
    case "scored":
      return body.replaceChildren(...drawAssessment(context, state.answer.assessment, state.note), ...some(trouble));
    case "known":
      return body.replaceChildren(verdict(context, state.score), ...some(noteOf(context, state.note)), ...(failure === null ? [hint(context, state.canAsk ? "reasonsComing" : "reasonsNeedAddress")] : some(trouble)), claim(context), actions(context, failure !== null));
    case "failed":
      return body.replaceChildren(head(context, state), hint(context, "troubleNothingSaid"), actions(context, !["not-scorable", "missing"].includes(state.failure.trouble)));
    default:
      return body.replaceChildren(head(context, state), ...some(trouble), hint(context, state.kind === "unscored" ? "unscoredHint" : "reasonsComing"), actions(context, false));
  }
}

function drawAssessment(context: PanelContext, assessment: Assessment, note: Note | null): Node[] {
  const { document, language: { say } } = context;
  const places = new EvidencePlaces(document, assessment);

  return [
    verdict(context, assessment),
    make(document, "p", { class: "meaning", text: say(`meaning_${assessment.band}`) }),
    make(document, "p", { class: "soft", text: say(confidenceKey(assessment.confidence)) }),
    ...some(drawRules(context, assessment)),
    ...some(noteOf(context, note)),
    ...assessment.caps.map(({ text }) => make(document, "p", { class: "note", text, attributes: { "data-kind": "weak", lang: "en" } })),
    claim(context),
    drawCriteria(context, assessment, places),
    ...drawTail(context, assessment),
  ];
}

function verdict({ document, language: { say } }: PanelContext, { band, score }: { readonly band: Band; readonly score: number | null }): HTMLElement {
  const number = score === null ? [] : [make(document, "span", { class: "of", text: ` ${wholePoints(score)} ` }, []), make(document, "small", { class: "soft", text: say("of100") })];
  const heading = make(document, "h2", { text: bandWord(band, say) }, number);
  return make(document, "div", { class: "verdict", attributes: { "data-tone": band } }, [drawShape(document, band), heading]);
}

function head({ document, language: { say } }: PanelContext, state: BadgeState): HTMLElement {
  const face = faceOf(state, say);
  return make(document, "div", { class: "verdict", attributes: { "data-tone": "quiet" } }, [drawShape(document, face.shape), make(document, "h2", { text: face.word }), make(document, "p", { class: "soft", text: face.label })]);
}

function noteOf({ document, language: { say } }: PanelContext, note: Note | null): HTMLElement | null {
  return note === null ? null : make(document, "p", { class: "note", text: noteText(note, say) });
}

function claim({ document, language: { say } }: PanelContext): HTMLElement {
  return make(document, "p", { class: "claim", text: say("claim") });
}

function hint({ document, language: { say } }: PanelContext, key: string): HTMLElement {
  return make(document, "p", { class: "meaning", text: say(key) });
}

function actions({ document, language: { say }, retry, openSettings }: PanelContext, canRetry: boolean): HTMLElement {
  const again = make(document, "button", { class: "main", text: say("tryAgain"), attributes: { type: "button" } });
  const settings = make(document, "button", { text: say("openSettings"), attributes: { type: "button" } });
  again.addEventListener("click", retry);
  settings.addEventListener("click", openSettings);
  return make(document, "div", { class: "actions" }, canRetry ? [again, settings] : [settings]);
}

function confidenceKey(confidence: number): string {
  return confidence >= 0.75 ? "confidenceHigh" : confidence >= 0.5 ? "confidenceMiddle" : "confidenceLow";
}

function some(node: HTMLElement | null): HTMLElement[] {
  return node === null ? [] : [node];
}
