import { readBucket } from "../shared/assessment";
import type { LookupEntry } from "../shared/contract";
import type { Failure, KnownScore } from "../shared/messages";
import { keyHash, type PageAddress } from "../shared/page-address";
import type { Browser } from "./browser";
import { InFlight } from "./in-flight";
import { KeptAnswers } from "./kept";
import { failure, type Service } from "./service";

type Bucket = readonly LookupEntry[];

const freshFor = 5 * 60_000;
const atOnce = 4;
const running = new InFlight<Bucket | Failure>();

/** What the service knows of pages, asked by five digits of their hash: it learns a bucket, not the page. */
export class LookUps {
  readonly #browser: Browser;
  readonly #service: Service;
  readonly #name: string;
  readonly #ruleset: string;
  readonly #kept: KeptAnswers<Bucket>;

  /** @param ruleset By which the service is asked; empty for the one that a page's topic asks for. */
  constructor(browser: Browser, service: Service, address: string, ruleset: string) {
    this.#browser = browser;
    this.#service = service;
    this.#name = address;
    this.#ruleset = ruleset;
    this.#kept = new KeptAnswers(browser, { area: "session", prefix: "bucket", mostItems: 400, mostBytes: 2_000_000, days: 1 });
  }

  async find(page: PageAddress): Promise<KnownScore | null | Failure> {
    const hash = await keyHash(page);
    const bucket = await this.#bucketOf(hash.slice(0, 5));
    return isBucket(bucket) ? known(bucket, hash, this.#ruleset) : bucket;
  }

  /** The known ones among many pages, by key; buckets that fail are left out. */
  async findMany(pages: readonly PageAddress[]): Promise<Record<string, KnownScore>> {
    const waiting = [...pages];
    const found: Record<string, KnownScore> = {};

    const work = async (): Promise<void> => {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        const score = await this.find(page);

        if (score !== null && !("kind" in score)) {
          found[page.key] = score;
        }
      }
    };

    await Promise.all(Array.from({ length: atOnce }, work));
    return found;
  }

  async #bucketOf(prefix: string): Promise<Bucket | Failure> {
    const name = this.#ruleset === "" ? `${this.#name}/${prefix}` : `${this.#name}/${prefix} ${this.#ruleset}`;
    const kept = await this.#kept.find(name);

    if (kept !== null && this.#browser.now() - kept.at < freshFor) {
      return kept.value;
    }

    const answer = await running.join(name, () => this.#askFor(name, prefix));
    return isBucket(answer) ? answer : kept?.value ?? answer;
  }

  async #askFor(name: string, prefix: string): Promise<Bucket | Failure> {
    const query = this.#ruleset === "" ? "" : `?${new URLSearchParams({ ruleset: this.#ruleset })}`;
    const reply = await this.#service.ask({ path: `/v1/scores/lookup/${prefix}${query}`, seconds: 10 });

    if (reply.kind !== "content") {
      return reply.kind === "failed" ? reply : failure("refused");
    }

    const bucket = readBucket(reply.content);

    if (bucket === null) {
      return failure("update-needed");
    }

    await this.#kept.keep(name, bucket, null);
    return bucket;
  }
}

function isBucket(answer: Bucket | Failure): answer is Bucket {
  return Array.isArray(answer);
}

// A ruleset is named with its version, `medical/1`; whoever chose one chose it in any version.
function known(bucket: Bucket, hash: string, ruleset: string): KnownScore | null {
  const entry = bucket.find(candidate => candidate.hash.toLowerCase() === hash && (ruleset === "" || candidate.ruleset === ruleset || candidate.ruleset.startsWith(`${ruleset}/`)));
  return entry === undefined
    ? null
    : { band: entry.band as KnownScore["band"], score: entry.score ?? null, confidence: entry.confidence, revision: entry.revision ?? null, fetchedAt: entry.fetchedAt ?? null };
}
