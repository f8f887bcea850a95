import type { Scored } from "../shared/messages";
import type { Note } from "./badge-state";
import type { SitePage } from "./site-page";

/** Why an answer may not be the latest word on the page that is on the screen; null when it is. */
export function noteOf({ assessment, kept }: Scored, page: SitePage): Note | null {
  return kept ? "kept" : assessment.stale ? "stale" : isOther(assessment.page.revision ?? null, page) ? "other-revision" : page.isOld ? "old-revision" : null;
}

/** Whether a score is of another revision than the one on the screen. */
export function isOther(revision: number | null, page: SitePage): boolean {
  return revision !== null && page.revision !== null && revision !== page.revision;
}
