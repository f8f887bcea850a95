import type { Failure, Trouble } from "../shared/messages";
import type { Browser } from "./browser";

/** What the service answered: content, "nothing new", or why not. */
export type Reply = { readonly kind: "content"; readonly content: unknown; readonly etag: string | null } | { readonly kind: "unchanged" } | Failure;

export interface Request {
  readonly path: string;
  readonly etag?: string | null;
  /** When absent: POST with a body, else GET. */
  readonly method?: "PUT" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Longest wait for an attempt. */
  readonly seconds: number;
}

const attempts = 3;
const firstWait = 400;
const longestWait = 4_000;
const mostBytes = 8_000_000;
const longestPause = 600;

/** The service over HTTP: a few attempts with growing, scattered waits; a longer `Retry-After` is kept, and nothing is asked until it is over. */
export class Service {
  readonly #browser: Browser;
  readonly #address: string;

  constructor(browser: Browser, address: string) {
    this.#browser = browser;
    this.#address = address;
  }

  async ask(request: Request): Promise<Reply> {
    if (!await this.#browser.mayAsk(this.#address)) {
      return failure("no-permission");
    }

    const pause = await this.#secondsOfPause();
    return pause > 0 ? failure("busy", pause) : this.#askRepeatedly(request);
  }

  async #askRepeatedly(request: Request): Promise<Reply> {
    let reply = failure("unreachable") as Reply;

    for (let attempt = 0; attempt < attempts; attempt++) {
      reply = await this.#askOnce(request);

      if (reply.kind !== "failed" || !(await this.#waitBefore(attempt + 1, reply))) {
        break;
      }
    }

    return reply;
  }

  async #askOnce({ path, method, etag, body, seconds }: Request): Promise<Reply> {
    const headers: Record<string, string> = { Accept: "application/json" };
    Object.assign(headers, etag ? { "If-None-Match": etag } : {}, body === undefined ? {} : { "Content-Type": "application/json" });

    try {
      const response = await this.#browser.fetch(this.#address + path, {
        method: method ?? (body === undefined ? "GET" : "POST"), headers, signal: AbortSignal.timeout(seconds * 1_000),
        // Host permission would send cookies; the service shall not tell one reader's questions from another's.
        credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", redirect: "error",
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return await this.#read(response);
    } catch {
      return failure(this.#browser.isOnline() ? "unreachable" : "offline");
    }
  }

  async #read(response: Response): Promise<Reply> {
    if (response.status === 304) {
      return { kind: "unchanged" };
    }

    if (response.status === 204) {
      return { kind: "content", content: null, etag: null };
    }

    const content = await readJson(response);

    if (response.ok) {
      return content === undefined ? failure("update-needed") : { kind: "content", content, etag: response.headers.get("ETag") };
    }

    return { kind: "failed", trouble: troubleOf(response.status), retryAfter: this.#retryAfter(response), detail: detailOf(content) };
  }

  // Worth another attempt: no answer, or a passing one that asks for no longer wait than we would make.
  async #waitBefore(attempt: number, { trouble, retryAfter }: Failure): Promise<boolean> {
    if (trouble === "busy" && retryAfter !== null && retryAfter * 1_000 > longestWait) {
      await this.#pause(retryAfter);
      return false;
    }

    if (attempt >= attempts || (trouble !== "busy" && trouble !== "unreachable")) {
      return false;
    }

    const growing = Math.min(longestWait, firstWait * 2 ** (attempt - 1));
    await this.#browser.wait(Math.max((retryAfter ?? 0) * 1_000, growing * (0.5 + this.#browser.random() / 2)));
    return true;
  }

  async #pause(seconds: number): Promise<void> {
    await this.#browser.write("session", { [this.#pauseKey]: this.#browser.now() + Math.min(seconds, longestPause) * 1_000 });
  }

  async #secondsOfPause(): Promise<number> {
    const until = (await this.#browser.read("session", [this.#pauseKey]))[this.#pauseKey];
    return typeof until === "number" ? Math.max(0, Math.ceil((until - this.#browser.now()) / 1_000)) : 0;
  }

  get #pauseKey(): string {
    return `pause:${this.#address}`;
  }

  // Seconds, or a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
  #retryAfter(response: Response): number | null {
    const value = response.headers.get("Retry-After") ?? "";

    if (/^\d{1,6}$/.test(value)) {
      return Number(value);
    }

    const date = Date.parse(value);
    return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - this.#browser.now()) / 1_000));
  }
}

export function failure(trouble: Trouble, retryAfter: number | null = null): Failure {
  return { kind: "failed", trouble, retryAfter, detail: null };
}

function troubleOf(status: number): Trouble {
  switch (status) {
    case 404:
      return "missing";
    case 422:
      return "not-scorable";
    case 410:
    case 426:
      return "update-needed";
    case 408:
    case 429:
    case 502:
    case 503:
    case 504:
      return "busy";
    default:
      return "refused";
  }
}

/** Undefined when it is no JSON or too much of it. */
async function readJson(response: Response): Promise<unknown> {
  if (Number(response.headers.get("Content-Length") ?? 0) > mostBytes) {
    return undefined;
  }

  const text = await response.text();

  try {
    return text.length > mostBytes ? undefined : JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function detailOf(content: unknown): string | null {
  const { detail } = typeof content === "object" && content !== null ? content as { detail?: unknown } : {};
  return typeof detail === "string" ? detail.slice(0, 300) : null;
}
