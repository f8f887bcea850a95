import type { Assessment } from "../shared/assessment";
import type { ContributionAnswer, Failure } from "../shared/messages";
import { keyHash, type PageAddress } from "../shared/page-address";
import type { Browser } from "./browser";
import { InFlight, Turns } from "./in-flight";
import { newReceipt } from "./receipt";
import { Service } from "./service";

/** The key to one contribution. It is kept before anything is sent, so that whatever the service may have got can be taken back. */
interface Receipt {
  readonly receipt: string;
  readonly service: string;
  readonly revision: number | null;
  /** False until the service said that it got it. */
  readonly isSure: boolean;
}

/** What is kept here of a page, under the hash of its key. */
interface KeptPage {
  readonly receipts: readonly Receipt[];
  /** The student took it back: then only a press lets it join again, whatever the setting. */
  readonly isTakenBack: boolean;
}

const area = "local";
const prefix = "contribution:";
const running = new InFlight<ContributionAnswer>();
// Taking back waits for what is under way: else its receipt would be kept again after it was given up.
const turns = new Turns();
const nothing: KeptPage = { receipts: [], isTakenBack: false };

/** The pages that the student lets join the research dataset: never one that they have not had scored, each under a random receipt that tells nothing of them. */
export class Contributions {
  readonly #browser: Browser;
  readonly #service: string;

  /** @param service Address of the service that new contributions go to. */
  constructor(browser: Browser, service: string) {
    this.#browser = browser;
    this.#service = service;
  }

  async isIn(page: PageAddress): Promise<boolean> {
    return (await this.#recordOf(page)).receipts.some(({ isSure }) => isSure);
  }

  /** Lets a page join that was scored; when no press asked for it, not again after it was taken back. */
  add(page: PageAddress, assessment: Assessment, wish: "asked" | "by itself"): Promise<ContributionAnswer> {
    return running.join(page.key, async () => turns.take(await nameOf(page), () => this.#add(page, assessment, wish)));
  }

  async takeBack(page: PageAddress): Promise<ContributionAnswer> {
    const name = await nameOf(page);
    return turns.take(name, () => this.#takeBack(name));
  }

  /** How many pages could not be taken back. */
  async takeAllBack(): Promise<number> {
    let left = 0;

    for (const [name] of await this.#contributed()) {
      left += (await turns.take(name, () => this.#takeBack(name))).kind === "failed" ? 1 : 0;
    }

    return left;
  }

  /** How many pages are in the dataset by the student's choice. */
  async count(): Promise<number> {
    return (await this.#contributed()).length;
  }

  async #add(page: PageAddress, assessment: Assessment, wish: "asked" | "by itself"): Promise<ContributionAnswer> {
    const record = await this.#recordOf(page);
    const revision = assessment.page.revision ?? null;
    const earlier = record.receipts.find(other => other.revision === revision && other.service === this.#service);

    if (earlier?.isSure === true || (wish === "by itself" && record.isTakenBack)) {
      return { kind: "contribution", isIn: earlier?.isSure === true };
    }

    const receipt: Receipt = earlier ?? { receipt: newReceipt(), service: this.#service, revision, isSure: false };
    const others = record.receipts.filter(other => other !== earlier);
    await this.#keep(page, { receipts: [...others, receipt], isTakenBack: false });
    const reply = await new Service(this.#browser, this.#service).ask({ path: `/v1/contributions/${receipt.receipt}`, method: "PUT", body: { url: addressOf(page, revision) }, seconds: 28 });

    if (reply.kind === "failed") {
      await (mayHaveArrived(reply) ? undefined : this.#keep(page, { receipts: others, isTakenBack: record.isTakenBack }));
      return reply;
    }

    await this.#keep(page, { receipts: [...others, { ...receipt, isSure: true }], isTakenBack: false });
    return { kind: "contribution", isIn: true };
  }

  async #takeBack(name: string): Promise<ContributionAnswer> {
    const { receipts } = await this.#read(name);
    const left: Receipt[] = [];
    let failed: Failure | null = null;

    for (const receipt of receipts) {
      const reply = await new Service(this.#browser, receipt.service).ask({ path: `/v1/contributions/${receipt.receipt}`, method: "DELETE", seconds: 15 });

      // What the service does not know needs no taking back.
      if (reply.kind === "failed" && reply.trouble !== "missing") {
        failed = reply;
        left.push(receipt);
      }
    }

    await this.#browser.write(area, { [name]: { receipts: left, isTakenBack: true } satisfies KeptPage });
    return failed ?? { kind: "contribution", isIn: false };
  }

  async #contributed(): Promise<[string, KeptPage][]> {
    const all = Object.entries(await this.#browser.read(area)) as [string, KeptPage][];
    return all.filter(([name, kept]) => name.startsWith(prefix) && kept.receipts.length > 0);
  }

  async #recordOf(page: PageAddress): Promise<KeptPage> {
    return this.#read(await nameOf(page));
  }

  async #read(name: string): Promise<KeptPage> {
    return (await this.#browser.read(area, [name]))[name] as KeptPage | undefined ?? nothing;
  }

  async #keep(page: PageAddress, record: KeptPage): Promise<void> {
    await this.#browser.write(area, { [await nameOf(page)]: record });
  }
}

async function nameOf(page: PageAddress): Promise<string> {
  return prefix + await keyHash(page);
}

// No answer is no refusal.
export function mayHaveArrived({ trouble }: Failure): boolean {
  return ["unreachable", "offline", "busy", "update-needed"].includes(trouble);
}

// Exactly the revision that was scored.
function addressOf(page: PageAddress, revision: number | null): string {
  const address = new URL(page.webAddress);

  if (page.kind === "wikipedia" && revision !== null) {
    address.searchParams.set("oldid", String(revision));
  }

  return address.href;
}
