import type { ToolbarState } from "../shared/messages";

export type Area = "sync" | "managed" | "local" | "session";

/** What a message's sender is, as far as we decide by it. */
export interface Sender {
  readonly extension: string | null;
  readonly address: string | null;
  readonly tabId: number | null;
  readonly isPrivate: boolean;
}

/** Everything the worker asks of Chrome or Edge, replaced whole in tests. */
export interface Browser {
  readonly extensionId: string;
  /** Address of a file of the extension. */
  addressOf(path: string): string;
  /** Without keys: everything in the area. */
  read(area: Area, keys?: readonly string[]): Promise<Record<string, unknown>>;
  write(area: "local" | "session", values: Record<string, unknown>): Promise<void>;
  remove(area: "local" | "session", keys: readonly string[]): Promise<void>;
  clear(area: "local" | "session"): Promise<void>;
  fetch(address: string, init: RequestInit): Promise<Response>;
  mayAsk(address: string): Promise<boolean>;
  isOnline(): boolean;
  showState(tabId: number, state: ToolbarState): Promise<void>;
  openTab(path: string): Promise<void>;
  openOptions(): Promise<void>;
  /** A phrase in the browser's own language, with `$1` and `$2` still in it. */
  phrase(key: string): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  wait(milliseconds: number): Promise<void>;
}
