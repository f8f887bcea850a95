import { make } from "../shared/elements";
import type { Alternative } from "../shared/contract";
import type { Link, MarkChange, MarkReason } from "../shared/messages";
import type { Say } from "../shared/words";
import type { PanelContext } from "./panel";

/** Lets a student hide links that did not help, take that back, and say why where researchers may be told. */
export class HiddenLinks {
  readonly #context: PanelContext;
  readonly #status: HTMLElement;
  readonly #shown = new Map<string, { readonly place: HTMLElement; readonly show: () => void; readonly hide: (isSent: boolean) => void }>();

  constructor(context: PanelContext) {
    this.#context = context;
    // There from the start, or what it says first would not be read out.
    this.#status = make(context.document, "p", { class: "soft", attributes: { role: "status" } });
  }

  /** Says what a press did. */
  get status(): HTMLElement {
    return this.#status;
  }

  /** A link's content with its button; in its place a line with the way back, once it is hidden. */
  draw(alternative: Alternative, content: readonly Node[]): HTMLElement {
    const { document, language: { say } } = this.#context;
    const link: Link = { topic: alternative.topic, url: alternative.url };
    const button = make(document, "button", { class: "mark", text: say("notHelpful"), attributes: { type: "button", "aria-label": say("notHelpfulAbout", alternative.title) } });
    const place = make(document, "li");
    const show = (): void => place.replaceChildren(...content, button);
    const hide = (isSent: boolean): void => place.replaceChildren(...this.#hiddenLine(alternative, link, isSent));

    // What an educator recommends is their own affair: it is hidden here and nobody is told.
    const isTold = !alternative.class;
    button.addEventListener("click", async () => {
      button.disabled = true;
      const isSent = await this.#tell({ link, isHidden: true, reason: null }, isTold);
      button.disabled = false;
      hide(isSent);
      this.#status.textContent = `${say("hiddenLink", alternative.title)} ${say(isSent ? "hiddenSent" : "hiddenKept")}`;
      place.querySelector("button")?.focus();
    });
    show();
    this.#shown.set(keyOf(link), { place, show, hide });
    return place;
  }

  /** Hides what was hidden before. */
  async restore(): Promise<void> {
    const { ask, isPrivate } = this.#context;
    const links = [...this.#shown.keys()].map(linkOf);
    const marks = isPrivate || links.length === 0 ? null : await ask({ kind: "mark-links", links, change: null });

    if (marks?.kind === "marks") {
      marks.hidden.forEach(link => this.#shown.get(keyOf(link))?.hide(false));
    }
  }

  #hiddenLine(alternative: Alternative, link: Link, isSent: boolean): HTMLElement[] {
    const { document, language: { say } } = this.#context;
    const undo = make(document, "button", { class: "mark", text: say("undo"), attributes: { type: "button", "aria-label": say("showAgain", alternative.title) } });
    const words = make(document, "span", { class: "soft", text: say("hiddenLink", alternative.title), attributes: { dir: "auto" } });

    undo.addEventListener("click", async () => {
      undo.disabled = true;
      const answer = this.#context.isPrivate ? null : await this.#context.ask({ kind: "mark-links", links: [], change: { link, isHidden: false, reason: null, isTold: true } });
      undo.disabled = false;

      if (answer?.kind === "failed") {
        this.#status.textContent = say("hiddenStays");
        return;
      }

      this.#shown.get(keyOf(link))?.show();
      this.#status.textContent = say("shownAgain", alternative.title);
      this.#shown.get(keyOf(link))?.place.querySelector("a")?.focus();
    });

    return [make(document, "div", { class: "hidden-link" }, [words, undo]), ...(isSent ? [this.#reasons(link)] : [])];
  }

  #reasons(link: Link): HTMLElement {
    const { document, language: { say } } = this.#context;
    const buttons = reasonsIn(say).map(([reason, words]) => {
      const button = make(document, "button", { class: "mark", text: words, attributes: { type: "button", "aria-pressed": "false" } });
      button.addEventListener("click", async () => {
        await this.#tell({ link, isHidden: true, reason }, true);
        buttons.forEach(other => other.setAttribute("aria-pressed", String(other === button)));
        this.#status.textContent = say("thanks");
      });
      return button;
    });
    return make(document, "div", { class: "why-not", attributes: { role: "group", "aria-label": say("whyNotHelpful") } }, [make(document, "span", { class: "soft", text: say("whyNotHelpful") }), ...buttons]);
  }

  async #tell(change: Omit<MarkChange, "isTold">, isTold: boolean): Promise<boolean> {
    const { ask, isPrivate } = this.#context;
    const answer = isPrivate ? null : await ask({ kind: "mark-links", links: [], change: { ...change, isTold } });
    return answer?.kind === "marks" && answer.isSent;
  }
}

function reasonsIn(say: Say): [MarkReason, string][] {
  return [["otherTopic", say("whyOtherTopic")], ["doesNotOpen", say("whyDoesNotOpen")], ["tooHard", say("whyTooHard")], ["tooSimple", say("whyTooSimple")]];
}

function keyOf({ topic, url }: Link): string {
  return `${topic}\n${url}`;
}

function linkOf(key: string): Link {
  const end = key.lastIndexOf("\n");
  return { topic: key.slice(0, end), url: key.slice(end + 1) };
}
