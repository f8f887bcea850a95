import assert from "node:assert/strict";
import { test } from "node:test";
import { collectsAppraisals, withClassRules } from "../../src/background/class-rules";
import { classCode, defaults, type Settings } from "../../src/shared/settings";
import { FakeBrowser } from "../support/fake-browser";

const service = "http://localhost:5080";
const joined: Settings = { ...defaults(service), scoring: "auto", classCode: "ABCD-EFGH", ruleset: "general" };
const answer = (articles: string | null): Response => Response.json({ code: "ABCD-EFGH", name: "Physiology", subject: "", level: "", by: "Dr Rivera", articleRuleset: articles, videoRuleset: null, recommendations: [] });
const nothing = (): Response => new Response(null, { status: 204 });

test("Scores by the class's rules, and counts joining once", async () => {
  const browser = new FakeBrowser().willAnswer(answer("rivera/2"), nothing());
  const first = await withClassRules(browser, joined);
  const second = await withClassRules(browser, joined);
  assert.deepEqual([first.ruleset, first.videoRuleset, second.ruleset], ["rivera/2", "", "rivera/2"]);
  assert.deepEqual(browser.paths, ["GET /v1/classes/ABCD-EFGH", "POST /v1/classes/ABCD-EFGH/members"]);
});

test("Follows the class to another version, and back", async () => {
  const browser = new FakeBrowser().willAnswer(answer("rivera/2"), nothing(), answer("rivera/1"));
  await withClassRules(browser, joined);
  browser.time += 11 * 60_000;
  assert.equal((await withClassRules(browser, joined)).ruleset, "rivera/1");
  assert.equal(browser.paths.length, 3);
});

test("Stays with the class as it was known while the service cannot be asked", async () => {
  const browser = new FakeBrowser().willAnswer(answer("rivera/2"), nothing());
  await withClassRules(browser, joined);
  browser.time += 11 * 60_000;
  browser.willAnswer(...Array.from({ length: 3 }, () => new Error("away")));
  assert.equal((await withClassRules(browser, joined)).ruleset, "rivera/2");
});

test("Leaves a class, which counts once, and scores by the student's own choice again", async () => {
  const browser = new FakeBrowser().willAnswer(answer("rivera/2"), nothing(), nothing());
  await withClassRules(browser, joined);
  const left = { ...joined, classCode: "" };
  assert.equal((await withClassRules(browser, left)).ruleset, "general");
  assert.equal((await withClassRules(browser, left)).ruleset, "general");
  assert.equal(browser.paths.at(-1), "POST /v1/classes/ABCD-EFGH/members/leave");
  assert.equal(browser.paths.length, 3);
});

test("Scores by the student's own choice when a class was closed", async () => {
  const browser = new FakeBrowser().willAnswer(Response.json({ detail: "Gone." }, { status: 404 }));
  assert.equal((await withClassRules(browser, joined)).ruleset, "general");
});

test("Trusts no answer that is no class", async () => {
  const browser = new FakeBrowser().willAnswer(Response.json({ code: "ABCD-EFGH", name: "P", by: "Dr", articleRuleset: "../../evil?x" }));
  assert.equal((await withClassRules(browser, joined)).ruleset, "general");
});

test("Knows whether the class collects appraisals, and asks nobody for it", async () => {
  const browser = new FakeBrowser().willAnswer(Response.json({ code: "ABCD-EFGH", name: "P", by: "Dr Rivera", articleRuleset: null, videoRuleset: null, collectsAppraisals: true }), nothing());
  assert.equal(await collectsAppraisals(browser, joined), false);
  await withClassRules(browser, joined);
  assert.deepEqual([await collectsAppraisals(browser, joined), await collectsAppraisals(browser, { ...joined, classCode: "" })], [true, false]);
  assert.equal(browser.paths.length, 2);
});

test("Reads codes however they are typed", () => {
  assert.deepEqual(["abcd-efgh", " ABCDEFGH ", "ABCD-EFG", "ABCD-EFG1", "ABCDEFGHJ", 7].map(classCode), ["ABCD-EFGH", "ABCD-EFGH", null, null, null, null]);
});
