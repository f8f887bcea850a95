/** Says a phrase of `_locales` with what belongs in it: `$1`, `$2`. */
export type Say = (key: string, ...parts: readonly string[]) => string;

export interface Language {
  readonly say: Say;
  /** For `lang` on what we write. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
}

const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);

/** The language that the browser speaks, or the one that was chosen, whose phrases the caller brings. */
export function languageOf(chosen: string, phrases: Readonly<Record<string, string>> | null): Language {
  const isChosen = chosen !== "" && phrases !== null;
  // What the browser really took: a browser in Finnish reads our English.
  const tag = isChosen ? chosen : chrome.i18n.getMessage("languageTag");

  return {
    tag,
    direction: rightToLeft.has(tag) ? "rtl" : "ltr",
    say: isChosen ? (key, ...parts) => fill(phrases[key] ?? "", parts) : (key, ...parts) => chrome.i18n.getMessage(key, [...parts]),
  };
}

export function fill(phrase: string, parts: readonly string[]): string {
  return phrase.replace(/\$([1-9])/g, (_, digit: string) => parts[Number(digit) - 1] ?? "");
}
