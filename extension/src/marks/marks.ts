import type { Reference } from "../shared/assessment";
import { own } from "../shared/elements";
import { findReferences } from "../shared/page-references";
import { isSourceType, toneOf, type SourceType } from "../shared/source-types";
import { followTheme, type Theme } from "../shared/theme";
import type { Language } from "../shared/words";
import css from "./marks.css";
import { Strip } from "./strip";
import { explainOnFocus } from "./tip";

export interface MarksContext {
  readonly document: Document;
  readonly language: Language;
  readonly references: readonly Reference[];
  readonly textSize: number;
  readonly signal: AbortSignal;
}

export interface MarksModule {
  startMarks(context: MarksContext): void;
}

/** A reference that was found on the page. */
export interface Marked {
  readonly reference: Reference;
  readonly entry: Element;
  readonly type: SourceType;
}

/**
 * Marks the list of references with source types. Marks take room, so that they are set while no part of the lists is in sight,
 * or on the reader's next press of a key or button: nothing moves under the eyes.
 */
export function startMarks(context: MarksContext): void {
  const { document, signal } = context;
  const lists = Array.from(document.querySelectorAll("ol.references"));
  const inSight = new Map<Element, boolean>();
  const waiting = new AbortController();

  const set = (): void => {
    if (!waiting.signal.aborted && !signal.aborted) {
      waiting.abort();
      setMarks(context);
    }
  };

  const watch = new IntersectionObserver(entries => {
    entries.forEach(({ target, isIntersecting }) => inSight.set(target, isIntersecting));
    return inSight.size === lists.length && ![...inSight.values()].includes(true) ? set() : undefined;
  }, { rootMargin: "200px" });

  lists.forEach(list => watch.observe(list));
  (["pointerdown", "keydown"] as const).forEach(kind => document.addEventListener(kind, set, { signal: AbortSignal.any([waiting.signal, signal]), passive: true }));
  [waiting.signal, signal].forEach(end => end.addEventListener("abort", () => watch.disconnect()));
}

/** Sets every mark in one go: everything is read first, then everything written. */
export function setMarks(context: MarksContext): readonly Marked[] {
  const { document, language, references, textSize, signal } = context;
  const marked = Array.from(findReferences(document, references), ([reference, entry]): Marked => ({ reference, entry, type: isSourceType(reference.sourceType) ? reference.sourceType : "unknown" }));
  const places = marked.map(({ entry }) => entry.querySelector(".reference-text, .mw-reference-text") ?? entry);
  const patterns = new Map<SourceType, HTMLElement>();
  const marks = marked.map(({ reference, type }) => drawMark(patterns.get(type) ?? drawPattern(document, language, type, patterns), reference));
  const bad = new Set(marked.filter(({ type }) => toneOf(type) === "bad").map(({ entry }) => entry.id));
  const calls = bad.size === 0 ? [] : Array.from(document.querySelectorAll("sup.reference > a[href*='#cite_note-']")).filter(call => bad.has(noteOf(call)));

  dressPage(document, textSize, signal);
  marks.forEach((mark, index) => places[index]!.prepend(mark));
  calls.forEach(call => call.setAttribute("data-credscore-bad", ""));
  signal.addEventListener("abort", () => {
    marks.forEach(mark => mark.remove());
    document.querySelectorAll("[data-credscore-bad], [data-credscore-dim]").forEach(element => ["data-credscore-bad", "data-credscore-dim"].forEach(name => element.removeAttribute(name)));
  });

  if (marked.length > 0) {
    new Strip(context, marked, marks);
    explainOnFocus(context, new Map(marked.map(item => [item.entry.id, item])));
  }

  return marked;
}

export function noteOf(call: Element): string {
  const target = (call.getAttribute("href") ?? "").split("#")[1] ?? "";

  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function drawMark(pattern: HTMLElement, { why }: Reference): HTMLElement {
  const mark = own(pattern.cloneNode(true) as HTMLElement);
  mark.title = why;
  return mark;
}

// One for each type: to ask the browser for the same word several hundred times takes longer than all the rest.
function drawPattern(document: Document, { say, tag, direction }: Language, type: SourceType, patterns: Map<SourceType, HTMLElement>): HTMLElement {
  const pattern = document.createElement("credscore-mark");
  pattern.dataset["tone"] = toneOf(type);
  pattern.lang = tag;
  pattern.dir = direction;
  pattern.textContent = say(`source_${type}`);
  patterns.set(type, pattern);
  return pattern;
}

// One sheet for all marks: a shadow root for each of several hundred would cost more than the marks.
function dressPage(document: Document, textSize: number, signal: AbortSignal): void {
  const sheet = new document.defaultView!.CSSStyleSheet();
  const root = document.documentElement;
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  root.style.setProperty("--credscore-scale", String(textSize));
  followTheme(document, signal, (theme: Theme) => root.setAttribute("data-credscore-theme", theme));
  signal.addEventListener("abort", () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
    root.style.removeProperty("--credscore-scale");
    root.removeAttribute("data-credscore-theme");
  });
}
