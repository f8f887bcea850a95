import { createHash } from "node:crypto";
import type { Assessment, Reference } from "../../src/shared/assessment";
import type { OpenPage } from "../../src/shared/messages";

export const measles: OpenPage = { key: "wikipedia:en:Measles", revision: 12, isOld: false };
export const measlesTab = "https://en.wikipedia.org/wiki/Measles";
export const lecture: OpenPage = { key: "youtube:c4r3dSc0rE1", revision: null, isOld: false };
export const lectureTab = "https://www.youtube.com/watch?v=c4r3dSc0rE1";

/** The answer of the service about a page, as the contract has it. */
export function assessmentOf(page: OpenPage = measles, change: Partial<Assessment> = {}): Assessment {
  const isVideo = page.key.startsWith("youtube");
  const address = isVideo ? lectureTab : measlesTab;

  return {
    page: { kind: isVideo ? "youtube" : "wikipedia", address, key: page.key, title: "Measles", language: isVideo ? null : "en", revision: page.revision, url: address, fetchedAt: "2026-11-20T10:00:00Z", topic: { profile: "medical", why: "It carries an identifier of a medical register." } },
    score: 64.58, band: "fair", confidence: 0.8, origin: "stored", stale: false,
    criteria: [
      { id: "sources", name: "Sources", points: 15, outOf: 20, reasons: [{ id: "strong-sources", text: "Strong sources: 2.", effect: 15, outOf: 20, evidence: [{ kind: "reference", index: 1, label: "Measles in the marsh" }] }] },
      { id: "currency", name: "Currency", points: 1, outOf: 5, reasons: [{ id: "age", text: "Half of the sources are older than ten years.", effect: 1, outOf: 5, evidence: [{ kind: "section", index: 1, label: "Causes (1 of 2)" }] }] },
      { id: "community-review", name: "Community review", points: null, outOf: 0, reasons: [] },
    ],
    caps: [], improvements: [{ text: "Cite reviews.", gain: 2.25 }], notJudged: ["Facts are not checked."],
    references: [referenceOf(1)], features: {}, topics: [], alternatives: [], versions: { ruleset: "medical/1", model: null, catalogue: "abc", scorer: "0.2.0" },
    ...change,
  };
}

export function referenceOf(index: number, change: Partial<Reference> = {}): Reference {
  return { index, kind: "journal", title: `Measles in the marsh, part ${index}`, year: 2020, sourceType: "journalArticle", why: "published in a journal", list: null, doi: `10.1000/marsh.${index}`, pmid: null, host: null, uses: 1, ...change };
}

export function bucketOf(page: OpenPage, change: object = {}): { prefix: string; pages: object[] } {
  const hash = createHash("sha256").update(page.key).digest("hex");
  return { prefix: hash.slice(0, 5), pages: [{ hash, score: 64.58, band: "fair", confidence: 0.8, revision: page.revision, fetchedAt: "2026-11-20T10:00:00Z", ruleset: "medical/1", model: null, catalogue: "abc", ...change }] };
}
