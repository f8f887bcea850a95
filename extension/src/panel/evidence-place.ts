import type { Assessment } from "../shared/assessment";
import type { Evidence } from "../shared/contract";
import { findReferences } from "../shared/page-references";

/** Where on the open page a piece of evidence is; null when it is not there, or nowhere in particular. */
export class EvidencePlaces {
  readonly #document: Document;
  readonly #assessment: Assessment;
  #references: Map<number, Element> | null = null;

  constructor(document: Document, assessment: Assessment) {
    this.#document = document;
    this.#assessment = assessment;
  }

  find(evidence: Evidence): HTMLElement | null {
    switch (evidence.kind) {
      case "reference":
        return this.#isVideo ? this.#description : this.#reference(evidence.index ?? null);
      case "section":
        return this.#heading(evidence.label.replace(/ \(\d+ of \d+\)$/, ""));
      case "tag":
        return this.#tag(evidence.label);
      case "panel":
        return this.#one("ytd-watch-metadata ytd-info-panel-content-renderer, ytd-info-panel-container-renderer, ytd-clarification-renderer");
      default:
        return this.#isVideo ? this.#description : null;
    }
  }

  /** The second of the video that a reference is given for; null when none is named. */
  secondOf({ kind, index }: Evidence): number | null {
    return kind === "reference" && this.#isVideo ? this.#assessment.references.find(reference => reference.index === index)?.at ?? null : null;
  }

  get #isVideo(): boolean {
    return this.#assessment.page.kind === "youtube";
  }

  get #description(): HTMLElement | null {
    return this.#one("ytd-watch-metadata #description");
  }

  #reference(index: number | null): HTMLElement | null {
    this.#references ??= new Map(Array.from(findReferences(this.#document, this.#assessment.references), ([reference, entry]) => [reference.index, entry]));
    return index === null ? null : this.#references.get(index) as HTMLElement | undefined ?? null;
  }

  // Told apart by their words and not by their number: a reader's skin may fold or leave out some.
  #heading(words: string): HTMLElement | null {
    if (words === "Introduction") {
      return this.#one("#mw-content-text .mw-parser-output > p:not(.mw-empty-elt)");
    }

    const headings = this.#document.querySelectorAll<HTMLElement>("#mw-content-text :is(h2, h3, h4, h5, h6)");
    return Array.from(headings).find(heading => (heading.querySelector(".mw-headline") ?? heading).textContent?.trim() === words) ?? null;
  }

  // "citation needed, May 2025 in Causes": the box or mark of that date, else the section.
  #tag(label: string): HTMLElement | null {
    const [what = "", where] = label.split(/ in (?=[^]+$)/);
    const date = /, (\w+ \d{4})$/.exec(what)?.[1];
    const tags = this.#document.querySelectorAll<HTMLElement>("#mw-content-text :is(.ambox, .Inline-Template, .noprint.Inline-Template)");
    const dated = Array.from(tags).filter(tag => date !== undefined && `${tag.textContent} ${tag.querySelector("[title]")?.getAttribute("title") ?? ""}`.includes(date));
    return dated[0] ?? (where === undefined ? tags[0] ?? null : this.#heading(where));
  }

  #one(selector: string): HTMLElement | null {
    return this.#document.querySelector<HTMLElement>(selector);
  }
}
