import type { Assessment } from "../shared/assessment";
import type { CriterionResult, Evidence, Reason } from "../shared/contract";
import { make } from "../shared/elements";
import { reveal } from "../shared/reveal";
import type { EvidencePlaces } from "./evidence-place";
import type { PanelContext } from "./panel";

/** The criteria with their points, each with its reasons; one opened at a time is enough to read. */
export function drawCriteria(context: PanelContext, { criteria }: Assessment, places: EvidencePlaces): HTMLElement {
  const { document, language: { say } } = context;
  const judged = criteria.filter(({ points }) => points !== null && points !== undefined);
  return make(document, "section", {}, [make(document, "h3", { text: say("why") }), ...judged.map(criterion => drawCriterion(context, criterion, places))]);
}

/** The criterion that falls furthest short of its points; null when none was judged. */
export function weakestOf(criteria: readonly CriterionResult[]): CriterionResult | null {
  const judged = criteria.filter(({ points, outOf }) => points !== null && points !== undefined && outOf > 0);
  return judged.length === 0 ? null : judged.reduce((weakest, next) => (shareOf(next) < shareOf(weakest) ? next : weakest));
}

function shareOf({ points, outOf }: CriterionResult): number {
  return outOf > 0 ? Math.max(0, Math.min(1, (points ?? 0) / outOf)) : 0;
}

function drawCriterion(context: PanelContext, criterion: CriterionResult, places: EvidencePlaces): HTMLElement {
  const { document, language } = context;
  const fill = make(document, "i");
  fill.style.inlineSize = `${Math.round(shareOf(criterion) * 100)}%`;
  const points = language.say("pointsOf", number(language.tag, criterion.points ?? 0), number(language.tag, criterion.outOf));
  const name = language.say(`criterion_${criterion.id.replaceAll("-", "_")}`) || criterion.name;

  const summary = make(document, "summary", {}, [
    make(document, "span", { class: "name", text: name }), make(document, "span", { class: "points", text: points }), make(document, "span", { class: "bar", attributes: { "aria-hidden": "true" } }, [fill]),
  ]);
  const details = make(document, "details", { attributes: { name: "criteria", "data-criterion": criterion.id } }, [summary]);
  // Drawn when first opened: finding the evidence on a long article is not for the opening of the panel.
  details.addEventListener("toggle", () => details.append(drawReasons(context, criterion.reasons, places)), { once: true });
  return details;
}

function drawReasons(context: PanelContext, reasons: readonly Reason[], places: EvidencePlaces): HTMLElement {
  const { document, language } = context;

  return make(document, "ul", { class: "reasons" }, reasons.map(({ text, effect, outOf, evidence }) => make(document, "li", {}, [
    make(document, "span", { class: "effect", text: language.say("pointsOf", number(language.tag, effect), number(language.tag, outOf)), attributes: effect >= outOf && outOf > 0 ? { "data-full": "" } : {} }),
    // The service explains in English, whatever language the rest is in.
    make(document, "div", { attributes: { lang: "en", dir: "ltr" } }, [make(document, "p", { text }), drawEvidence(context, evidence, places)]),
  ])));
}

function drawEvidence(context: PanelContext, evidence: readonly Evidence[], places: EvidencePlaces): HTMLElement | null {
  const { document } = context;
  return evidence.length === 0 ? null : make(document, "div", { class: "evidence" }, evidence.map(item => drawPiece(context, item, places)));
}

function drawPiece({ document, language: { say } }: PanelContext, item: Evidence, places: EvidencePlaces): HTMLElement {
  const label = item.kind === "reference" && item.index ? `[${item.index}] ${item.label}` : item.label;
  const second = places.secondOf(item);

  if (places.find(item) === null) {
    return make(document, "span", { text: label, attributes: { title: say("notOnPage") } });
  }

  const button = make(document, "button", { text: label, attributes: { type: "button", title: second === null ? say("showOnPage") : say("playFrom", time(second)) } });
  button.addEventListener("click", () => show(document, button, item, places));
  return button;
}

// Found anew on each press: the page may have drawn itself again meanwhile.
function show(document: Document, button: HTMLElement, item: Evidence, places: EvidencePlaces): void {
  const place = places.find(item);
  const second = places.secondOf(item);
  const video = document.querySelector<HTMLVideoElement>("#movie_player video");

  if (second !== null && video !== null) {
    video.currentTime = second;
  } else if (place !== null) {
    button.dispatchEvent(new CustomEvent("credscore-revealed", { bubbles: true, composed: true }));
    reveal(place, matchMedia("(prefers-reduced-motion: reduce)").matches);
  }
}

function time(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

function number(language: string, value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}
