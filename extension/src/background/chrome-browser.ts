import type { Browser } from "./browser";
import { hostPatternOf } from "../shared/host-pattern";

const colours = { strong: "#1a6b3c", fair: "#8a5a00", weak: "#a32a2a", insufficient: "#59616b" } as const;

export const chromeBrowser: Browser = {
  extensionId: chrome.runtime.id,
  addressOf: path => chrome.runtime.getURL(path),
  read: async (area, keys) => chrome.storage[area].get(keys === undefined ? null : [...keys]),
  write: async (area, values) => chrome.storage[area].set(values),
  remove: async (area, keys) => chrome.storage[area].remove([...keys]),
  clear: async area => chrome.storage[area].clear(),
  fetch: async (address, init) => fetch(address, init),
  mayAsk: async address => chrome.permissions.contains({ origins: [hostPatternOf(address)] }),
  isOnline: () => navigator.onLine,
  openTab: async path => void (await chrome.tabs.create({ url: chrome.runtime.getURL(path) })),
  openOptions: async () => chrome.runtime.openOptionsPage(),
  phrase: key => chrome.i18n.getMessage(key, ["$1", "$2"]),
  now: () => Date.now(),
  random: () => Math.random(),
  wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),

  async showState(tabId, { band, score, title }) {
    const icon = band ?? "credscore";
    await Promise.all([
      chrome.action.setIcon({ tabId, path: { 16: `icons/${icon}-16.png`, 32: `icons/${icon}-32.png` } }),
      chrome.action.setBadgeText({ tabId, text: score === null ? "" : String(Math.floor(score)) }),
      chrome.action.setBadgeBackgroundColor({ tabId, color: band === null ? "#59616b" : colours[band] }),
      chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      chrome.action.setTitle({ tabId, title: title === "" ? "CredScore" : title }),
    ]);
  },
};
