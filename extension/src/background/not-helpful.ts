import type { Failure, Link, LinkMarks, MarkReason } from "../shared/messages";
import type { Browser } from "./browser";
import { mayHaveArrived } from "./contributions";
import { newReceipt } from "./receipt";
import { Service } from "./service";
import { Turns } from "./in-flight";

/** What is kept here of a link that the student hid, under the hash of topic and address. */
interface KeptMark {
  /** The key to what the service was told; null when it was told nothing. */
  readonly receipt: string | null;
  readonly service: string;
}

const area = "local";
const prefix = "not-helpful:";
const turns = new Turns();

/** Links that the student found not helpful: hidden on this device, and told to researchers only where the student agreed to contribute. */
export class NotHelpful {
  readonly #browser: Browser;
  readonly #service: string;
  readonly #maySend: boolean;

  /** @param maySend Whether the student agreed that researchers are told. */
  constructor(browser: Browser, service: string, maySend: boolean) {
    this.#browser = browser;
    this.#service = service;
    this.#maySend = maySend;
  }

  /** Which of these links are hidden. */
  async find(links: readonly Link[]): Promise<LinkMarks> {
    const names = await Promise.all(links.map(nameOf));
    const kept = await this.#browser.read(area, names);
    return { kind: "marks", hidden: links.filter((_, at) => names[at]! in kept), isSent: false };
  }

  /** Hides a link, or says why it was hidden. A service that cannot be told does not keep it from being hidden. */
  async hide(link: Link, reason: MarkReason | null): Promise<LinkMarks | Failure> {
    const name = await nameOf(link);
    return turns.take(name, () => this.#hide(name, link, reason));
  }

  async show(link: Link): Promise<LinkMarks | Failure> {
    const name = await nameOf(link);
    return turns.take(name, () => this.#show(name));
  }

  /** How many links researchers see by the student's choice. */
  async count(): Promise<number> {
    return (await this.#told()).length;
  }

  /** How many could not be taken back. */
  async takeAllBack(): Promise<number> {
    let left = 0;

    for (const name of await this.#told()) {
      left += (await turns.take(name, () => this.#forgetReceipt(name))) ? 0 : 1;
    }

    return left;
  }

  async #told(): Promise<string[]> {
    return Object.entries(await this.#browser.read(area)).filter(([name, mark]) => name.startsWith(prefix) && (mark as KeptMark).receipt !== null).map(([name]) => name);
  }

  async #hide(name: string, link: Link, reason: MarkReason | null): Promise<LinkMarks> {
    const earlier = await this.#read(name);

    if (!this.#maySend) {
      await this.#keep(name, earlier ?? { receipt: null, service: this.#service });
      return { kind: "marks", hidden: [link], isSent: false };
    }

    const mark = earlier !== null && earlier.receipt !== null && earlier.service === this.#service ? earlier : { receipt: newReceipt(), service: this.#service };
    await this.#keep(name, mark);
    const reply = await new Service(this.#browser, mark.service).ask({ path: `/v1/alternatives/marks/${mark.receipt}`, method: "PUT", body: { ...link, reason }, seconds: 10 });

    if (reply.kind === "failed" && !mayHaveArrived(reply)) {
      await this.#keep(name, { receipt: null, service: this.#service });
    }

    return { kind: "marks", hidden: [link], isSent: reply.kind !== "failed" };
  }

  // It is seen again even where the service could not be told: then the receipt is kept for the next time.
  async #show(name: string): Promise<LinkMarks | Failure> {
    const mark = await this.#read(name);

    if (mark?.receipt != null) {
      const reply = await this.#takeBack(mark);

      if (reply !== null) {
        return reply;
      }
    }

    await this.#browser.remove(area, [name]);
    return { kind: "marks", hidden: [], isSent: false };
  }

  async #forgetReceipt(name: string): Promise<boolean> {
    const mark = await this.#read(name);

    if (mark === null || mark.receipt === null || await this.#takeBack(mark) !== null) {
      return mark === null || mark.receipt === null;
    }

    await this.#keep(name, { ...mark, receipt: null });
    return true;
  }

  // What the service does not know needs no taking back.
  async #takeBack({ receipt, service }: KeptMark): Promise<Failure | null> {
    const reply = await new Service(this.#browser, service).ask({ path: `/v1/alternatives/marks/${receipt}`, method: "DELETE", seconds: 10 });
    return reply.kind === "failed" && reply.trouble !== "missing" ? reply : null;
  }

  async #read(name: string): Promise<KeptMark | null> {
    return (await this.#browser.read(area, [name]))[name] as KeptMark | undefined ?? null;
  }

  #keep(name: string, mark: KeptMark): Promise<void> {
    return this.#browser.write(area, { [name]: mark });
  }
}

// A hash, so that what is kept here does not list what was read.
async function nameOf({ topic, url }: Link): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${topic}\n${url}`));
  return prefix + [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
