import { afterTheBadge } from "./wait";
import type { Answers, Ask, Message, TabMessage, TabState } from "../shared/messages";

/** Everything that the script in the page asks of Chrome or Edge, replaced whole in tests. */
export interface PageBrowser {
  readonly ask: Ask;
  /** True once the extension was reloaded, updated or removed under this page: nothing answers any more. */
  isOrphan(): boolean;
  whenSettingsChange(tell: () => void, signal: AbortSignal): void;
  whenAsked(answer: (message: TabMessage) => TabState, signal: AbortSignal): void;
  /** Loads a part of the extension that is not needed at the start. */
  load<T>(part: "panel" | "marks" | "lists"): Promise<T>;
}

export const chromePageBrowser = (): PageBrowser => ({
  isOrphan,

  async ask<M extends Message>(message: M): Promise<Answers[M["kind"]] | null> {
    try {
      return await chrome.runtime.sendMessage<M, Answers[M["kind"]] | undefined>(message) ?? null;
    } catch {
      return null;
    }
  },

  whenSettingsChange(tell, signal) {
    const listener = (_: unknown, area: string): void => (area === "sync" || area === "managed" ? tell() : undefined);
    chrome.storage.onChanged.addListener(listener);
    signal.addEventListener("abort", () => unlessOrphan(() => chrome.storage.onChanged.removeListener(listener)));
  },

  async whenAsked(answer, signal) {
    // The badge first: the toolbar's window asks again while nobody answers.
    await afterTheBadge(document);

    if (signal.aborted || isOrphan()) {
      return;
    }

    const listener = (message: TabMessage, sender: chrome.runtime.MessageSender, reply: (state: TabState) => void): void => (sender.id === chrome.runtime.id ? reply(answer(message)) : undefined);
    chrome.runtime.onMessage.addListener(listener);
    signal.addEventListener("abort", () => unlessOrphan(() => chrome.runtime.onMessage.removeListener(listener)));
  },

  load: part => import(chrome.runtime.getURL(`${part}.js`)),
});

function isOrphan(): boolean {
  return chrome.runtime?.id === undefined;
}

// Nothing of the browser's answers an orphan, not even to a farewell.
function unlessOrphan(act: () => void): void {
  if (!isOrphan()) {
    act();
  }
}
