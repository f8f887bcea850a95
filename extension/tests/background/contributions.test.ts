import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Sender } from "../../src/background/browser";
import { Desk } from "../../src/background/handlers";
import type { ContributionAnswer, Message } from "../../src/shared/messages";
import { FakeBrowser, json, noNetwork, problem, tabAt } from "../support/fake-browser";
import { assessmentOf, lecture, lectureTab, measles, measlesTab } from "../support/samples";

const ask = <T>(browser: FakeBrowser, message: Message, sender: Sender = tabAt(measlesTab)): Promise<T> => new Desk(browser, "http://localhost:5080").answer(message, sender) as Promise<T>;
const own: Sender = { ...tabAt(""), address: new FakeBrowser().addressOf("options.html") };
const contribute = (browser: FakeBrowser, wish: "asked" | "by itself" = "asked", sender?: Sender): Promise<ContributionAnswer> => ask(browser, { kind: "contribute", page: measles, wish }, sender);
const takeBack = (browser: FakeBrowser): Promise<ContributionAnswer> => ask(browser, { kind: "take-back", page: measles });
const trouble = (answer: ContributionAnswer): string => (answer.kind === "failed" ? answer.trouble : answer.isIn ? "in" : "out");
const done = (): Response => new Response(null, { status: 204 });
const receiptsIn = (browser: FakeBrowser): string[] => browser.paths.filter(path => /^(PUT|DELETE) /.test(path)).map(path => path.split("/").at(-1)!);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise(setImmediate);
  }
}

async function afterScoring(settings: Record<string, unknown>): Promise<FakeBrowser> {
  const browser = new FakeBrowser(settings).willAnswer(json(assessmentOf()));
  await ask(browser, { kind: "score", page: measles, content: null });
  browser.asked.length = 0;
  return browser;
}

describe("Contributing", () => {
  test("Is off until the student switches it on, whatever a page or a policy asks", async () => {
    const browser = await afterScoring({});
    browser.areas.managed = { contribute: "always" };
    assert.equal(trouble(await contribute(browser)), "refused");
    assert.equal(trouble(await contribute(browser, "by itself")), "refused");
    assert.deepEqual(browser.paths, []);
  });

  test("Sends the scored revision's address under a random receipt, and nothing else", async () => {
    const browser = (await afterScoring({ contribute: "ask" })).willAnswer(done());
    assert.equal(trouble(await contribute(browser)), "in");
    assert.match(browser.paths.join(), /^PUT \/v1\/contributions\/[\w-]{43}$/);
    assert.deepEqual(JSON.parse(browser.asked[0]!.init.body as string), { url: "https://en.wikipedia.org/wiki/Measles?oldid=12" });
    assert.equal(browser.asked[0]!.init.credentials, "omit");
  });

  test("Waits for a press where pages join one by one", async () => {
    const browser = await afterScoring({ contribute: "ask" });
    assert.equal(trouble(await contribute(browser, "by itself")), "refused");
    assert.deepEqual(browser.paths, []);
  });

  test("Lets no page join that was not scored, none of a private window, and none where addresses are never sent", async () => {
    const unscored = new FakeBrowser({ contribute: "always" });
    assert.equal(trouble(await contribute(unscored)), "refused");

    const hidden = await afterScoring({ contribute: "always", privateWindows: true });
    assert.equal(trouble(await contribute(hidden, "asked", tabAt(measlesTab, true))), "refused");

    const secret = await afterScoring({ contribute: "always" });
    secret.areas.sync["scoring"] = "prefix";
    assert.equal(trouble(await contribute(secret)), "refused");
    assert.deepEqual([...unscored.paths, ...hidden.paths, ...secret.paths], []);
  });

  test("Contributes a revision once, also when two ask at once", async () => {
    const browser = (await afterScoring({ contribute: "always" })).willAnswer(done());
    await Promise.all([contribute(browser, "by itself"), contribute(browser)]);
    assert.equal(trouble(await contribute(browser)), "in");
    assert.equal(receiptsIn(browser).length, 1);
  });

  test("Draws a receipt of its own for each page", async () => {
    const browser = (await afterScoring({ contribute: "always" })).willAnswer(done(), json(assessmentOf(lecture)), done());
    await contribute(browser);
    await ask(browser, { kind: "score", page: lecture, content: null }, tabAt(lectureTab));
    await ask(browser, { kind: "contribute", page: lecture, wish: "by itself" }, tabAt(lectureTab));
    const [first, second] = receiptsIn(browser);
    assert.notEqual(first, second);
    assert.deepEqual(JSON.parse(browser.asked.at(-1)!.init.body as string), { url: lectureTab });
  });

  test("Keeps the receipt of what may have arrived, and sends it again under the same one", async () => {
    const browser = (await afterScoring({ contribute: "ask" })).willAnswer(noNetwork(), noNetwork(), noNetwork(), done());
    assert.equal(trouble(await contribute(browser)), "unreachable");
    assert.deepEqual(await ask(browser, { kind: "count-contributions" }, own), { pages: 1, links: 0 });
    assert.equal(trouble(await contribute(browser)), "in");
    assert.equal(new Set(receiptsIn(browser)).size, 1);
  });

  test("Forgets the receipt of what the service refused, and says so", async () => {
    const browser = (await afterScoring({ contribute: "ask" })).willAnswer(problem(422, "No."));
    assert.equal(trouble(await contribute(browser)), "not-scorable");
    assert.deepEqual(await ask(browser, { kind: "count-contributions" }, own), { pages: 0, links: 0 });
  });
});

describe("Taking back", () => {
  test("Sends the same receipt, and never lets the page join by itself again", async () => {
    const browser = (await afterScoring({ contribute: "always" })).willAnswer(done(), done());
    await contribute(browser, "by itself");
    assert.equal(trouble(await takeBack(browser)), "out");
    const [sent, gone] = receiptsIn(browser);
    assert.equal(sent, gone);

    assert.equal(trouble(await contribute(browser, "by itself")), "out");
    assert.equal(browser.paths.length, 2);
    browser.willAnswer(done());
    assert.equal(trouble(await contribute(browser, "asked")), "in");
  });

  test("Waits for a page that is just joining, so that it does not come back", async () => {
    let arrive = (): void => undefined;
    const arrived = new Promise<Response>(resolve => void (arrive = () => resolve(done())));
    const browser = (await afterScoring({ contribute: "always" })).willAnswer(() => arrived, done());
    const joining = contribute(browser, "by itself");
    await until(() => receiptsIn(browser).length === 1);
    const takenBack = ask(browser, { kind: "take-all-back" }, own);
    await new Promise(setImmediate);
    arrive();
    assert.equal(trouble(await joining), "in");
    assert.equal(await takenBack, 0);
    assert.deepEqual(await ask(browser, { kind: "count-contributions" }, own), { pages: 0, links: 0 });
    assert.deepEqual(browser.paths.map(path => path.split(" ")[0]), ["PUT", "DELETE"]);
  });

  test("Works after contributing was switched off, and asks the service that has it", async () => {
    const browser = (await afterScoring({ contribute: "ask" })).willAnswer(done(), done());
    await contribute(browser);
    Object.assign(browser.areas.sync, { contribute: "never", service: "https://other.example" });
    assert.equal(trouble(await takeBack(browser)), "out");
    assert.match(browser.asked.at(-1)!.address, /^http:\/\/localhost:5080\/v1\/contributions\//);
  });

  test("Keeps the receipt while the service cannot be asked", async () => {
    const browser = (await afterScoring({ contribute: "ask" })).willAnswer(done(), noNetwork(), noNetwork(), noNetwork());
    await contribute(browser);
    assert.equal(await ask(browser, { kind: "take-all-back" }, own), 1);
    browser.willAnswer(problem(404, "It was taken back already."));
    assert.equal(await ask(browser, { kind: "take-all-back" }, own), 0);
    assert.deepEqual(await ask(browser, { kind: "count-contributions" }, own), { pages: 0, links: 0 });
  });

  test("Is no matter for a page's own script: only our own pages take everything back", () => {
    assert.equal(new Desk(new FakeBrowser(), "http://localhost:5080").answer({ kind: "take-all-back" }, tabAt(measlesTab)), undefined);
  });
});
