/** When a page is scored. `unset` until the student has chosen: nothing is sent before. */
export type Scoring = "unset" | "auto" | "click" | "prefix";

/** Whether pages that the student had scored join the research dataset: by a press on each, or always. */
export type Contribute = "never" | "ask" | "always";

/** What a student or a school can choose. Flat, since a policy can be no deeper on Windows. */
export interface Settings {
  /** Address of the service, without a slash at its end. */
  readonly service: string;
  readonly scoring: Scoring;
  readonly wikipedia: boolean;
  readonly youtube: boolean;
  /** Channels that are left alone, by handle or id. */
  readonly channelsOff: readonly string[];
  /** Source types beside the references of an article. */
  readonly marks: boolean;
  /** Dots in lists of results, for pages the service knows. */
  readonly lists: boolean;
  /** Ruleset to score articles by; empty for the one that the page's topic asks for. */
  readonly ruleset: string;
  /** The same for videos: a ruleset is made for one of the two sites. */
  readonly videoRuleset: string;
  /** Code of the class whose rules count, as `ABCD-EFGH`; empty for none. A class decides instead of both rulesets. */
  readonly classCode: string;
  /** Language of what the extension says; empty for the browser's. */
  readonly language: string;
  /** 1 is the size of the page's own small print. */
  readonly textSize: number;
  readonly privateWindows: boolean;
  readonly contribute: Contribute;
}

export const languages = ["en", "de", "fr", "es", "ar"] as const;
export const textSizes = [0.9, 1, 1.2, 1.45] as const;

export function defaults(service: string): Settings {
  return {
    service, scoring: "unset", wikipedia: true, youtube: true, channelsOff: [], marks: true, lists: false, ruleset: "", videoRuleset: "", classCode: "", language: "", textSize: 1, privateWindows: false, contribute: "never",
  };
}

type Readers = { [K in keyof Settings]: (value: unknown) => Settings[K] | undefined };

const isOn = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);
const ruleset = (value: unknown): string | undefined => (typeof value === "string" && /^[a-z0-9/-]{0,64}$/.test(value) ? value : undefined);
const oneOf = <T>(values: readonly T[]) => (value: unknown): T | undefined => values.find(known => known === value);

// Settings come from storage that syncs between versions, and from policies that people write by hand: each is checked, and what does not fit is as if absent.
const readers: Readers = {
  service: value => (typeof value === "string" ? serviceAddress(value) ?? undefined : undefined),
  scoring: oneOf<Scoring>(["unset", "auto", "click", "prefix"]),
  wikipedia: isOn,
  youtube: isOn,
  channelsOff: value => (Array.isArray(value) ? value.filter(item => typeof item === "string" && item.length < 200).slice(0, 200) : undefined),
  marks: isOn,
  lists: isOn,
  ruleset,
  videoRuleset: ruleset,
  classCode: value => (value === "" ? "" : classCode(value) ?? undefined),
  language: oneOf<string>(["", ...languages]),
  textSize: oneOf<number>(textSizes),
  privateWindows: isOn,
  contribute: oneOf<Contribute>(["never", "ask", "always"]),
};

// Somebody else's choice can keep pages out of the dataset, never let them in.
const policyReaders: Readers = { ...readers, contribute: oneOf<Contribute>(["never"]) };

/** A class's code as it is written, from however somebody typed it; null when it is none. */
export function classCode(value: unknown): string | null {
  const letters = typeof value === "string" ? value.trim().replace("-", "").toUpperCase() : "";
  return /^[2-9A-HJKMNP-TV-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}

/** The ruleset for a site's pages. */
export function rulesetFor(site: "wikipedia" | "youtube", { ruleset: articles, videoRuleset }: Settings): string {
  return site === "youtube" ? videoRuleset : articles;
}

/** The student's choices, over the defaults, under what the school has set. */
export function readSettings(service: string, chosen: Readonly<Record<string, unknown>>, policy: Readonly<Record<string, unknown>>): Settings {
  return { ...defaults(service), ...checked(chosen, readers), ...checked(policy, policyReaders) };
}

/** Which settings a policy has set and the student cannot change. */
export function lockedBy(policy: Readonly<Record<string, unknown>>): ReadonlySet<keyof Settings> {
  return new Set(Object.keys(checked(policy, policyReaders)) as (keyof Settings)[]);
}

/** The address of a service without slash at its end; null when it is none. Plain http only on this machine. */
export function serviceAddress(text: string): string | null {
  if (!URL.canParse(text)) {
    return null;
  }

  const { protocol, hostname, origin, pathname, username, password } = new URL(text);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1";
  const isAllowed = protocol === "https:" || (protocol === "http:" && isLocal);
  return isAllowed && username === "" && password === "" ? origin + pathname.replace(/\/+$/, "") : null;
}

function checked(values: Readonly<Record<string, unknown>>, by: Readers): Partial<Settings> {
  const names = Object.keys(by) as (keyof Settings)[];
  return Object.fromEntries(names.map(name => [name, by[name](values[name])] as const).filter(([, value]) => value !== undefined));
}
