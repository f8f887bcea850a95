const waits = [60, 100, 150, 200, 300, 400, 600, 800, 1_000, 1_500, 2_000, 3_000];

/** Asks again and again, at growing distances and only while the tab is seen; false when ten seconds of that brought nothing, or the signal ended. */
export async function waitUntil(document: Document, isSo: () => boolean, signal: AbortSignal): Promise<boolean> {
  for (const wait of waits) {
    if (signal.aborted || isSo()) {
      return !signal.aborted;
    }

    await pause(document, wait, signal);
  }

  return false;
}

/** Lets the page do what it has to first; two seconds at most. */
export function whenIdle({ defaultView: window }: Document): Promise<void> {
  return new Promise(resolve => (window?.requestIdleCallback === undefined ? resolve() : window.requestIdleCallback(() => resolve(), { timeout: 2_000 })));
}

const waiting = new WeakMap<Document, Promise<void>>();

/** What is not needed for the badge waits until it can be there, and until the page has nothing better to do: all of it at once, since each timer is work before the badge. */
export function afterTheBadge(document: Document): Promise<void> {
  const before = waiting.get(document);

  if (before !== undefined) {
    return before;
  }

  const wait = new Promise(resolve => setTimeout(resolve, 500)).then(() => (waiting.delete(document), whenIdle(document)));
  waiting.set(document, wait);
  return wait;
}

function pause(document: Document, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const go = (): void => void setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => resolve(), { once: true });

    if (!document.hidden) {
      go();
      return;
    }

    const seen = new AbortController();
    document.addEventListener("visibilitychange", () => (document.hidden ? undefined : (seen.abort(), go())), { signal: AbortSignal.any([seen.signal, signal]) });
  });
}
