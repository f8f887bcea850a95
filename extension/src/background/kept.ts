import type { Area, Browser } from "./browser";

/** What is kept of an answer. */
export interface Kept<T> {
  readonly value: T;
  readonly etag: string | null;
  /** When it was last known to be right, in milliseconds since 1970. */
  readonly at: number;
}

interface Line {
  readonly name: string;
  readonly bytes: number;
}

export interface KeptLimits {
  readonly area: Extract<Area, "local" | "session">;
  readonly prefix: string;
  readonly mostItems: number;
  readonly mostBytes: number;
  readonly days: number;
}

const day = 86_400_000;
const writing = new Map<string, Promise<void>>();

/** Answers in the browser's own storage, the least recently used forgotten first. Nothing of it lives in the worker, which may stop at any moment. */
export class KeptAnswers<T> {
  readonly #browser: Browser;
  readonly #limits: KeptLimits;

  constructor(browser: Browser, limits: KeptLimits) {
    this.#browser = browser;
    this.#limits = limits;
  }

  async find(name: string): Promise<Kept<T> | null> {
    const key = this.#keyOf(name);
    const kept = (await this.#browser.read(this.#limits.area, [key]))[key] as Kept<T> | undefined;
    return kept !== undefined && this.#browser.now() - kept.at < this.#limits.days * day ? kept : null;
  }

  /** One after the other: each reads the list of what is kept and writes it anew. */
  async keep(name: string, value: T, etag: string | null): Promise<void> {
    const kept: Kept<T> = { value, etag, at: this.#browser.now() };
    const line = { name, bytes: JSON.stringify(kept).length };

    if (line.bytes <= this.#limits.mostBytes) {
      const before = writing.get(this.#limits.prefix);
      const next = (async () => (await before, this.#keep(line, kept)))();
      writing.set(this.#limits.prefix, next);
      await next;
    }
  }

  async #keep(line: Line, kept: Kept<T>): Promise<void> {
    const { name } = line;
    const lines = await this.#lines();
    const [staying, leaving] = this.#fit([line, ...lines.filter(other => other.name !== name)]);

    try {
      await this.#browser.remove(this.#limits.area, leaving.map(({ name: old }) => this.#keyOf(old)));
      await this.#browser.write(this.#limits.area, staying.includes(line) ? { [this.#keyOf(name)]: kept, [this.#indexKey]: staying } : { [this.#indexKey]: staying });
    } catch {
      // The area is full with what we do not count: begin anew, an answer kept is only a convenience.
      await this.#browser.remove(this.#limits.area, [...staying, ...leaving].map(({ name: old }) => this.#keyOf(old)).concat(this.#indexKey));
    }
  }

  #fit(lines: readonly Line[]): [staying: Line[], leaving: Line[]] {
    let bytes = 0;
    const stays = lines.map((line, index) => (bytes += line.bytes) <= this.#limits.mostBytes && index < this.#limits.mostItems);
    return [lines.filter((_, index) => stays[index]), lines.filter((_, index) => !stays[index])];
  }

  async #lines(): Promise<readonly Line[]> {
    const index = (await this.#browser.read(this.#limits.area, [this.#indexKey]))[this.#indexKey];
    return Array.isArray(index) ? index as Line[] : [];
  }

  #keyOf(name: string): string {
    return `${this.#limits.prefix}:${name}`;
  }

  get #indexKey(): string {
    return `${this.#limits.prefix}-index`;
  }
}
