import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

// The service's table of namespaces and its sentences stand twice, once for each language. Change both, or this fails.
const service = readAll("../../../scoring-model/CredScore.Scoring/Pages/", /\.cs$/);
const extension = readAll("../../src/shared/", /^(page|web|wikipedia|youtube|not-scorable)[a-z-]*\.ts$/);

test("Knows the namespaces that the service knows", () =>
  assertSame(/(?:"([a-z]+)"|English), "([a-z-]+-page)", "([^"]+)"/g, ([, language = "en", reason, words]) => `${language} ${reason} ${words}`));

test("Knows the start pages that the service knows", () => assertSame(/"([a-z]+:[^"\\/{]+)"/g, ([, page = ""]) => page));

test("Refuses in the service's words", () => assertSame(/"([A-Z][^"]{15,}\.)"/g, ([, sentence = ""]) => sentence));

function assertSame(pattern: RegExp, written: (match: RegExpExecArray) => string): void {
  const of = (text: string) => [...new Set([...text.matchAll(pattern)].map(written))].sort();
  assert.ok(of(service).length > 15);
  assert.deepEqual(of(extension), of(service));
}

function readAll(folder: string, wanted: RegExp): string {
  const at = new URL(folder, import.meta.url);
  return readdirSync(at).filter(name => wanted.test(name)).map(name => readFileSync(new URL(name, at), "utf8")).join("\n");
}
