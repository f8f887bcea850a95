import type { Reference } from "./assessment";

/**
 * Finds the references of an assessment in the open article. Their numbers follow the list of footnotes and then the bibliography; but the article may have
 * been edited since, so that each place is checked by what stands in it, and what cannot be found is left out: no mark stands beside the wrong source.
 */
export function findReferences(document: Document, references: readonly Reference[]): Map<Reference, Element> {
  const entries = entriesOf(document);
  const facts = new Map<Element, Facts>();
  const factsOf = (entry: Element): Facts => facts.get(entry) ?? remember(facts, entry);
  const found = new Map<Reference, Element>();
  const taken = new Set<Element>();

  const take = (reference: Reference, entry: Element | undefined): void => {
    if (entry !== undefined && !taken.has(entry)) {
      found.set(reference, entry);
      taken.add(entry);
    }
  };

  for (const reference of references) {
    const entry = entries[reference.index - 1];
    take(reference, entry !== undefined && isSame(reference, factsOf(entry)) ? entry : undefined);
  }

  // Moved since: only a number that is unlike any other leads there.
  for (const reference of references.filter(({ doi, pmid }) => doi || pmid)) {
    take(reference, found.has(reference) ? undefined : entries.find(entry => !taken.has(entry) && hasIdentifier(reference, factsOf(entry))));
  }

  return found;
}

/** Footnotes in the order of the page, then citations outside of them. */
function entriesOf(document: Document): Element[] {
  const notes = document.querySelectorAll("ol.references > li[id^='cite_note-']");
  const others = Array.from(document.querySelectorAll("#mw-content-text cite.citation")).filter(citation => citation.closest("ol.references") === null);
  return [...notes, ...others];
}

/** Read when first asked for: most references are known by the address of their identifier, without a look at their words. */
class Facts {
  readonly #entry: Element;
  #text: string | null = null;
  #addresses: string | null = null;

  constructor(entry: Element) {
    this.#entry = entry;
  }

  get text(): string {
    return this.#text ??= plain(this.#entry.textContent ?? "");
  }

  get addresses(): string {
    return this.#addresses ??= this.#readAddresses();
  }

  // Links that lead away carry a class; those back to the text may be dozens.
  #readAddresses(): string {
    const marked = this.#entry.getElementsByClassName("external");
    const links = marked.length > 0 ? marked : this.#entry.getElementsByTagName("a");
    let all = "";

    for (let index = 0; index < links.length; index++) {
      all += ` ${decoded(links[index]!.getAttribute("href") ?? "")}`;
    }

    return all.toLowerCase();
  }
}

function remember(facts: Map<Element, Facts>, entry: Element): Facts {
  const read = new Facts(entry);
  facts.set(entry, read);
  return read;
}

function isSame(reference: Reference, facts: Facts): boolean {
  return hasIdentifier(reference, facts) ?? (hasTitle(reference, facts) || (!reference.title && hasHost(reference, facts)));
}

// Undefined when the reference carries none.
function hasIdentifier({ doi, pmid }: Reference, facts: Facts): boolean | undefined {
  return doi ? facts.addresses.includes(doi.toLowerCase()) || facts.text.includes(plain(doi)) : pmid ? hasNumber(facts.addresses, pmid) || hasNumber(facts.text, pmid) : undefined;
}

function hasNumber(text: string, number: string): boolean {
  return /^\d+$/.test(number) && new RegExp(`(?:^|\\D)${number}(?:\\D|$)`).test(text);
}

function hasTitle({ title }: Reference, facts: Facts): boolean {
  const start = plain(title ?? "").slice(0, 40);
  return start.length > 3 && facts.text.includes(start);
}

function hasHost({ host }: Reference, { addresses }: Facts): boolean {
  return host !== null && host !== undefined && addresses.includes(host.toLowerCase());
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function decoded(text: string): string {
  if (!text.includes("%")) {
    return text;
  }

  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
