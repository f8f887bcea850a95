import { bands, type Band } from "./band";
import type { Alternative, Assessment, LookupEntry } from "./contract";

// The service is somebody else's machine by the time its answer is read: every part that is shown is checked first.

export type { Assessment, PageSummary as Page, ReferenceSummary as Reference } from "./contract";

/** A number out of a text or JSON is no number when it is not finite. */
type Check = (value: unknown) => boolean;

const text: Check = value => typeof value === "string";
const number: Check = value => typeof value === "number" && Number.isFinite(value);
const truth: Check = value => typeof value === "boolean";
const maybe = (check: Check): Check => value => value === null || value === undefined || check(value);
const listOf = (check: Check): Check => value => Array.isArray(value) && value.length <= 20_000 && value.every(check);
const within = (least: number, most: number): Check => value => number(value) && (value as number) >= least && (value as number) <= most;

function shape(parts: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(parts);
  return value => typeof value === "object" && value !== null && checks.every(([name, check]) => check((value as Record<string, unknown>)[name]));
}

const band: Check = value => bands.includes(value as Band);
const evidence = listOf(shape({ kind: text, label: text, index: maybe(number) }));
const reason = shape({ id: text, text, effect: number, outOf: number, evidence });
const criterion = shape({ id: text, name: text, points: maybe(number), outOf: number, reasons: listOf(reason) });
const cap = shape({ id: text, text, limit: number, effect: number, evidence });
const page = shape({
  kind: text, address: text, key: text, url: text, title: maybe(text), language: maybe(text), revision: maybe(number), fetchedAt: maybe(text),
  topic: shape({ profile: text, why: text }), channel: maybe(shape({ name: maybe(text), handle: maybe(text), id: maybe(text), kind: text, why: text })), video: maybe(shape({ views: maybe(number), panels: listOf(text) })),
});
const reference = shape({ index: number, kind: text, sourceType: text, why: text, uses: number, title: maybe(text), year: maybe(number), doi: maybe(text), pmid: maybe(text), host: maybe(text), at: maybe(number) });

const alternatives = listOf(shape({ title: text, url: text, provider: text, kind: text, level: text, why: text, topic: text, language: text, class: maybe(text) }));

const assessment = shape({
  page, band, stale: truth, origin: text, confidence: within(0, 1), score: maybe(within(0, 100)),
  criteria: listOf(criterion), caps: listOf(cap), improvements: listOf(shape({ text, gain: number })), notJudged: listOf(text), references: listOf(reference),
  alternatives, changes: maybe(listOf(shape({ text }))),
  versions: shape({ ruleset: text, catalogue: text, scorer: text, model: maybe(text), author: maybe(text) }),
});

const entry = shape({ hash: text, band, score: maybe(within(0, 100)), confidence: within(0, 1), revision: maybe(number), fetchedAt: maybe(text), ruleset: text });

/** The whole answer; null when it is none that this version can read. A band without its number, or a number without its band, is none. */
export function readAssessment(value: unknown): Assessment | null {
  return assessment(value) && agrees(value as Assessment) ? value as Assessment : null;
}

/** What a class's educator recommends, among an answer's alternatives; nothing of an answer that cannot be read. */
export function readRecommendations(value: unknown): readonly Alternative[] {
  const list = typeof value === "object" && value !== null ? (value as { alternatives?: unknown }).alternatives : null;
  return alternatives(list) ? (list as Alternative[]).filter(({ class: to }) => to !== null && to !== undefined && to !== "") : [];
}

/** The pages of a bucket; null when the answer cannot be read. */
export function readBucket(value: unknown): readonly LookupEntry[] | null {
  const pages = typeof value === "object" && value !== null ? (value as { pages?: unknown }).pages : null;
  return listOf(entry)(pages) && (pages as LookupEntry[]).every(agrees) ? pages as LookupEntry[] : null;
}

function agrees({ band: word, score }: { readonly band: string; readonly score?: number | null }): boolean {
  return (word === "insufficient") === (score === null || score === undefined);
}
