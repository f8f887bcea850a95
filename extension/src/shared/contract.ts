// Made from api/openapi.json by `npm run contract`. Do not edit; a test compares.

/** A better page on the same topic. */
export interface Alternative {
  readonly title: string;
  readonly url: string;
  readonly provider: string;
  readonly kind: string;
  readonly level: string;
  readonly free?: boolean | null;
  readonly why: string;
}

/** The whole answer about one page: what it scored, why, and from what. Serialised as it stands by service and command line. */
export interface Assessment {
  readonly page: PageSummary;
  /** 0 to 100 with two decimals: the sum of the criteria's points and the caps' effects. Null when there is not enough evidence. */
  readonly score: number | null;
  readonly band: Band;
  /** 0 to 1: how far the score can be trusted; see docs/scoring.md. */
  readonly confidence: number;
  readonly origin: Origin;
  /** True when the site could not be asked and an older answer stands in. */
  readonly stale: boolean;
  readonly criteria: ReadonlyArray<CriterionResult>;
  /** Hard flags that limit the score, in force on this page. */
  readonly caps: ReadonlyArray<CapResult>;
  /** What would raise the score most, best first. */
  readonly improvements: ReadonlyArray<Improvement>;
  /** What the score does not look at, and what could not be read on this page. */
  readonly notJudged: ReadonlyArray<string>;
  readonly prediction?: Prediction;
  readonly references: ReadonlyArray<ReferenceSummary>;
  /** Feature values by name; null where unknown. GET /v1/features says what each counts. */
  readonly features: Readonly<Record<string, number | null>>;
  readonly alternatives: ReadonlyArray<Alternative>;
  readonly versions: Versions;
}

/** The score in a word. */
export type Band = "insufficient" | "weak" | "fair" | "strong";

/** Where bands begin, and how much must be known for a number. */
export interface Bands {
  /** Lowest score of the band fair. */
  readonly fair: number;
  /** Lowest score of the band strong. */
  readonly strong: number;
  /** Below this confidence there is not enough evidence, 0 to 1. */
  readonly confidence: number;
}

/** One answer for each address of the batch, in its order. */
export interface BatchAnswer {
  readonly results: ReadonlyArray<BatchItem>;
}

/** What came of one address. */
export interface BatchItem {
  /** The address as it was sent. */
  readonly url: string;
  /** The status that a single request for it would have had. */
  readonly status: number;
  readonly assessment?: Assessment;
  readonly problem?: ProblemDetails;
}

/** Pages to be scored together. */
export interface BatchRequest {
  /** Addresses of the pages, 1 to 50. */
  readonly urls?: ReadonlyArray<string> | null;
  /** Id of a ruleset for all; without one, each page's topic chooses. */
  readonly ruleset?: string | null;
  /** Why it cannot be scored; null when it can. */
  readonly fault?: string | null;
}

/** A limit of the score while a feature is above a threshold. */
export interface Cap {
  /** Stable id. */
  readonly id: string;
  /** Name of a declared feature. */
  readonly feature: string;
  /** Holds when the value is greater than this. */
  readonly above: number;
  /** Highest score while it holds, 0 to 100. */
  readonly limit: number;
  /** Why, one sentence. */
  readonly because: string;
  /** What would lift it, for the reader; null stands for the reason why it holds. */
  readonly raise?: string | null;
}

/** A limit in force. */
export interface CapResult {
  /** Stable id of the cap. */
  readonly id: string;
  /** Why it holds. */
  readonly text: string;
  /** The highest score it allows. */
  readonly limit: number;
  /** Points it took away, 0 or negative. */
  readonly effect: number;
  /** Where on the page it can be checked, at most five items. */
  readonly evidence: ReadonlyArray<Evidence>;
  /** The feature that was measured. */
  readonly feature?: string | null;
}

/** A feature's part in a prediction. */
export interface Contribution {
  readonly feature: string;
  readonly text: string;
  readonly effect: number;
}

/** Measures that are weighed together. */
export interface CriterionAnswer {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly measures: ReadonlyArray<MeasureAnswer>;
}

/** One criterion's share of the score. */
export interface CriterionResult {
  /** Such as `sources`. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** Sum of the reasons' effects; null when nothing of it is known on this page, or when the ruleset gives it no weight. */
  readonly points?: number | null;
  /** Points within reach on this page; 0 when nothing of it is known, its weight then being shared by the other criteria. */
  readonly outOf: number;
  /** In order of how far they moved the score from the middle. */
  readonly reasons: ReadonlyArray<Reason>;
}

/** Something on the page that a reader can look at. */
export interface Evidence {
  /** `reference`, `section`, `tag`, `panel` or `link`. */
  readonly kind: string;
  /** Number of the reference or section; null for others. */
  readonly index?: number | null;
  /** What to look for. */
  readonly label: string;
}

/** A feature as answers and exports name it. */
export interface FeatureAnswer {
  /** Stable id. */
  readonly name: string;
  /** What it counts. */
  readonly description: string;
  /** What its number means. */
  readonly unit: string;
}

/** What would raise the score. */
export interface Improvement {
  /** What an editor or a reader could look for. */
  readonly text: string;
  /** Points it would add at most. */
  readonly gain: number;
}

/** The stored pages of a bucket, each with the score of its latest revision. */
export interface LookupAnswer {
  readonly prefix: string;
  readonly pages: ReadonlyArray<LookupEntry>;
}

/** One stored page of a bucket, without its name: whoever knows the address knows the hash. */
export interface LookupEntry {
  /** SHA-256 of the page's key. */
  readonly hash: string;
  /** 0 to 100; null when there is not enough evidence. */
  readonly score?: number | null;
  /** `strong`, `fair`, `weak` or `insufficient`. */
  readonly band: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The revision that was scored. */
  readonly revision: number;
  /** When it was read. */
  readonly fetchedAt: string;
  /** Id and version of the ruleset. */
  readonly ruleset: string;
  /** Id of the model; null while none takes part. */
  readonly model?: string | null;
  /** Digest of the catalogues. */
  readonly catalogue: string;
}

/** A feature turned into points. */
export interface MeasureAnswer {
  /** Stable id of the reason it gives. */
  readonly id: string;
  /** Name of the feature. */
  readonly feature: string;
  /** Its share of the criterion. */
  readonly weight: number;
  /** Points of value and share, in rising order; flat outside. */
  readonly curve: ReadonlyArray<ReadonlyArray<number>>;
  /** Why this counts. */
  readonly because: string;
  /** What would raise it. */
  readonly raise: string;
}

/** How the content came to the scorer. */
export type Origin = "fetched" | "submitted" | "stored";

/** What was scored. */
export interface PageSummary {
  /** `wikipedia` or `youtube`. */
  readonly kind: string;
  /** Canonical web address of the page. */
  readonly address: string;
  /** Canonical key, such as `wikipedia:en:Crohn's disease`. */
  readonly key: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly revision: number | null;
  /** Web address of exactly the revision that was read, or of the page when the revision is unknown. */
  readonly url: string;
  readonly fetchedAt: string | null;
  readonly topic: TopicProfile;
}

/** What a trained model says about the page. */
export interface Prediction {
  readonly model: string;
  readonly class: string;
  readonly probabilities: Readonly<Record<string, number>>;
  readonly expected: number;
  readonly contributions: ReadonlyArray<Contribution>;
}

export interface ProblemDetails {
  readonly type?: string | null;
  readonly title?: string | null;
  readonly status?: number | null;
  readonly detail?: string | null;
  readonly instance?: string | null;
}

/** Why a criterion has its points. */
export interface Reason {
  /** Stable id of the measure. */
  readonly id: string;
  /** A sentence with the number found and the number asked for. */
  readonly text: string;
  /** Points it adds. */
  readonly effect: number;
  /** Points it could add. */
  readonly outOf: number;
  /** The feature that was measured. */
  readonly feature?: string | null;
  /** The feature's value on this page. */
  readonly value?: number | null;
  /** Where on the page it can be checked, at most five items. */
  readonly evidence: ReadonlyArray<Evidence>;
}

/** A reference with its source type, for the reader and for exports. */
export interface ReferenceSummary {
  readonly index: number;
  readonly kind: string;
  readonly title?: string | null;
  readonly year?: number | null;
  readonly sourceType: SourceType;
  readonly why: string;
  readonly list?: string | null;
  readonly doi?: string | null;
  readonly pmid?: string | null;
  readonly host?: string | null;
  readonly uses: number;
}

/** A whole ruleset. */
export interface RulesetAnswer {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly profile: string;
  readonly criteria: ReadonlyArray<CriterionAnswer>;
  readonly caps: ReadonlyArray<Cap>;
  readonly bands: Bands;
  readonly notJudged: ReadonlyArray<string>;
}

/** A ruleset in a line. */
export interface RulesetSummary {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly profile: string;
}

/** What kind of source a reference is. Names are the words of catalogues, answers and exports. */
export type SourceType = "unknown" | "guideline" | "systematicReview" | "journalArticle" | "academicBook" | "university" | "society" | "government" | "tertiary" | "book" | "news" | "media" | "organisation" | "advocacy" | "commercial" | "selfPublished" | "userGenerated" | "pressRelease" | "preprint" | "tabloid" | "pseudoscience" | "predatory" | "retracted";

/** A page as the caller holds it: its address and either its HTML or its wikitext. */
export interface SubmittedPage {
  /** Address of the page. */
  readonly url?: string | null;
  /** The page as a browser shows it, or as Parsoid renders it. */
  readonly html?: string | null;
  /** The page's source. */
  readonly wikitext?: string | null;
  /** Title, when the address does not tell it. */
  readonly title?: string | null;
  /** Number of the revision, when known. */
  readonly revision?: number | null;
  /** Id of a ruleset; without one, the one that the topic asks for. */
  readonly ruleset?: string | null;
  /** Why it cannot be read; null when it can. */
  readonly fault?: string | null;
}

/** Which ruleset profile the page's topic asks for, and why. */
export interface TopicProfile {
  /** `medical` or `general`. */
  readonly profile: string;
  /** What on the page says so. */
  readonly why: string;
}

/** Everything needed to get the same numbers again. */
export interface Versions {
  /** Id and version, such as `medical/1`. */
  readonly ruleset: string;
  /** Id of the model; null while none takes part. */
  readonly model?: string | null;
  /** Digest of the embedded catalogues, or of the refreshed ones. */
  readonly catalogue: string;
  /** Version of the scoring library. */
  readonly scorer: string;
}
