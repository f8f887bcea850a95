import { chromeBrowser } from "./chrome-browser";
import { Desk } from "./handlers";

const desk = new Desk(chromeBrowser, __SERVICE__);

chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  const answer = desk.answer(message, {
    extension: sender.id ?? null,
    address: sender.url ?? sender.tab?.url ?? null,
    tabId: sender.tab?.id ?? null,
    isPrivate: sender.tab?.incognito === true,
  });
  answer?.then(reply, () => reply(null));
  return answer !== undefined;
});

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  const policy: Record<string, unknown> = await chrome.storage.managed.get(null).catch(() => ({}));

  if (reason === "install" && policy["firstRun"] !== false && policy["scoring"] === undefined) {
    await chrome.tabs.create({ url: chrome.runtime.getURL("welcome.html") });
  }
});
