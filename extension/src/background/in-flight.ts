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
