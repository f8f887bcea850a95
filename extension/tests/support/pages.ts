// Not by its types: they ask for newer ones of Node than those of the oldest Node that we run on.
const { Window: PageInMemory } = await import("happy-dom" as string) as { Window: new (options: object) => unknown };

/** A document in memory at an address; what happy-dom lacks is added as nothing at all. */
export function open(address: string, html: string): Window & typeof globalThis {
  const window = new PageInMemory({ url: address, settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true, handleDisabledFileLoadingAsSuccess: true } }) as Window & typeof globalThis;
  window.document.write(html);
  return window;
}

const globals = ["document", "window", "MutationObserver", "CustomEvent", "Element", "HTMLElement", "DOMRect", "CSSStyleSheet", "matchMedia", "innerHeight", "innerWidth", "DOMParser", "getComputedStyle"] as const;

/** Makes a page the one that our scripts run in. */
export function enter(window: Window & typeof globalThis): void {
  for (const name of globals) {
    const value = (window as unknown as Record<string, unknown>)[name];
    Object.defineProperty(globalThis, name, { value: name === "matchMedia" ? () => ({ matches: false, addEventListener() {} }) : value, configurable: true, writable: true });
  }

  // No layout in memory: whoever waits for one waits for ever.
  Object.assign(globalThis, { ResizeObserver: class { observe(): void {} unobserve(): void {} disconnect(): void {} }, IntersectionObserver: class { observe(): void {} disconnect(): void {} } });
}

/** An article in the markup of Vector 2022, as far as our scripts look at it. */
export function article({ body = "", classes = "ns-0 action-view", script = "", canonical = "https://en.wikipedia.org/wiki/Measles" } = {}): string {
  return `<!DOCTYPE html><html lang="en" dir="ltr" class="client-js"><head><title>Measles</title>
<script>RLCONF={"wgNamespaceNumber":0,"wgPageName":"Measles","wgCurRevisionId":12,"wgRevisionId":12,"wgArticleId":4711,"wgIsArticle":true${script}};</script>
<link rel="canonical" href="${canonical}"></head><body class="mediawiki ${classes}"><main id="content"><header class="mw-body-header"><h1 id="firstHeading">Measles</h1></header>
<div id="bodyContent"><div id="siteSub">From Wikipedia, the free encyclopedia</div><div id="mw-content-text"><div class="mw-parser-output">${body}</div></div></div></main></body></html>`;
}

/** A watch page of YouTube, as far as our scripts look at it. */
export function watchPage(id: string, { scripts = "", channel = "@TestClinic" } = {}): string {
  return `<!DOCTYPE html><html lang="en"><head><title>Lecture</title></head><body>${scripts}<ytd-app><ytd-watch-flexy video-id="${id}"><ytd-watch-metadata><div id="title"><h1><yt-formatted-string>Lecture</yt-formatted-string></h1></div>
<div id="top-row"><div id="owner"><a class="ytd-video-owner-renderer" href="/${channel}">Test Clinic</a></div></div></ytd-watch-metadata></ytd-watch-flexy></ytd-app></body></html>`;
}

/** A list of references as MediaWiki draws it. */
export function referenceList(items: readonly string[]): string {
  return `<div class="reflist"><ol class="references">${items.map((item, index) => `<li id="cite_note-${index + 1}"><span class="mw-cite-backlink"><a href="#cite_ref-${index + 1}">^</a></span> <span class="reference-text">${item}</span></li>`).join("")}</ol></div>`;
}
