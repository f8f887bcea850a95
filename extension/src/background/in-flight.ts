/** Joins questions for the same thing while its answer is under way. Only that: a stopped worker loses nothing by losing it. */
export class InFlight<T> {
  readonly #running = new Map<string, Promise<T>>();

  join(name: string, start: () => Promise<T>): Promise<T> {
    const running = this.#running.get(name);

    if (running !== undefined) {
      return running;
    }

    const started = start().finally(() => this.#running.delete(name));
    this.#running.set(name, started);
    return started;
  }
}

/** Does what concerns one thing one after the other. Another worker has its own turns: what is kept must stay right without them. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(name, mine);

    try {
      return await mine;
    } finally {
      if (this.#last.get(name) === mine) {
        this.#last.delete(name);
      }
    }
  }
}
