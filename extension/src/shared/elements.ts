/** What an element carries: its class, its words and its attributes. */
export interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** An element with its children. Words go in as text, never as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(document: Document, name: K, parts: Parts = {}, children: readonly (Node | null)[] = []): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);

  if (parts.class !== undefined) {
    element.className = parts.class;
  }

  // Loops, and none for nothing: a function within a function is compiled when it first runs, and this one runs before the badge is seen.
  if (parts.attributes !== undefined) {
    for (const attribute in parts.attributes) {
      element.setAttribute(attribute, parts.attributes[attribute]!);
    }
  }

  if (parts.text !== undefined) {
    element.textContent = parts.text;
  }

  // Not all at once: the browser would gather them in a fragment first, also when there are none.
  for (const child of children) {
    if (child !== null) {
      element.appendChild(child);
    }
  }

  return element;
}

const owner = Symbol.for("credscore");

/** Marks an element as this script's. What a script notes on an element is seen in its own world alone: neither the page nor an instance before or after this one can know or feign it. */
export function own<E extends Element>(element: E): E {
  return Object.assign(element, { [owner]: true });
}

export function isOwn(element: Element): boolean {
  return owner in element;
}

export function sheetOf(document: Document, css: string): CSSStyleSheet {
  const sheet = new (document.defaultView ?? globalThis as unknown as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** A host of ours with an open shadow root and one sheet of style. Closed would protect little and hide us from tests. */
export function makeHost(document: Document, name: `credscore-${string}`, css: string): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = own(document.createElement(name));
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheetOf(document, css)];
  return { host, root };
}

/** The site sees its own element and not our button: its one-letter shortcuts would fire while a student types. */
export function keepKeys(host: HTMLElement): void {
  (["keydown", "keyup", "keypress"] as const).forEach(kind => host.addEventListener(kind, event => event.stopPropagation()));
}
