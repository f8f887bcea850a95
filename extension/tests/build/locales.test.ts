import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { languages } from "../../src/shared/settings";

type Messages = Record<string, { readonly message: string }>;

const root = new URL("../../", import.meta.url);
const messagesOf = (language: string): Messages => JSON.parse(readFileSync(new URL(`static/_locales/${language}/messages.json`, root), "utf8")) as Messages;
const english = messagesOf("en");
const partsOf = (text: string): string => [...text.matchAll(/\$[1-9]/g)].map(String).sort().join();

const code = ["src", "static", "build"].flatMap(folder => readdirSync(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.(ts|html)$/.test(entry.name))
  .map(entry => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))).join("\n");

// Keys put together from a word of the contract, such as `band_${band}`.
const made = /^(band|source|criterion|judge|meaning|trouble|note)_/;

test("Offers the languages that the settings name", () => {
  assert.deepEqual(readdirSync(new URL("static/_locales/", root)).sort(), [...languages].sort());
});

for (const language of languages.filter(tag => tag !== "en")) {
  test(`Says everything in ${language}, with the same parts`, () => {
    const messages = messagesOf(language);
    assert.deepEqual(Object.keys(messages), Object.keys(english));

    for (const [key, { message }] of Object.entries(messages)) {
      assert.notEqual(message.trim(), "", key);
      assert.equal(partsOf(message), partsOf(english[key]!.message), key);
    }
  });
}

test("Says nothing that nobody asks for, and lacks nothing that somebody does", () => {
  const unused = Object.keys(english).filter(key => !made.test(key) && !code.includes(`"${key}"`) && !code.includes(`__MSG_${key}__`) && !code.includes(`say="${key}"`));
  const asked = [...code.matchAll(/\bsay\("([\w]+)"/g), ...code.matchAll(/data-say="(\w+)"/g)].map(([, key]) => key!);
  assert.deepEqual(unused, []);
  assert.deepEqual(asked.filter(key => !(key in english)), []);
});

test("Names every criterion of the rules that come with the service, and says how to judge it oneself", () => {
  const rules = new URL("../../../scoring-model/rules/", import.meta.url);
  const criteria = readdirSync(rules).filter(name => name.endsWith(".json"))
    .flatMap(name => (JSON.parse(readFileSync(new URL(name, rules), "utf8")) as { readonly criteria?: readonly { readonly id: string }[] }).criteria ?? [])
    .map(({ id }) => id.replaceAll("-", "_"));
  assert.ok(criteria.length > 10);
  assert.deepEqual([...new Set(criteria)].flatMap(id => [`criterion_${id}`, `judge_${id}`]).filter(key => !(key in english)), []);
});
