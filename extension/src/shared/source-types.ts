import type { SourceType } from "./contract";

export type { SourceType } from "./contract";

/** How a source type is drawn; the word always stands with it. `plain` covers what is neither good nor bad by its kind, unknown too. */
export type Tone = "good" | "plain" | "care" | "bad";

const tones: Readonly<Record<SourceType, Tone>> = {
  guideline: "good", systematicReview: "good", journalArticle: "good", academicBook: "good", university: "good", society: "good", government: "good",
  unknown: "plain", tertiary: "plain", book: "plain", news: "plain", media: "plain", organisation: "plain",
  advocacy: "care", commercial: "care", selfPublished: "care", userGenerated: "care", pressRelease: "care", preprint: "care", expressionOfConcern: "care",
  tabloid: "bad", pseudoscience: "bad", predatory: "bad", retracted: "bad",
};

export const tonesInOrder: readonly Tone[] = ["good", "plain", "care", "bad"];

export function isSourceType(text: unknown): text is SourceType {
  return typeof text === "string" && Object.hasOwn(tones, text);
}

export function toneOf(type: SourceType): Tone {
  return tones[type];
}
