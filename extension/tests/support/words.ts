import { readFileSync } from "node:fs";
import { fill, type Language } from "../../src/shared/words";

const messages = JSON.parse(readFileSync(new URL("../../static/_locales/en/messages.json", import.meta.url), "utf8")) as Record<string, { readonly message: string }>;

export const english: Language = { tag: "en", direction: "ltr", say: (key, ...parts) => fill(messages[key]?.message ?? "", parts) };
