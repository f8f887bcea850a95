import type { TabMessage, TabState } from "../shared/messages";
import { find, openOwnPage, save } from "./own-page";

const mostQuestions = 25;

/** What the toolbar's icon opens: the page's score in words, and the nearest switches. */
async function start(): Promise<void> {
  const { settings, locked, language: { say }, ask } = await openOwnPage(document);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const site = siteOf(tab?.url ?? "");
  const state = tab?.id === undefined ? null : await hear(tab.id, site !== null && settings[site] ? mostQuestions : 1);
  const why = find<HTMLButtonElement>(document, "#why");

  find(document, "#verdict").textContent = state?.words || say(site === null ? "popupElsewhere" : settings[site] ? "popupNothing" : "popupOff");
  why.textContent = state?.action ?? "";
  why.hidden = why.textContent === "";
  why.addEventListener("click", async () => {
    await askTab(tab?.id ?? 0, { kind: "open-panel" });
    window.close();
  });
  find(document, "#options").addEventListener("click", async () => {
    await ask({ kind: "open-page", page: "options" });
    window.close();
  });

  const onSite = find<HTMLInputElement>(document, "#site");
  find(document, "fieldset").toggleAttribute("hidden", site === null);

  if (site !== null) {
    onSite.checked = settings[site];
    onSite.disabled = locked.has(site);
    find<HTMLElement>(document, "#schoolNote").hidden = !locked.has(site);
    find(document, "#siteName").textContent = say("scoreOn", site === "wikipedia" ? "Wikipedia" : "YouTube");
    onSite.addEventListener("change", () => void save({ [site]: onSite.checked }));
  }

  const channel = state?.channel ?? null;
  const onChannel = find<HTMLInputElement>(document, "#channel");
  find<HTMLElement>(document, "#channelRow").hidden = channel === null;

  if (channel !== null) {
    find(document, "#channelName").textContent = say("scoreChannel", channel);
    onChannel.checked = !settings.channelsOff.includes(channel);
    onChannel.addEventListener("change", () => void save({ channelsOff: onChannel.checked ? settings.channelsOff.filter(other => other !== channel) : [...settings.channelsOff, channel] }));
  }
}

// While the page is still coming in, its script may not listen yet.
async function hear(tab: number, questions: number): Promise<TabState | null> {
  for (let question = 1; question < questions; question++) {
    const state = await askTab(tab, { kind: "tell" });

    if (state !== null) {
      return state;
    }

    await new Promise(resolve => setTimeout(resolve, 100));
  }

  return askTab(tab, { kind: "tell" });
}

async function askTab(tab: number, message: TabMessage): Promise<TabState | null> {
  try {
    return await chrome.tabs.sendMessage<TabMessage, TabState | undefined>(tab, message) ?? null;
  } catch {
    return null; // no script of ours runs there
  }
}

function siteOf(address: string): "wikipedia" | "youtube" | null {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return host.endsWith(".wikipedia.org") ? "wikipedia" : host === "www.youtube.com" ? "youtube" : null;
}

void start();
