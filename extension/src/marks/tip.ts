import { make, makeHost } from "../shared/elements";
import { toneOf } from "../shared/source-types";
import { followTheme } from "../shared/theme";
import tones from "../shared/tones.css";
import { noteOf, type Marked, type MarksContext } from "./marks";
import css from "./tip.css";

/** Says the source type of a footnote while its number in the text is pointed at or has the focus. */
export function explainOnFocus(context: MarksContext, byNote: ReadonlyMap<string, Marked>): void {
  const { document, language, textSize, signal } = context;
  const { host, root } = makeHost(document, "credscore-tip", tones + css);
  const tip = make(document, "div", { class: "tip", attributes: { popover: "manual" } });
  const area = document.querySelector("#mw-content-text") ?? document.body;
  host.lang = language.tag;
  host.dir = language.direction;
  host.style.setProperty("--scale", String(textSize));
  followTheme(document, signal, theme => void (host.dataset["theme"] = theme));
  root.append(tip);

  let described: Element | null = null;

  const hide = (): void => {
    described?.removeAttribute("aria-description");
    described = null;
    host.remove();
  };

  const show = (event: Event): void => {
    const call = event.target instanceof Element ? event.target.closest("sup.reference a[href*='#cite_note-']") : null;
    const marked = call === null ? undefined : byNote.get(noteOf(call));

    if (call === null || marked === undefined) {
      hide();
      return;
    }

    const word = language.say(`source_${marked.type}`);
    described = call;
    // What is drawn in our shadow root cannot be named as the description of the site's link.
    call.setAttribute("aria-description", word);
    tip.dataset["tone"] = toneOf(marked.type);
    tip.replaceChildren(make(document, "b", { text: word }), ...(toneOf(marked.type) === "bad" ? [make(document, "p", { text: marked.reference.why, attributes: { lang: "en" } })] : []));
    document.body.append(host);
    tip.showPopover?.();
    standAbove(tip, call.getBoundingClientRect());
  };

  (["pointerover", "focusin"] as const).forEach(kind => area.addEventListener(kind, show, { signal, passive: true }));
  (["pointerout", "focusout"] as const).forEach(kind => area.addEventListener(kind, hide, { signal, passive: true }));
  document.addEventListener("scroll", hide, { signal, passive: true, capture: true });
  signal.addEventListener("abort", hide);
}

// Above the number: Wikipedia's own preview of the footnote opens below it.
function standAbove(tip: HTMLElement, call: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const top = call.top - height - 6;
  tip.style.position = "fixed";
  tip.style.left = `${Math.max(8, Math.min(call.left - 12, innerWidth - width - 8))}px`;
  tip.style.top = `${top < 8 ? call.bottom + 6 : top}px`;
}
