import type { Area, Browser, Sender } from "../../src/background/browser";
import type { ToolbarState } from "../../src/shared/messages";
import { english } from "./words";

export interface Asked {
  readonly address: string;
  readonly init: RequestInit;
}

type Answer = Response | Error | ((asked: Asked) => Response | Promise<Response>);

/** A browser in memory whose clock stands still and whose network answers what it was told, in order; an answer nobody prepared fails the test. */
export class FakeBrowser implements Browser {
  readonly extensionId = "abcdefghijklmnopabcdefghijklmnop";
  readonly areas: Record<Area, Record<string, unknown>> = { sync: {}, managed: {}, local: {}, session: {} };
  readonly asked: Asked[] = [];
  readonly waits: number[] = [];
  readonly shown: [number, ToolbarState][] = [];
  readonly opened: string[] = [];
  readonly answers: Answer[] = [];
  isAllowed = true;
  hasNetwork = true;
  time = Date.parse("2026-11-22T12:00:00Z");
  mostBytes = Number.POSITIVE_INFINITY;

  constructor(settings: Record<string, unknown> = {}) {
    this.areas.sync = { scoring: "auto", ...settings };
  }

  willAnswer(...answers: Answer[]): this {
    this.answers.push(...answers);
    return this;
  }

  get paths(): string[] {
    return this.asked.map(({ address, init }) => `${init.method ?? "GET"} ${address.replace("http://localhost:5080", "")}`);
  }

  addressOf(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  async read(area: Area, keys?: readonly string[]): Promise<Record<string, unknown>> {
    const all = this.areas[area];
    return structuredClone(keys === undefined ? all : Object.fromEntries(keys.filter(key => key in all).map(key => [key, all[key]])));
  }

  async write(area: "local" | "session", values: Record<string, unknown>): Promise<void> {
    if (JSON.stringify({ ...this.areas[area], ...values }).length > this.mostBytes) {
      throw new Error("QUOTA_BYTES quota exceeded");
    }

    Object.assign(this.areas[area], structuredClone(values));
  }

  async remove(area: "local" | "session", keys: readonly string[]): Promise<void> {
    keys.forEach(key => delete this.areas[area][key]);
  }

  async clear(area: "local" | "session"): Promise<void> {
    this.areas[area] = {};
  }

  async fetch(address: string, init: RequestInit): Promise<Response> {
    this.asked.push({ address, init });
    const answer = this.answers.shift() ?? new Error(`Nobody prepared an answer for ${address}.`);

    if (answer instanceof Error) {
      throw answer;
    }

    return typeof answer === "function" ? answer({ address, init }) : answer;
  }

  async mayAsk(): Promise<boolean> {
    return this.isAllowed;
  }

  isOnline(): boolean {
    return this.hasNetwork;
  }

  async showState(tabId: number, state: ToolbarState): Promise<void> {
    this.shown.push([tabId, state]);
  }

  async openTab(path: string): Promise<void> {
    this.opened.push(path);
  }

  async openOptions(): Promise<void> {
    this.opened.push("options.html");
  }

  phrase(key: string): string {
    return english.say(key, "$1", "$2");
  }

  now(): number {
    return this.time;
  }

  random(): number {
    return 0.5;
  }

  async wait(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds);
  }
}

export const noNetwork = (): Error => new TypeError("Failed to fetch");

export function json(content: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(content), { status, headers: { "Content-Type": "application/json", ...headers } });
}

export function problem(status: number, detail: string, headers: Record<string, string> = {}): Response {
  return json({ type: "urn:credscore:problem:x", title: "x", detail }, status, headers);
}

export function tabAt(address: string, isPrivate = false): Sender {
  return { extension: new FakeBrowser().extensionId, address, tabId: 7, isPrivate };
}
