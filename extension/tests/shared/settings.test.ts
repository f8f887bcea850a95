import assert from "node:assert/strict";
import { test } from "node:test";
import { lockedBy, readSettings, serviceAddress } from "../../src/shared/settings";
import { themeOf } from "../../src/shared/theme";
import { fill } from "../../src/shared/words";
import { open } from "../support/pages";

const read = (chosen: object, policy: object = {}): ReturnType<typeof readSettings> => readSettings("http://localhost:5080", chosen as never, policy as never);

test("Takes what does not fit for absent", () => {
  const settings = read({ scoring: "always", wikipedia: "yes", textSize: 40, language: "xx", ruleset: "<b>", service: "ftp://x", channelsOff: [1, "@A"] });
  assert.deepEqual(settings, { ...read({}), channelsOff: ["@A"] });
});

test("Puts the school's choice above the student's, and names what it fixed", () => {
  const policy = { scoring: "prefix", youtube: false, lists: 1 };
  assert.deepEqual([read({ scoring: "auto", youtube: true, lists: true }, policy).scoring, read({ youtube: true }, policy).youtube, read({ lists: true }, policy).lists], ["prefix", false, true]);
  assert.deepEqual([...lockedBy(policy)], ["scoring", "youtube"]);
});

test("Lets a policy keep pages out of the dataset, and never let them in", () => {
  assert.equal(read({ contribute: "ask" }, { contribute: "always" }).contribute, "ask");
  assert.equal(read({ contribute: "ask" }, { contribute: "never" }).contribute, "never");
  assert.deepEqual([...lockedBy({ contribute: "always" })], []);
  assert.equal(read({}).contribute, "never");
});

for (const [text, address] of [
  ["https://credscore.school.example/", "https://credscore.school.example"], ["https://school.example/credscore//", "https://school.example/credscore"], ["http://localhost:5080", "http://localhost:5080"],
  ["http://127.0.0.1:9", "http://127.0.0.1:9"], ["http://school.example", null], ["https://user:word@school.example", null], ["javascript:alert(1)", null], ["school.example", null], ["", null], ["http://localhost.evil.example", null],
] as const) {
  test(`Takes "${text}" for ${address ?? "no address of a service"}`, () => assert.equal(serviceAddress(text), address));
}

test("Follows the site's theme, and the system only where the site does", () => {
  const theme = (html: string, prefersDark: boolean): string => themeOf(open("https://en.wikipedia.org/", html).document, () => prefersDark);
  assert.equal(theme("<html class='skin-theme-clientpref-night'>", false), "dark");
  assert.equal(theme("<html class='skin-theme-clientpref-day'>", true), "light");
  assert.equal(theme("<html class='skin-theme-clientpref-os'>", true), "dark");
  assert.equal(theme("<html class='skin-theme-clientpref-os'>", false), "light");
  assert.equal(theme("<html dark>", false), "dark");
  assert.equal(theme("<html>", true), "light");
});

test("Fills phrases without taking what is filled in for a phrase", () => {
  assert.equal(fill("$2 of $1", ["$2", "3"]), "3 of $2");
  assert.equal(fill("$1 and $3", ["a"]), "a and ");
});
