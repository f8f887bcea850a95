import { keepKeys, make, makeHost, sheetOf } from "../shared/elements";
import { drawShape } from "../shared/shapes";
import tones from "../shared/tones.css";
import type { Language } from "../shared/words";
import { bandWord, faceOf, type BadgeState, type Face } from "./badge-state";
import css from "./badge.css";
import laterCss from "./badge-later.css";
import type { Widths } from "./place";

/** The button beside the title. It only draws; what happens on a press is decided elsewhere. */
export class Badge {
  readonly host: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #word: HTMLElement;
  readonly #status: HTMLElement;
  readonly #document: Document;
  readonly #root: ShadowRoot;
  readonly #language: Language;
  readonly #press: () => void;
  readonly #approach: () => void;
  #face: Face | null = null;
  // What only an answer has; null until there is one, or the page has a moment.
  #answer: { readonly number: HTMLElement; readonly note: HTMLElement } | null = null;

  /**
   * @param press What a press does; nothing while the look-up goes on.
   * @param approach Told once when a press may follow.
   */
  constructor(document: Document, language: Language, scale: number, press: () => void, approach: () => void) {
    const { host, root } = makeHost(document, "credscore-badge", css);
    this.host = host;
    this.#root = root;
    this.#document = document;
    this.#language = language;
    this.#press = press;
    this.#approach = approach;
    // `all: initial` resets neither of the two.
    host.lang = language.tag;
    host.dir = language.direction;

    // The first word to an element's style costs as much as an element.
    if (scale !== 1) {
      host.style.setProperty("--scale", String(scale));
    }

    this.#word = make(document, "span", { class: "word" });
    this.#status = make(document, "span", { class: "status" });
    this.#status.setAttribute("role", "status");
    this.#button = make(document, "button", { attributes: { type: "button", "aria-haspopup": "dialog" } }, [this.#word]);
    root.appendChild(this.#button);
    root.appendChild(this.#status);
  }

  draw(state: BadgeState): void {
    if (state.kind !== "looking") {
      this.finish();
    }

    const face = faceOf(state, this.#language.say);
    this.host.setAttribute("data-state", state.kind);
    this.#button.setAttribute("data-tone", face.tone);
    this.#word.textContent = face.word;

    if (this.#answer !== null) {
      this.#button.toggleAttribute("data-numbered", face.number !== "");
      this.#button.title = face.note;
      this.#answer.number.textContent = face.number;
      this.#answer.note.toggleAttribute("data-on", face.note !== "");
    }

    // Whoever speaks to their computer says what they see: the name holds it.
    this.#button.setAttribute("aria-label", face.number === "" ? `CredScore: ${face.word}. ${face.label}` : `CredScore: ${face.label}`);
    this.#button.toggleAttribute("aria-busy", state.kind === "looking" || state.kind === "scoring");

    if (this.#face?.shape !== face.shape) {
      this.#word.previousElementSibling?.remove();
      // Drawn by its sheet alone: a picture costs the first drawing as much as all the rest of it.
      this.#button.insertBefore(face.shape === "looking" ? make(this.#document, "span", { class: "shape turning" }) : drawShape(this.#document, face.shape), this.#word);
    }

    this.#face = face;
  }

  /** Adds what nobody needs while the page comes in: what an answer has, the looks in a corner, with little room, under a pointer, with the focus, in forced colours, on paper; and what a press does. */
  finish(): void {
    if (this.#answer === null) {
      this.#answer = { number: make(this.#document, "span", { class: "number" }), note: make(this.#document, "span", { class: "note" }) };
      this.#button.append(" ", this.#answer.number, this.#answer.note);
      this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheetOf(this.#document, tones + laterCss)];
      keepKeys(this.host);
      this.#button.addEventListener("click", this.#press);
      // The pointer comes some tenths of a second before the press.
      (["pointerenter", "focus"] as const).forEach(kind => this.#button.addEventListener(kind, this.#approach, { once: true }));
    }
  }

  /** Read out once, politely; never on each redrawing. */
  announce(): void {
    this.#status.textContent = `CredScore: ${this.#face?.label ?? ""}`;
  }

  setExpanded(isOpen: boolean): void {
    this.#button.setAttribute("aria-expanded", String(isOpen));
  }

  focus(): void {
    this.#button.focus();
  }
}

/** Room for the longest word that a number can stand with, so that the badge need not move when it comes. */
export function badgeWidths({ say }: Language, scale: number): Widths {
  let longest = 0;

  for (const band of ["strong", "fair", "weak", "insufficient"] as const) {
    longest = Math.max(longest, bandWord(band, say).length);
  }

  return { whole: Math.round((58 + 7 * longest) * scale), compact: Math.round(58 * scale) };
}
