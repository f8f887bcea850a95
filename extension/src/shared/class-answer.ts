/** What the service says of a class. */
export interface ClassAnswer {
  readonly code: string;
  readonly name: string;
  /** The educator whose rules these are. */
  readonly by: string;
  /** Empty for the one that the page's topic asks for. */
  readonly articleRuleset: string;
  readonly videoRuleset: string;
  /** Whether its members may leave appraisals of pages. */
  readonly collectsAppraisals: boolean;
}

const key = /^[a-z0-9/-]{0,72}$/;

/** The class in an answer of the service; null for anything else. */
export function readClass(content: unknown): ClassAnswer | null {
  const { code, name, by, articleRuleset, videoRuleset, collectsAppraisals } = typeof content === "object" && content !== null ? content as Record<string, unknown> : {};
  const [articles, videos] = [articleRuleset ?? "", videoRuleset ?? ""];
  return typeof code === "string" && typeof name === "string" && typeof by === "string" && isKey(articles) && isKey(videos)
    ? { code, name, by, articleRuleset: articles, videoRuleset: videos, collectsAppraisals: collectsAppraisals === true }
    : null;
}

function isKey(value: unknown): value is string {
  return typeof value === "string" && key.test(value);
}
