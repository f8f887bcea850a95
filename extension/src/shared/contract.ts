// Made from api/openapi.json by `npm run contract`. Do not edit; a test compares.

/** For whom a key acts. */
export interface AccountAnswer {
  /** As students see it. */
  readonly name: string;
  /** `educator`, `researcher` or `owner`. */
  readonly role: string;
  /** Some of `read`, `write`, `batches` and `exports`, with spaces between them. */
  readonly scope: string;
}

/** What a class thinks of pages, over those that five or more of it have appraised. */
export interface AgreementAnswer {
  /** Who appraised any of these pages. */
  readonly raters: number;
  /** How far they agree, question by question. */
  readonly items: ReadonlyArray<ItemAnswer>;
  /** The pages. */
  readonly pages: ReadonlyArray<PageMeanAnswer>;
  /** Rank correlation (Spearman) of the mean answers to the last question with CredScore's scores; null for fewer than five pages with both. */
  readonly rank?: number | null;
}

/** How scores agree with what people think of pages. */
export interface AgreementChange {
  /** Pages that people judged. */
  readonly pages: number;
  /** Rank correlation (Spearman), −1 to 1; null where all are alike. */
  readonly before?: number | null;
  /** The same now. */
  readonly after?: number | null;
  /** Of two pages that people judged differently, the share of pairs that the score puts in the same order, a tie counting half; null where there are none. */
  readonly pairsBefore?: number | null;
  /** The same now. */
  readonly pairsAfter?: number | null;
}

/** A reputable page on the same topic. */
export interface Alternative {
  /** What it is called. */
  readonly title: string;
  /** Where it is, with https. */
  readonly url: string;
  /** Who publishes it. */
  readonly provider: string;
  readonly kind: AlternativeKind;
  readonly level: AlternativeLevel;
  /** Whether it can be read without paying; null when not known. */
  readonly free?: boolean | null;
  /** Why it is offered, in one line. */
  readonly why: string;
  /** The topic that it is on. */
  readonly topic: string;
  /** The language it is in, such as `en`. */
  readonly language: string;
  /** Whether it is about the page's own topic; false for one on a wider topic and for a search. */
  readonly isExact: boolean;
  /** Name of the class to which its educator, the provider, recommends it; left out for all others. */
  readonly class?: string | null;
  /** Year of publication of what does not change afterwards, such as a paper; left out for pages that are kept up to date, and where it is not known. */
  readonly year?: number | null;
}

/** What an alternative is. */
export type AlternativeKind = "article" | "textbook" | "review" | "guideline" | "video" | "database" | "search" | "recommendation";

/** Whom an alternative is written for. */
export type AlternativeLevel = "patient" | "student" | "professional";

/** What a page or a name is about, and where to read on. */
export interface AlternativesAnswer {
  /** The topics that were found; empty when nothing says what it is about. */
  readonly topics: ReadonlyArray<PageTopic>;
  /** Three to eight pages, best first; empty without a topic. With a class's code, what its educator recommends comes before them, each with `class`. */
  readonly alternatives: ReadonlyArray<Alternative>;
  /** Publishers that did not answer in time: ask again for what they have. */
  readonly late: ReadonlyArray<string>;
}

/** What was given for a page. */
export interface AppraisalAnswer {
  /** Canonical key of the page. */
  readonly page: string;
  /** Its title. */
  readonly title?: string | null;
  /** The article's revision that the service knew then. */
  readonly revision?: number | null;
  /** By question. */
  readonly answers: Readonly<Record<string, number>>;
}

/** The form. */
export interface AppraisalFormAnswer {
  /** Least answer: no. */
  readonly least: number;
  /** Greatest answer: yes. */
  readonly most: number;
  /** Its questions in their order. */
  readonly items: ReadonlyArray<AppraisalItemAnswer>;
}

/** A question. */
export interface AppraisalItemAnswer {
  /** Names it. */
  readonly id: string;
  /** For people. */
  readonly question: string;
  /** What to look for. */
  readonly hint: string;
  /** The instrument and item that it is worded after. */
  readonly after: string;
  /** Whether it is to be answered; others may be left out. */
  readonly isNeeded: boolean;
}

/** What somebody sends of a page. */
export interface AppraisalRequest {
  /** Address of the page. */
  readonly url?: string | null;
  /** Whether they agree that it is kept without their name. */
  readonly consent: boolean;
  /** From 1 (no) to 5 (yes) by the ids of `GET /v1/appraisals/form`; `overall` is needed, others may be left out. */
  readonly answers?: Readonly<Record<string, number>> | null;
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
  /** What changed lists made of this revision since it was first scored, newest first; left out where nothing did. */
  readonly changes?: ReadonlyArray<ScoreChange> | null;
  /** What the page is about, best first; empty when nothing on it says so. */
  readonly topics: ReadonlyArray<PageTopic>;
  /** Reputable pages on the same topics, best first; put beside an assessment when it is answered and never part of what is stored. */
  readonly alternatives: ReadonlyArray<Alternative>;
  readonly versions: Versions;
}

/** The score in a word. */
export type Band = "insufficient" | "weak" | "fair" | "strong";

/** Pages of a band. */
export interface BandCount {
  /** `strong`, `fair`, `weak` or `insufficient`. */
  readonly band: string;
  /** How many had it. */
  readonly before: number;
  /** How many have it now. */
  readonly after: number;
}

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

/** A batch as JSON. In CSV and plain lists, all but the addresses stand in the query. */
export interface BatchRequestBody {
  /** For its owner; the date without one. */
  readonly name?: string | null;
  /** Id of a ruleset for all; without one, each page's topic chooses. */
  readonly ruleset?: string | null;
  /** `latest` (default), `atDate` with `asOf`, or `exact`. An address with `oldid`, or a row's own revision, always names exactly that one. */
  readonly revisions?: string | null;
  /** The moment whose revisions are scored. */
  readonly asOf?: string | null;
  /** Addresses, as texts or as objects with `url` and `revision`. */
  readonly addresses?: ReadonlyArray<string> | null;
  /** Instead of addresses: a category of Wikipedia. */
  readonly category?: string | null;
  /** Instead of addresses: the name of a WikiProject. */
  readonly wikiProject?: string | null;
  /** Instead of addresses: address or id of a public playlist, or of a channel; the first hundred videos. */
  readonly playlist?: string | null;
  /** Edition of the category or WikiProject; `en` without one. */
  readonly language?: string | null;
  /** Levels of subcategories to follow; 0 without one. */
  readonly depth?: number | null;
}

/** What came of a row. */
export interface BatchRow {
  /** From 1, as in the list. */
  readonly number: number;
  /** As it was given. */
  readonly address: string;
  /** Canonical key of the page; null when it names none. */
  readonly key?: string | null;
  /** The revision that was asked for, and once scored the one that was read. */
  readonly revision?: number | null;
  /** `waiting`, `scored`, `notScorable`, `missing`, `failed` or `duplicate`. */
  readonly state: string;
  /** Stable id of why it is not scored. */
  readonly reason?: string | null;
  /** The same as a sentence. */
  readonly detail?: string | null;
  /** Number of the row that is about the same page. */
  readonly sameAs?: number | null;
  /** 0 to 100; null when there is not enough evidence or no score. */
  readonly score?: number | null;
  /** The score in a word. */
  readonly band?: string | null;
  /** Attempts that failed. */
  readonly attempts: number;
  /** When it ended. */
  readonly endedAt?: string | null;
}

/** How a batch stands. */
export interface BatchStatus {
  /** Of the batch. */
  readonly id: number;
  /** As its owner calls it. */
  readonly name: string;
  /** `running`, `paused`, `done`, `cancelled` or `failed`. */
  readonly state: string;
  /** Where its pages are from: `list`, or a category, WikiProject or playlist. */
  readonly source: string;
  /** Whether its pages are still being listed, so that rows will grow. */
  readonly isListing: boolean;
  /** Id and version of the ruleset for all; null when each page's topic chooses. */
  readonly ruleset?: string | null;
  /** `latest`, `atDate` or `exact`. */
  readonly revisions: string;
  /** The moment, with `atDate`. */
  readonly asOf?: string | null;
  /** When it was sent. */
  readonly createdAt: string;
  /** When its first row ended. */
  readonly startedAt?: string | null;
  /** When its last row ended or it was cancelled. */
  readonly endedAt?: string | null;
  /** What to know about it; null when there is nothing. */
  readonly note?: string | null;
  /** All rows; the others count those that have ended, and add up to `ended`. */
  readonly rows: number;
  /** Rows that have ended. */
  readonly ended: number;
  /** Pages with an assessment. */
  readonly scored: number;
  /** No article or video, or not one that can be judged. */
  readonly notScorable: number;
  /** There is no such page. */
  readonly missing: number;
  /** Given up after several attempts. */
  readonly failed: number;
  /** Rows about the page of another row. */
  readonly duplicates: number;
  /** Rows a minute lately; null while unknown. */
  readonly perMinute?: number | null;
  /** At that rate; null while unknown. */
  readonly secondsLeft?: number | null;
  readonly summary?: BatchSummary;
}

export interface BatchStatusSseItem {
  readonly data?: BatchStatus;
  readonly eventType: string;
  readonly eventId?: string | null;
  readonly reconnectionInterval?: string | null;
}

/** How the pages of a batch came out. */
export interface BatchSummary {
  /** Of the scores; null without any. */
  readonly mean?: number | null;
  /** Of the scores; null without any. */
  readonly median?: number | null;
  /** Scored pages by band. */
  readonly bands: Readonly<Record<string, number>>;
  /** Scored pages in ten steps: 0 to 10, to 20, … to 100. Pages without enough evidence are in none. */
  readonly scores: ReadonlyArray<number>;
  /** Mean share of each type of source among the classified sources of a page, largest first; only of pages that have any. */
  readonly sourceTypes: Readonly<Record<string, number>>;
  /** Rows that were not scored, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** References by five years of publication and type of source, the earliest first, of PagesLookedAt pages; null in summaries made before it was counted. */
  readonly sourceYears?: ReadonlyArray<SourcePeriod> | null;
  /** Pages whose references were counted by years: all, or of a large batch an even sample of at most 2,000. */
  readonly pagesLookedAt?: number | null;
}

/** What to make a draft of. */
export interface BeginRequest {
  /** Id of the ruleset: a new one, or one's own for its next version. Lower-case letters, digits and hyphens. */
  readonly id?: string | null;
  /** Id or id/version to copy, such as `medical`. */
  readonly from?: string | null;
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

/** A list of others. */
export interface CatalogueAnswer {
  /** As in `references[].list`, there with the date behind it. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Who keeps it. */
  readonly publisher: string;
  /** Its terms. */
  readonly licence: string;
  /** The sentence to show with it. */
  readonly attribution: string;
  /** Whether an edition is in use. */
  readonly isUsed: boolean;
  /** Day of the edition in use. */
  readonly date?: string | null;
  /** Number of its keys. */
  readonly entries?: number | null;
  /** Size of the compiled list. */
  readonly bytes?: number | null;
  /** Where it came from. */
  readonly source?: string | null;
  /** When it was fetched. */
  readonly fetchedAt?: string | null;
  /** When it was last asked for. */
  readonly triedAt?: string | null;
  /** Why nothing came of that; null when it went well. */
  readonly fault?: string | null;
}

/** What the catalogues say of a reference that an educator's ruleset counts otherwise. */
export interface CatalogueVerdict {
  readonly sourceType: SourceType;
  /** Why we say so. */
  readonly why: string;
  /** The catalogue that decided; null when none did. */
  readonly list?: string | null;
}

/** Everything that decides what a source is. */
export interface CataloguesAnswer {
  /** What answers give as `versions.catalogue`: the embedded core and the lists in use together. */
  readonly version: string;
  /** Digest of the embedded core alone. */
  readonly core: string;
  /** The files of the embedded core. */
  readonly coreFiles: ReadonlyArray<string>;
  /** The lists of others that can be refreshed. */
  readonly lists: ReadonlyArray<CatalogueAnswer>;
}

/** Who changed what, and when. */
export interface ChangeAnswer {
  readonly at: string;
  readonly who: string;
  readonly did: string;
  readonly to: string;
}

/** What kind of owner stands behind a channel. Being none of the institutions is no fault. */
export type ChannelKind = "unknown" | "publicBody" | "hospital" | "university" | "society" | "journal" | "newsroom" | "educator" | "clinician" | "company" | "advocacy";

/** Who made a video. */
export interface ChannelSummary {
  /** `UC` and 22 characters. */
  readonly id?: string | null;
  /** With its sign: `@BKCHarvard`. */
  readonly handle?: string | null;
  /** As the page shows it; a title in it is no evidence. */
  readonly name?: string | null;
  readonly kind: ChannelKind;
  /** How we know, in one sentence. */
  readonly why: string;
  /** Whether YouTube lists it as a health source: it vets the source, not the video. Null when nothing says so. */
  readonly isHealthSource?: boolean | null;
}

/** A class as its students' extensions see it. */
export interface ClassAnswer {
  /** With its hyphen. */
  readonly code: string;
  /** Of the class. */
  readonly name: string;
  /** Free words, or empty. */
  readonly subject: string;
  /** Free words, or empty. */
  readonly level: string;
  /** The educator, as students see it. */
  readonly by: string;
  /** Key of the ruleset for articles; null for the one that a page's topic asks for. */
  readonly articleRuleset?: string | null;
  /** The same for videos. */
  readonly videoRuleset?: string | null;
  /** What to read instead. */
  readonly recommendations: ReadonlyArray<RecommendationAnswer>;
  /** Whether its members may leave appraisals of pages. */
  readonly collectsAppraisals: boolean;
}

/** What an educator says of a class. */
export interface ClassDraft {
  /** Such as "Physiology, year 2". */
  readonly name?: string | null;
  /** Free words. */
  readonly subject?: string | null;
  /** Free words. */
  readonly level?: string | null;
  /** Key of a published ruleset for articles, with its version; null for the one that a page's topic asks for. */
  readonly articleRuleset?: string | null;
  /** The same for videos. */
  readonly videoRuleset?: string | null;
  /** What to read instead, by topic; at most 100. */
  readonly recommendations?: ReadonlyArray<RecommendationDraft> | null;
  /** Whether its members may leave appraisals of pages. False when left out. */
  readonly collectsAppraisals: boolean;
  /** Why it cannot be saved; null when it can. */
  readonly fault?: string | null;
}

/** A column of a table. */
export interface ColumnAnswer {
  /** Its header. */
  readonly name: string;
  /** `text`, `whole` (a whole number) or `number`. */
  readonly type: string;
  /** What it says. */
  readonly meaning: string;
  /** Of its numbers. */
  readonly unit?: string | null;
  /** Least value, where one is set. */
  readonly least?: number | null;
  /** Greatest value, where one is set. */
  readonly most?: number | null;
  /** The words that its text is one of; empty where any may stand. */
  readonly words: ReadonlyArray<string>;
  /** Who says so. */
  readonly source: string;
}

/** A feature's part in a prediction. */
export interface Contribution {
  /** Name of a declared feature; empty for what is no single one. */
  readonly feature: string;
  /** What it is, with its value on this page. */
  readonly text: string;
  /** What it adds to the mean class. */
  readonly effect: number;
}

/** A page that somebody lets join the dataset. */
export interface ContributionRequest {
  /** Address of the page, of an article with the number of the revision that was scored (`oldid`), so that exactly that one joins. */
  readonly url?: string | null;
}

/** Measures that are weighed together. */
export interface CriterionAnswer {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly measures: ReadonlyArray<MeasureAnswer>;
}

/** Points of a criterion before and now. */
export interface CriterionMove {
  /** For people. */
  readonly name: string;
  /** Null when unknown, or where there was no such criterion. */
  readonly before?: number | null;
  /** The same now. */
  readonly after?: number | null;
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

/** What one version does otherwise than another. */
export interface DifferenceAnswer {
  readonly from: string;
  readonly to: string;
  readonly changes: ReadonlyArray<string>;
}

/** A draft with what is known of it. */
export interface DraftAnswer {
  readonly face: RulesetFace;
  readonly ruleset: RulesetAnswer;
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

/** An export and how far it is. */
export interface ExportAnswer {
  /** Names it. */
  readonly id: string;
  /** `waiting`, `running`, `ready` or `failed`. */
  readonly state: string;
  readonly request: ExportRequest;
  /** When. */
  readonly madeAt: string;
  /** When it was ready or failed. */
  readonly endedAt?: string | null;
  /** Pages to go through; null until they are counted. */
  readonly pages?: number | null;
  /** Rows that are written. */
  readonly rows: number;
  /** Length of the table once it is ready. */
  readonly bytes?: number | null;
  /** Of the table, in hexadecimal. */
  readonly sha256?: string | null;
  /** Why it failed. */
  readonly error?: string | null;
}

/** What is to be exported; everything may be left out. */
export interface ExportRequest {
  /** `csv`, `jsonl`, either with `.gz` or `.zst` behind it, or `parquet`, which is the default. */
  readonly format?: string | null;
  /** `page`, the default, `reference`, or `appraisal`: what a row stands for. */
  readonly rows?: string | null;
  /** Names of columns; without any, all. They come in the order of the declaration. */
  readonly columns?: ReadonlyArray<string> | null;
  /** `wikipedia` or `youtube`. */
  readonly site?: string | null;
  /** Language edition of articles, such as `en`. */
  readonly language?: string | null;
  /** `medical`, `general`, or the name of a topic, such as `Measles`. */
  readonly topic?: string | null;
  /** The score in a word: `strong`, `fair`, `weak` or `insufficient`. */
  readonly band?: string | null;
  /** Pages that were read at this moment or later. */
  readonly from?: string | null;
  /** Pages that were read before this moment. */
  readonly to?: string | null;
  /** Id of a ruleset: its site's pages, scored by it from their stored feature values. Without one, the stored scores by the rulesets that the topics ask for. */
  readonly ruleset?: string | null;
  /** Code of a class: every page by the rulesets of that class. */
  readonly class?: string | null;
  /** Number of a batch: the pages that were scored in it, whichever of its rows they answer. While it runs the export waits; of a paused one it holds what is there. */
  readonly batch?: number | null;
  /** Only what is new or changed since an earlier export: its id, or a moment (ISO 8601) after which a page was read. */
  readonly since?: string | null;
}

/** A feature as answers and exports name it. */
export interface FeatureAnswer {
  /** `wikipedia` or `youtube`: the pages that have it. A name that both have means the same on both. */
  readonly kind: string;
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

/** How far raters agree on a question; all null while fewer than five answered it. */
export interface ItemAnswer {
  /** Of the question. */
  readonly id: string;
  /** For people. */
  readonly question: string;
  /** Who answered it for any page. */
  readonly raters?: number | null;
  /** Pages with two answers or more. */
  readonly pages?: number | null;
  /** Fleiss' kappa, over the pages that most raters rated alike in number. */
  readonly fleissKappa?: number | null;
  /** Mean of Cohen's kappas of all pairs of raters, with squared weights. */
  readonly cohenKappa?: number | null;
  /** ICC(1,1) of Shrout and Fleiss, over the pages that every rater rated. */
  readonly iccOneWay?: number | null;
  /** ICC(2,1). */
  readonly iccTwoWay?: number | null;
  /** ICC(3,1). */
  readonly iccConsistency?: number | null;
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
  /** The revision that was scored; null for a video, which has none. */
  readonly revision?: number | null;
  /** When it was read. */
  readonly fetchedAt: string;
  /** Id and version of the ruleset. */
  readonly ruleset: string;
  /** Id of the model; null while none takes part. */
  readonly model?: string | null;
  /** Digest of the catalogues. */
  readonly catalogue: string;
}

/** Why a link was not helpful. */
export type MarkReason = "otherTopic" | "doesNotOpen" | "tooHard" | "tooSimple";

/** A link that was not helpful. */
export interface MarkRequest {
  /** The topic that it was offered for, as the alternative names it. */
  readonly topic?: string | null;
  /** The alternative's address. */
  readonly url?: string | null;
  readonly reason?: MarkReason;
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

/** A page that a change moves. */
export interface Mover {
  /** Its title; null for one that readers only looked up. */
  readonly title?: string | null;
  /** Score before. */
  readonly before: number;
  /** Score now. */
  readonly after: number;
  /** What moved it most. */
  readonly why: string;
}

/** How the content came to the scorer. */
export type Origin = "fetched" | "submitted" | "stored";

/** An educator's own word on a source, a channel or a page, with the reason that students are shown. On a source it says what type it counts as; on a channel or a page
it decides a stated number of the score's 100 points. No override lifts a cap, touches a retracted paper, or makes up for evidence that is missing. */
export interface Override {
  /** One of CredScore.Scoring.Rules.OverrideKinds.All. */
  readonly kind: string;
  /** What it is about: a host with its subdomains, a journal's name, a DOI (or a prefix that ends with a slash), a channel's id or handle, a page's key. */
  readonly value: string;
  /** For a source a type such as `guideline`; for a channel or page CredScore.Scoring.Rules.Override.Trusted or CredScore.Scoring.Rules.Override.Distrusted. */
  readonly countsAs: string;
  /** Why, one sentence for students. */
  readonly because: string;
  /** How many of the 100 points it decides, 1 to CredScore.Scoring.Rules.Override.MostPoints; null for sources. */
  readonly points?: number | null;
  /** Whether it judges a whole page and not a source that pages cite. */
  readonly isOfPages: boolean;
}

/** A class as its educator sees it. */
export interface OwnClassAnswer {
  readonly class: ClassAnswer;
  /** How many joined less how many left, as far as their extensions said so. */
  readonly members: number;
  /** To be named when it is saved. */
  readonly stamp: string;
}

/** A page and what the class thinks of it. */
export interface PageMeanAnswer {
  /** Canonical key. */
  readonly key: string;
  /** Its title. */
  readonly title?: string | null;
  /** Who appraised it, five or more. */
  readonly raters: number;
  /** Mean answer to the last question, 1 to 5. */
  readonly mean: number;
  /** CredScore's, by the rules that its topic asks for; null where none is stored. */
  readonly score?: number | null;
  /** That score in a word. */
  readonly band?: string | null;
}

/** One page under two rulesets, criterion by criterion. */
export interface PageMove {
  /** Its title; null when it could not be scored. */
  readonly title?: string | null;
  /** Score before; null when there is not enough evidence. */
  readonly before?: number | null;
  /** Score now. */
  readonly after?: number | null;
  /** `strong`, `fair`, `weak` or `insufficient`. */
  readonly bandBefore?: string | null;
  /** The same now. */
  readonly bandAfter?: string | null;
  /** Points of each criterion, as far as they are known. */
  readonly criteria: ReadonlyArray<CriterionMove>;
  /** Why it cannot be shown; null when it is. */
  readonly trouble?: string | null;
}

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
  readonly channel?: ChannelSummary;
  readonly video?: VideoSummary;
}

/** What a page is about. */
export interface PageTopic {
  /** The topic's name in the catalogue of topics, else the page's title. */
  readonly name: string;
  readonly fit: TopicFit;
  /** What on the page says so. */
  readonly why: string;
  /** Numbers that the page gives of it in registers, by scheme, such as `mesh`. */
  readonly identifiers: Readonly<Record<string, string>>;
}

/** What a trained model says about the page. */
export interface Prediction {
  /** Id and version, such as `wikipedia-grade/1`. */
  readonly model: string;
  /** The most probable class, such as `b`. */
  readonly class: string;
  /** Of each class, in order; they add up to one. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** The mean class, 0 for the first. */
  readonly expected: number;
  /** What moved it there, strongest for, then strongest against, then all others together and the start: together exactly Expected. */
  readonly contributions: ReadonlyArray<Contribution>;
  /** What it means and what limits it, in sentences. */
  readonly notes: ReadonlyArray<string>;
}

/** What a ruleset does otherwise than another. */
export interface PreviewAnswer {
  /** Key of the other one. */
  readonly from: string;
  readonly preview: RulesetPreview;
  readonly page?: PageMove;
}

export interface ProblemDetails {
  readonly type?: string | null;
  readonly title?: string | null;
  readonly status?: number | null;
  readonly detail?: string | null;
  readonly instance?: string | null;
}

/** What to say of a version. */
export interface PublishRequest {
  /** For those who will look at it later. */
  readonly note?: string | null;
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

/** A source that an educator recommends. */
export interface RecommendationAnswer {
  /** Words that a page's title holds; empty for every page. */
  readonly topic: string;
  /** What it is. */
  readonly title: string;
  /** Where it is. */
  readonly url: string;
  /** Why it is recommended. */
  readonly why: string;
}

/** A source that an educator recommends. */
export interface RecommendationDraft {
  /** Words that a page's title holds, such as "measles"; null or empty for every page. */
  readonly topic?: string | null;
  /** What it is. */
  readonly title?: string | null;
  /** Where it is, https. */
  readonly url?: string | null;
  /** Why the educator recommends it, one sentence. */
  readonly why?: string | null;
  readonly fault?: string | null;
}

/** A reference with its source type, for the reader and for exports. */
export interface ReferenceSummary {
  /** Its number on the page. */
  readonly index: number;
  /** What it is by its form. */
  readonly kind: string;
  /** Its title, else what it says. */
  readonly title?: string | null;
  /** Year of publication. */
  readonly year?: number | null;
  readonly sourceType: SourceType;
  /** Why we say so. */
  readonly why: string;
  /** The catalogue that decided; null when none did. */
  readonly list?: string | null;
  /** Without resolver. */
  readonly doi?: string | null;
  /** Digits. */
  readonly pmid?: string | null;
  /** Of the source, not of what passes it on. */
  readonly host?: string | null;
  /** How often the page calls it. */
  readonly uses: number;
  /** Second of the video that it is given for; left out for articles and where none is named. */
  readonly at?: number | null;
  /** Name of the journal of a journal citation, as written; left out elsewhere. */
  readonly journal?: string | null;
  readonly catalogueSays?: CatalogueVerdict;
  /** Digits of its number in PubMed Central, where it can be read free; left out where it has none. */
  readonly pmc?: string | null;
  /** Address of a strong source on the web whose title names what the page is on, so that it can be read instead; left out elsewhere. */
  readonly url?: string | null;
}

/** A whole ruleset. */
export interface RulesetAnswer {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly profile: string;
  readonly site: string;
  readonly criteria: ReadonlyArray<CriterionAnswer>;
  readonly caps: ReadonlyArray<Cap>;
  readonly bands: Bands;
  readonly notJudged: ReadonlyArray<string>;
  readonly overrides: ReadonlyArray<Override>;
  readonly author?: string | null;
}

/** What is known of a version beside its rules. */
export interface RulesetFace {
  /** The ruleset's id. */
  readonly id: string;
  /** Counts up with every published change. */
  readonly version: number;
  /** For people. */
  readonly name: string;
  /** `wikipedia` or `youtube`. */
  readonly site: string;
  /** `draft`, `published` or `retired`. */
  readonly state: string;
  /** The educator; null for the rulesets that ship. */
  readonly author?: string | null;
  /** What the educator says about it. */
  readonly note?: string | null;
  /** Key of the version it was made from; null for the rulesets that ship. */
  readonly parent?: string | null;
  /** When it was published. */
  readonly publishedAt?: string | null;
  /** The difference to its parent, in sentences. */
  readonly changes: ReadonlyArray<string>;
  /** Of a draft: to be named when it is saved or published. */
  readonly stamp?: string | null;
  readonly key: string;
}

/** What a change of rules does to the pages of a panel. */
export interface RulesetPreview {
  /** Pages that were scored by both. */
  readonly pages: number;
  /** How many pages had each band, and have it now; the highest first. */
  readonly bands: ReadonlyArray<BandCount>;
  /** Pages in each ten points, from 0 to 100. */
  readonly scoresBefore: ReadonlyArray<number>;
  /** The same now. */
  readonly scoresAfter: ReadonlyArray<number>;
  /** Pages that changed their band. */
  readonly bandChanges: number;
  /** Those that rose most, with the reason. */
  readonly up: ReadonlyArray<Mover>;
  /** Those that fell most. */
  readonly down: ReadonlyArray<Mover>;
  readonly agreement?: AgreementChange;
  readonly classAgreement?: AgreementChange;
  /** What to think about before it is published. */
  readonly warnings: ReadonlyArray<string>;
  /** The change in words. */
  readonly changes: ReadonlyArray<string>;
}

/** A ruleset in a line. */
export interface RulesetSummary {
  /** Stable id. */
  readonly id: string;
  /** Counts up with every change. */
  readonly version: number;
  /** For people. */
  readonly name: string;
  /** `medical` or `general`: the topics it is made for. */
  readonly profile: string;
  /** `wikipedia` or `youtube`: the pages it is made for. */
  readonly site: string;
  /** The educator whose rules these are; null for the rulesets that ship. */
  readonly author?: string | null;
}

/** What a changed list made of a score. */
export interface ScoreChange {
  /** When it was noticed. */
  readonly at: string;
  /** The score before; null when there was not enough evidence. */
  readonly from?: number | null;
  /** The score afterwards. */
  readonly to?: number | null;
  /** The same as a sentence. */
  readonly text: string;
  /** The sources whose kind changed, retractions first, at most ten. */
  readonly sources: ReadonlyArray<SourceChange>;
}

/** A source whose kind changed. */
export interface SourceChange {
  /** Its number on the page. */
  readonly index: number;
  readonly from: SourceType;
  readonly to: SourceType;
  /** Why. */
  readonly why: string;
  /** The list that says so, with its date; null when none does. */
  readonly list?: string | null;
}

/** What kinds of sources references are, by the years in which those were published. */
export interface SourcePeriod {
  /** First year of publication; null for all up to To. */
  readonly from?: number | null;
  /** Last year. */
  readonly to: number;
  /** References of each type of source, by its name. */
  readonly types: Readonly<Record<string, number>>;
}

/** What kind of source a reference is. Names are the words of catalogues, answers and exports. */
export type SourceType = "unknown" | "guideline" | "systematicReview" | "journalArticle" | "academicBook" | "university" | "society" | "government" | "tertiary" | "book" | "news" | "media" | "organisation" | "advocacy" | "commercial" | "selfPublished" | "userGenerated" | "pressRelease" | "preprint" | "tabloid" | "pseudoscience" | "predatory" | "retracted" | "expressionOfConcern";

/** A page as the caller holds it: its address and its content, an article's as HTML or wikitext, a video's as HTML or YouTube's own JSON. */
export interface SubmittedPage {
  /** Address of the page. */
  readonly url?: string | null;
  /** The page as a browser shows it, or as Parsoid renders it. */
  readonly html?: string | null;
  /** An article's source. */
  readonly wikitext?: string | null;
  /** What YouTube's page holds of the video: `{ player, next, microformat }`, one of these alone, or a plain object
`{ title, description, channel: { id, handle, name }, publishedAt, … }` as far as known. */
  readonly youtube?: unknown;
  /** An article's title, when the address does not tell it. */
  readonly title?: string | null;
  /** Number of an article's revision, when known. */
  readonly revision?: number | null;
  /** Id of a ruleset; without one, the one that the topic asks for. */
  readonly ruleset?: string | null;
}

/** How a topic that was found stands to what the page is about. */
export type TopicFit = "exact" | "broader";

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
  /** The educator by whose rules it was scored; left out for the rulesets that ship. */
  readonly author?: string | null;
}

/** Whether the video can be watched, and if not why. */
export type VideoAvailability = "available" | "upcoming" | "ageRestricted" | "private" | "removed" | "paid" | "blocked" | "botCheck" | "unavailable";

/** Facts about a video for the reader. None of the counts is ever scored: attention is no quality. */
export interface VideoSummary {
  /** Day of publication. */
  readonly published?: string | null;
  /** Null for a stream that still runs. */
  readonly lengthSeconds?: number | null;
  /** YouTube's own category in English. */
  readonly category?: string | null;
  /** Shown, never scored. */
  readonly views?: number | null;
  /** Shown, never scored. */
  readonly likes?: number | null;
  /** Of the channel; shown, never scored. */
  readonly subscribers?: number | null;
  readonly availability?: VideoAvailability;
  /** Whether it runs live now. */
  readonly isLive?: boolean | null;
  /** As stated; null when none is. */
  readonly licence?: string | null;
  /** What YouTube itself says beside the video, in its own words. */
  readonly panels: ReadonlyArray<string>;
}
