import { readAssessment, type Assessment } from "../shared/assessment";
import type { OpenPage, ScoreAnswer, VideoContent } from "../shared/messages";
import { keyHash, type PageAddress } from "../shared/page-address";
import type { Browser } from "./browser";
import { InFlight } from "./in-flight";
import { KeptAnswers, type Kept } from "./kept";
import { failure, type Reply, type Service } from "./service";
import { submissionOf } from "./submission";

const freshFor = 10 * 60_000;
const running = new InFlight<ScoreAnswer>();

export interface Question {
  readonly page: OpenPage;
  readonly address: PageAddress;
  readonly content: VideoContent | null;
  readonly ruleset: string;
  /** False in private windows: nothing is left behind there. */
  readonly mayKeep: boolean;
}

/** Whole assessments. To ask for one sends the page's address: only when the student wants it. */
export class Scores {
  readonly #browser: Browser;
  readonly #service: Service;
  readonly #kept: KeptAnswers<Assessment>;

  constructor(browser: Browser, service: Service) {
    this.#browser = browser;
    this.#service = service;
    this.#kept = new KeptAnswers(browser, { area: "local", prefix: "score", mostItems: 60, mostBytes: 4_000_000, days: 7 });
  }

  /** What is kept here for exactly this page; null when nothing is, or only of another revision. Asks nobody. */
  async recall(question: Question): Promise<(Kept<Assessment> & { readonly isFresh: boolean }) | null> {
    const kept = question.mayKeep ? await this.#kept.find(await nameOf(question)) : null;
    return kept !== null && fits(kept.value, question)
      ? { ...kept, isFresh: this.#browser.now() - kept.at < freshFor }
      : null;
  }

  async score(question: Question): Promise<ScoreAnswer> {
    return running.join(`${await nameOf(question)} ${question.mayKeep}`, () => this.#score(question));
  }

  async #score(question: Question): Promise<ScoreAnswer> {
    const kept = await this.recall(question);

    if (kept?.isFresh === true) {
      return { kind: "scored", assessment: kept.value, kept: false };
    }

    const reply = await this.#ask(question, kept?.etag ?? null);
    const answer = await this.#read(reply, question, kept);
    const isPassing = answer.kind === "failed" && ["offline", "unreachable", "busy"].includes(answer.trouble);
    return isPassing && kept !== null ? { kind: "scored", assessment: kept.value, kept: true } : answer;
  }

  async #ask(question: Question, etag: string | null): Promise<Reply> {
    const { content, ruleset } = question;
    const url = addressOf(question);

    const youtube = content === null ? null : submissionOf(content);

    if (youtube !== null) {
      const sent = await this.#service.ask({ path: "/v1/scores/from-page", body: { url, youtube, ...(ruleset === "" ? {} : { ruleset }) }, seconds: 25 });

      // What the page held could not be read: then the service may look for itself.
      if (sent.kind !== "failed" || !["refused", "not-scorable"].includes(sent.trouble)) {
        return sent;
      }
    }

    const query = new URLSearchParams(ruleset === "" ? { url } : { url, ruleset });
    return this.#service.ask({ path: `/v1/scores?${query}`, etag, seconds: 28 });
  }

  async #read(reply: Reply, question: Question, kept: Kept<Assessment> | null): Promise<ScoreAnswer> {
    if (reply.kind === "failed") {
      return reply;
    }

    const assessment = reply.kind === "unchanged" ? kept?.value ?? null : readAssessment(reply.content);

    if (assessment === null) {
      return failure("update-needed");
    }

    if (!fits(assessment, question)) {
      return failure("wrong-page");
    }

    if (question.mayKeep) {
      await this.#kept.keep(await nameOf(question), assessment, reply.kind === "content" ? reply.etag : kept?.etag ?? null);
    }

    return { kind: "scored", assessment, kept: false };
  }
}

/** Whether an assessment is about what is on the screen. Of an old revision only that revision's will do; of the latest, one a few edits away is shown with a note. */
function fits({ page }: Assessment, question: Question): boolean {
  return page.key === question.page.key && (!question.page.isOld || page.revision === question.page.revision);
}

async function nameOf({ address, page, ruleset }: Question): Promise<string> {
  return `${await keyHash(address)}/${page.isOld ? page.revision : ""}/${ruleset}`;
}

// Built from what was understood of the address, never the text in the address bar.
function addressOf({ address, page }: Question): string {
  if (!page.isOld || page.revision === null) {
    return address.webAddress;
  }

  const old = new URL(address.webAddress);
  old.searchParams.set("oldid", String(page.revision));
  return old.href;
}
