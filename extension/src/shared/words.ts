/** Says a phrase of `_locales` with what belongs in it: `$1`, `$2`. */
export type Say = (key: string, ...parts: readonly string[]) => string;

export interface Language {
  readonly say: Say;
  /** For `lang` on what we write. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
}

const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);

/** What the badge may have to say: brought along, since the first phrase that a tab asks of the browser takes longer than to draw the badge. */
export const badgePhrases = [
  // What the browser really took: a browser in Finnish reads our English.
  "languageTag",
  "badgeSetUp", "badgeSetUpLabel", "badgeLooking", "badgeLookingLabel", "badgeScoring", "badgeScoringLabel", "badgeAsk", "badgeAskLabel", "badgeUnknown", "badgeUnknownLabel",
  "badgeOffline", "badgeUpdate", "badgeNoScore", "badgeUnavailable", "badgeInsufficientLabel", "badgeScoredLabel", "band_strong", "band_fair", "band_weak", "band_insufficient",
  "note_kept", "note_stale", "note_otherRevision", "note_oldRevision",
] as const;

/** The language that was chosen, all of whose phrases the caller brings; or the one that the browser speaks, which is asked for those that the caller did not bring. */
export function languageOf(chosen: string, phrases: Readonly<Record<string, string>> | null): Language {
  const tag = phrases?.["languageTag"] ?? chrome.i18n.getMessage("languageTag");
  const missing: Say = chosen !== "" && phrases !== null ? () => "" : (key, ...parts) => chrome.i18n.getMessage(key, [...parts]);

  return {
    tag,
    direction: rightToLeft.has(tag) ? "rtl" : "ltr",
    say: (key, ...parts) => {
      const phrase = phrases?.[key];
      return phrase === undefined ? missing(key, ...parts) : fill(phrase, parts);
    },
  };
}

export function fill(phrase: string, parts: readonly string[]): string {
  return !phrase.includes("$") ? phrase : phrase.replace(/\$([1-9])/g, (_, digit: string) => parts[Number(digit) - 1] ?? "");
}
