import { keepKeys, make, makeHost } from "../shared/elements";
import { toneOf, tonesInOrder, type SourceType } from "../shared/source-types";
import { followTheme } from "../shared/theme";
import tones from "../shared/tones.css";
import type { Marked, MarksContext } from "./marks";
import css from "./strip.css";

/** Above the longest list: which kinds of sources there are, and a press shows one kind alone. */
export class Strip {
  readonly #context: MarksContext;
  readonly #marked: readonly Marked[];
  readonly #marks: readonly HTMLElement[];
  #only: SourceType | null = null;

  constructor(context: MarksContext, marked: readonly Marked[], marks: readonly HTMLElement[]) {
    this.#context = context;
    this.#marked = marked;
    this.#marks = marks;
    const { document, language, textSize, signal } = context;
    const { host, root } = makeHost(document, "credscore-strip", tones + css);
    keepKeys(host);
    host.lang = language.tag;
    host.dir = language.direction;
    host.style.setProperty("--scale", String(textSize));
    followTheme(document, signal, theme => void (host.dataset["theme"] = theme));
    root.append(this.#draw());
    listWithMost(marked)?.before(host);
    signal.addEventListener("abort", () => host.remove());
  }

  #draw(): HTMLElement {
    const { document, language: { say } } = this.#context;
    const counts = countTypes(this.#marked);
    const bar = make(document, "div", { class: "bar", attributes: { "aria-hidden": "true" } }, counts.map(([type, count]) => {
      const part = make(document, "i", { attributes: { "data-tone": toneOf(type) } });
      part.style.flexGrow = String(count);
      return part;
    }));
    const off = make(document, "button", { class: "off", text: say("hideMarks"), attributes: { type: "button", "aria-pressed": "false" } });
    off.addEventListener("click", () => this.#toggleMarks(off));

    return make(document, "div", { class: "strip", attributes: { role: "group", "aria-label": say("sourceMix") } }, [
      make(document, "div", { class: "head" }, [make(document, "span", { class: "title", text: say("sourceMix") }), make(document, "span", { class: "count", text: say("sourcesMarked", String(this.#marked.length)) }), off]),
      bar,
      make(document, "div", { class: "types" }, counts.map(([type, count]) => this.#drawType(type, count))),
    ]);
  }

  #drawType(type: SourceType, count: number): HTMLElement {
    const { document, language: { say } } = this.#context;
    const button = make(document, "button", { attributes: { type: "button", "aria-pressed": "false", "data-tone": toneOf(type), "data-type": type } },
      [make(document, "span", { text: `${say(`source_${type}`)} ` }), make(document, "b", { text: String(count) })]);
    button.addEventListener("click", () => this.#show(this.#only === type ? null : type, button));
    return button;
  }

  #show(type: SourceType | null, button: HTMLElement): void {
    this.#only = type;
    button.parentElement?.querySelectorAll("button").forEach(other => other.setAttribute("aria-pressed", String(other.dataset["type"] === type)));
    this.#marked.forEach(item => item.entry.toggleAttribute("data-credscore-dim", type !== null && item.type !== type));
  }

  #toggleMarks(off: HTMLElement): void {
    const isHidden = off.getAttribute("aria-pressed") !== "true";
    off.setAttribute("aria-pressed", String(isHidden));
    off.textContent = this.#context.language.say(isHidden ? "showMarks" : "hideMarks");
    this.#marks.forEach(mark => mark.style.setProperty("display", isHidden ? "none" : "", isHidden ? "important" : ""));
  }
}

/** Types with their numbers: the good ones first, most frequent first, unknown last of its kind. */
export function countTypes(marked: readonly { readonly type: SourceType }[]): [SourceType, number][] {
  const counts = new Map<SourceType, number>();
  marked.forEach(({ type }) => counts.set(type, (counts.get(type) ?? 0) + 1));
  const rank = (type: SourceType): number => tonesInOrder.indexOf(toneOf(type)) + (type === "unknown" ? 0.5 : 0);
  return [...counts].sort(([a, many], [b, few]) => rank(a) - rank(b) || few - many);
}

function listWithMost(marked: readonly Marked[]): Element | null {
  const lists = new Map<Element, number>();
  marked.forEach(({ entry }) => {
    const list = entry.closest("ol.references");
    return list === null ? undefined : lists.set(list, (lists.get(list) ?? 0) + 1);
  });
  const [list] = [...lists].sort(([, a], [, b]) => b - a)[0] ?? [null];
  // Outside of the columns that the list may be set in.
  return list?.closest(".reflist, .mw-references-wrap") ?? list;
}
