import { afterTheBadge } from "./wait";

/** Tells of each page that a tab comes to show, and stops what belongs to the one before. */
export interface PageLife {
  /** The address in the bar. */
  address(): string;
  /** Begins with a page; the signal ends when it is left. */
  enter(signal: AbortSignal): void;
}

// The site's own events come first; the back button may bring none of them, so that the browser's are listened to as well, and at once: a reader may turn back at once.
const siteStart = "yt-navigate-start";
const siteEnds = ["yt-navigate-finish", "yt-page-data-updated"] as const;

/**
 * Follows a tab from page to page, also where no page is loaded between two videos.
 * At the first sign of leaving, the old page's signal ends: its number is never seen beside another page.
 */
export function followPages(window: Window & typeof globalThis, life: PageLife, until: AbortSignal): void {
  let current: { readonly page: string; readonly controller: AbortController } | null = null;

  const leave = (): void => {
    current?.controller.abort();
    current = null;
  };

  const look = (): void => {
    const page = pageOf(life.address());

    if (current?.page !== page) {
      leave();
      const controller = new AbortController();
      current = { page, controller };
      life.enter(controller.signal);
    }
  };

  const { document } = window;
  document.addEventListener(siteStart, leave, { signal: until });
  document.addEventListener(siteEnds[0], look, { signal: until });
  document.addEventListener(siteEnds[1], look, { signal: until });
  window.addEventListener("popstate", look, { signal: until });
  window.addEventListener("pageshow", look, { signal: until });
  void followNavigation(window, look, until);
  until.addEventListener("abort", leave);
  look();
}

// Wikipedia's editors change the address without an event of their own; whatever was missed before somebody listened is looked at then.
async function followNavigation(window: Window & typeof globalThis, look: () => void, until: AbortSignal): Promise<void> {
  await afterTheBadge(window.document);

  if (!until.aborted) {
    // https://developer.mozilla.org/en-US/docs/Web/API/Navigation_API
    (window as unknown as { navigation?: EventTarget }).navigation?.addEventListener("currententrychange", look, { signal: until });
    look();
  }
}

// What follows the hash is a place on the same page; a video's own `t` and its playlist change nothing either.
function pageOf(address: string): string {
  const [, path = "", query = ""] = /^([^?#]*)\??([^#]*)/.exec(address) ?? [];
  return path.endsWith("/watch") ? `${path}?${/(?:^|&)v=([^&]*)/.exec(query)?.[1] ?? ""}` : `${path}?${query}`;
}
