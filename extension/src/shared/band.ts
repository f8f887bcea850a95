import type { Band } from "./contract";

export type { Band } from "./contract";

export const bands: readonly Band[] = ["strong", "fair", "weak", "insufficient"];

/** Whole points that were reached, never rounded up: 64.58 is not yet a page of 65, where another band begins. */
export function wholePoints(score: number): string {
  return String(Math.floor(score));
}
