import type { Ask } from "../shared/messages";
import { lockedBy, readSettings, type Settings } from "../shared/settings";
import { languageOf, type Language } from "../shared/words";

/** What our own pages share: the settings, what of them the school has set, and the language. */
export interface OwnPage {
  readonly settings: Settings;
  readonly locked: ReadonlySet<keyof Settings>;
  readonly language: Language;
  readonly ask: Ask;
}

export async function openOwnPage(document: Document): Promise<OwnPage> {
  const [chosen, policy] = await Promise.all([chrome.storage.sync.get(null), chrome.storage.managed.get(null).catch(() => ({}))]);
  const settings = readSettings(__SERVICE__, chosen, policy);
  const ask: Ask = message => chrome.runtime.sendMessage(message);
  const phrases = settings.language === "" ? null : await ask({ kind: "words", language: settings.language });
  const language = languageOf(settings.language, phrases);
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
  document.querySelectorAll<HTMLElement>("[data-say]").forEach(element => void (element.textContent = language.say(element.dataset["say"] ?? "")));
  return { settings, locked: lockedBy(policy), language, ask };
}

export async function save(change: Partial<Settings>): Promise<void> {
  await chrome.storage.sync.set(change);
}

export function find<E extends Element>(document: Document, selector: string): E {
  const element = document.querySelector<E>(selector);

  if (element === null) {
    throw new Error(`The page lacks ${selector}.`);
  }

  return element;
}
