import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk } from "../../src/background/handlers";
import type { Message } from "../../src/shared/messages";
import { FakeBrowser, tabAt } from "../support/fake-browser";
import { assessmentOf, measles, measlesTab } from "../support/samples";

const ask = <T>(browser: FakeBrowser, message: Message, isPrivate = false): Promise<T> => new Desk(browser, "http://localhost:5080").answer(message, tabAt(measlesTab, isPrivate)) as Promise<T>;
const question = { kind: "recommendations", page: measles } as const;
const other = { title: "Measles", url: "https://medlineplus.gov/measles.html", provider: "MedlinePlus", kind: "article", level: "patient", free: true, why: "Written for everybody.", topic: "Measles", language: "en", isExact: true };
const recommended = { ...other, title: "Lecture 4", url: "https://school.example/lecture-4", provider: "Dr Rivera", kind: "recommendation", level: "student", why: "We read it in week 2.", class: "Physiology" };

async function member(settings: object = {}): Promise<FakeBrowser> {
  const browser = new FakeBrowser({ classCode: "ABCD-EFGH", ...settings });
  browser.willAnswer(Response.json({ code: "ABCD-EFGH", name: "Physiology", by: "Dr Rivera", articleRuleset: null, videoRuleset: null }), new Response(null, { status: 204 }));
  return browser;
}

test("Asks for what a class's educator recommends by the title of a scored page and the class's code, and takes nothing else of the answer", async () => {
  const browser = (await member()).willAnswer(Response.json(assessmentOf()));
  await ask(browser, { kind: "score", page: measles, content: null });
  browser.willAnswer(Response.json({ topics: [], alternatives: [recommended, other], late: [] }));

  assert.deepEqual(await ask(browser, question), [recommended]);
  assert.equal(browser.paths.at(-1), "GET /v1/alternatives?topic=Measles&class=ABCD-EFGH");
});

test("Asks nothing for a page that was not scored, without a class, where no address may be sent, and in private windows", async () => {
  const unscored = await member();
  assert.deepEqual(await ask(unscored, question), []);
  assert.ok(unscored.paths.every(path => path.includes("/v1/classes/")));

  for (const [settings, isPrivate] of [[{ classCode: "" }, false], [{ scoring: "prefix" }, false], [{}, true]] as const) {
    const browser = (await member()).willAnswer(Response.json(assessmentOf()));
    await ask(browser, { kind: "score", page: measles, content: null });
    Object.assign(browser.areas.sync, settings);
    browser.answers.length = 0;
    browser.willAnswer(new Response(null, { status: 204 }));
    assert.deepEqual(await ask(browser, question, isPrivate), []);
    assert.ok(browser.paths.every(path => !path.includes("/v1/alternatives")));
  }
});

test("Takes an answer that cannot be read, and a refusal, for no recommendation", async () => {
  for (const answer of [Response.json({ alternatives: [{ ...recommended, url: 7 }] }), Response.json({ detail: "Gone." }, { status: 404 })]) {
    const browser = (await member()).willAnswer(Response.json(assessmentOf()));
    await ask(browser, { kind: "score", page: measles, content: null });
    browser.willAnswer(answer);
    assert.deepEqual(await ask(browser, question), []);
  }
});
