import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Sender } from "../../src/background/browser";
import { Desk } from "../../src/background/handlers";
import type { LookUpAnswer, Message, ScoreAnswer } from "../../src/shared/messages";
import { FakeBrowser, json, noNetwork, problem, tabAt } from "../support/fake-browser";
import { assessmentOf, bucketOf, lecture, lectureTab, measles, measlesTab } from "../support/samples";

const ask = <T>(browser: FakeBrowser, message: Message, sender: Sender = tabAt(measlesTab)): Promise<T> => new Desk(browser, "http://localhost:5080").answer(message, sender) as Promise<T>;
const lookUp = (browser: FakeBrowser, page = measles, sender?: Sender): Promise<LookUpAnswer> => ask(browser, { kind: "look-up", page }, sender);
const score = (browser: FakeBrowser, page = measles, sender?: Sender): Promise<ScoreAnswer> => ask(browser, { kind: "score", page, content: null }, sender);
const trouble = (answer: LookUpAnswer | ScoreAnswer): string => (answer.kind === "failed" ? answer.trouble : answer.kind);

describe("Privacy", () => {
  test("Sends nothing before the student has chosen", async () => {
    const browser = new FakeBrowser({ scoring: "unset" });
    await lookUp(browser);
    await score(browser);
    await ask(browser, { kind: "look-up-many", keys: [measles.key] });
    assert.deepEqual(browser.paths, []);
  });

  test("Looks a page up by five digits of its hash and nothing else", async () => {
    const browser = new FakeBrowser({ scoring: "click" }).willAnswer(json(bucketOf(measles)));
    assert.equal((await lookUp(browser)).kind, "known");
    assert.deepEqual(browser.paths, [`GET /v1/scores/lookup/${bucketOf(measles).prefix}`]);
    assert.match(browser.paths[0]!, /\/[0-9a-f]{5}$/);
  });

  test("Never sends an address when the student chose prefixes only", async () => {
    const browser = new FakeBrowser({ scoring: "prefix" });
    assert.equal(trouble(await score(browser)), "refused");
    assert.deepEqual(browser.paths, []);
  });

  test("Leaves private windows alone, and keeps nothing of them where they are allowed", async () => {
    const browser = new FakeBrowser();
    await lookUp(browser, measles, tabAt(measlesTab, true));
    assert.deepEqual(browser.paths, []);

    const allowed = new FakeBrowser({ privateWindows: true }).willAnswer(json(assessmentOf()));
    assert.equal((await score(allowed, measles, tabAt(measlesTab, true))).kind, "scored");
    assert.deepEqual(Object.keys(allowed.areas.local), []);
  });

  test("Asks nothing about a site that is switched off, whatever the page says", async () => {
    const browser = new FakeBrowser({ wikipedia: false });
    await score(browser);
    assert.deepEqual(browser.paths, []);
  });

  test("Sends the address that it understood, not the one in the bar", async () => {
    const browser = new FakeBrowser().willAnswer(json(assessmentOf()));
    await score(browser, measles, tabAt("https://en.wikipedia.org/wiki/Measles?utm_source=somebody&name=student#History"));
    assert.deepEqual(browser.paths, ["GET /v1/scores?url=https%3A%2F%2Fen.wikipedia.org%2Fwiki%2FMeasles"]);
  });

  test("Sends of a video what its page says about it, and nothing of who watches", async () => {
    const browser = new FakeBrowser().willAnswer(json(assessmentOf(lecture)));
    const player = JSON.stringify({ streamingData: { formats: [{ url: "https://x.googlevideo.com/?ip=192.0.2.1", width: 640, height: 360 }] }, videoDetails: { videoId: "c4r3dSc0rE1" } });
    const next = JSON.stringify({ contents: { twoColumnWatchNextResults: { results: { a: { subscribed: true, trackingParams: "x", title: "T" } }, secondaryResults: ["what I watch"] } }, topbar: { name: "me" } });
    await ask(browser, { kind: "score", page: lecture, content: { player, next } }, tabAt(lectureTab));
    assert.deepEqual(browser.paths, ["POST /v1/scores/from-page"]);
    assert.deepEqual(JSON.parse(browser.asked[0]!.init.body as string), {
      url: lectureTab, youtube: { player: { videoDetails: { videoId: "c4r3dSc0rE1" }, streamingData: { formats: [{ width: 640, height: 360 }], adaptiveFormats: [] } }, next: { contents: { twoColumnWatchNextResults: { results: { a: { title: "T" } } } } } },
    });
  });
});

describe("Senders", () => {
  const message: Message = { kind: "look-up", page: measles };

  test("Answers neither other extensions, nor other sites, nor look-alikes, nor plain http", () => {
    const desk = new Desk(new FakeBrowser(), "http://localhost:5080");
    assert.equal(desk.answer(message, { ...tabAt(measlesTab), extension: "somebody-else" }), undefined);

    for (const address of ["https://evil.example/", "https://en.wikipedia.org.evil.example/", "http://en.wikipedia.org/wiki/Measles", "https://evilwikipedia.org/", "https://notwww.youtube.com/"]) {
      assert.equal(desk.answer(message, tabAt(address)), undefined, address);
    }
  });

  test("Lets no page forget, test a service or name one", () => {
    const desk = new Desk(new FakeBrowser(), "http://localhost:5080");
    assert.equal(desk.answer({ kind: "forget" }, tabAt(measlesTab)), undefined);
    assert.equal(desk.answer({ kind: "test-service", service: "https://evil.example" }, tabAt(measlesTab)), undefined);
    assert.equal(desk.answer({ kind: "constructor" }, tabAt(measlesTab)), undefined);
  });

  test("Lets a page ask only about its own site", async () => {
    const browser = new FakeBrowser();
    assert.equal(trouble(await lookUp(browser, lecture, tabAt(measlesTab))), "refused");
    assert.equal(trouble(await lookUp(browser, { ...measles, key: "wikipedia:de:Masern" }, tabAt(measlesTab))), "refused");
    assert.equal(trouble(await lookUp(browser, { ...measles, key: "https://evil.example/" }, tabAt(measlesTab))), "refused");
    assert.deepEqual(browser.paths, []);
  });
});

describe("Answers", () => {
  test("Joins questions for the same page while the answer is under way", async () => {
    const browser = new FakeBrowser().willAnswer(json(bucketOf(measles)), json(assessmentOf()));
    const [first, second] = await Promise.all([lookUp(browser), lookUp(browser)]);
    assert.deepEqual(first, second);
    await Promise.all([score(browser), score(browser), score(browser)]);
    assert.equal(browser.asked.length, 2);
  });

  test("Gives a kept score without asking while it is fresh, and asks whether it changed afterwards", async () => {
    const browser = new FakeBrowser().willAnswer(json(assessmentOf(), 200, { ETag: "W/\"1\"" }), new Response(null, { status: 304 }));
    await score(browser);
    assert.equal((await score(browser)).kind, "scored");
    assert.equal(browser.asked.length, 1);

    browser.time += 11 * 60_000;
    const again = await score(browser);
    assert.equal(again.kind === "scored" && again.kept, false);
    assert.equal((browser.asked[1]!.init.headers as Record<string, string>)["If-None-Match"], "W/\"1\"");
  });

  test("Falls back on the kept score, and says so, when the service cannot be asked", async () => {
    const browser = new FakeBrowser().willAnswer(json(assessmentOf()), noNetwork(), noNetwork());
    await score(browser);
    browser.time += 11 * 60_000;
    browser.hasNetwork = false;
    const offline = await score(browser);
    assert.equal(offline.kind === "scored" && offline.kept, true);

    const lookedUp = await lookUp(browser);
    assert.equal(lookedUp.kind === "scored" && lookedUp.answer.kept, true);
  });

  test("Forgets a kept score after a week", async () => {
    const browser = new FakeBrowser().willAnswer(json(assessmentOf()), noNetwork());
    await score(browser);
    browser.time += 8 * 86_400_000;
    browser.hasNetwork = false;
    assert.equal(trouble(await score(browser)), "offline");
  });

  test("Takes a known score by another ruleset than the chosen one for unknown", async () => {
    const kinds = ["medical", "general"].map(async ruleset => (await lookUp(new FakeBrowser({ ruleset }).willAnswer(json(bucketOf(measles))))).kind);
    assert.deepEqual(await Promise.all(kinds), ["known", "unknown"]);
  });

  test("Looks pages up by the chosen ruleset, so that a class's scores are known before they are asked for", async () => {
    const browser = new FakeBrowser({ ruleset: "rivera/2" }).willAnswer(json(bucketOf(measles)));
    await lookUp(browser);
    assert.deepEqual(browser.paths, [`GET /v1/scores/lookup/${bucketOf(measles).prefix}?ruleset=rivera%2F2`]);
  });

  test("Asks for videos by the ruleset for videos, and for articles by theirs", async () => {
    const browser = new FakeBrowser({ ruleset: "medical", videoRuleset: "youtube-general" }).willAnswer(json(assessmentOf()), json(assessmentOf(lecture)));
    await score(browser);
    await score(browser, lecture, tabAt(lectureTab));
    assert.deepEqual(browser.paths.map(path => new URLSearchParams(path.split("?")[1]).get("ruleset")), ["medical", "youtube-general"]);
  });

  test("Drops an answer about another page", async () => {
    const other = { ...measles, key: "wikipedia:en:Rubella" };
    assert.equal(trouble(await score(new FakeBrowser().willAnswer(json(assessmentOf(other))))), "wrong-page");
  });

  test("Shows of an old revision only that revision's score, and never the bucket's", async () => {
    const old = { ...measles, revision: 5, isOld: true };
    const browser = new FakeBrowser().willAnswer(json(assessmentOf({ ...measles, revision: 12 })), json(assessmentOf(old)));
    assert.equal((await lookUp(browser, old)).kind, "unknown");
    assert.equal(trouble(await score(browser, old)), "wrong-page");
    assert.equal(trouble(await score(browser, old)), "scored");
    assert.match(browser.paths[0]!, /oldid%3D5$/);
  });

  for (const [name, broken] of [
    ["a number beyond the scale", { score: 164 }], ["a band of a later version", { band: "excellent" }], ["a number without evidence for it", { band: "insufficient" }],
    ["a band without its number", { score: null }], ["no criteria", { criteria: null }], ["text where a number belongs", { confidence: "high" }],
  ] as const) {
    test(`Takes an answer with ${name} for one that it cannot read`, async () => {
      assert.equal(trouble(await score(new FakeBrowser().willAnswer(json({ ...assessmentOf(), ...broken })))), "update-needed");
    });
  }

  test("Asks the service itself when it cannot read what the video's page said", async () => {
    const browser = new FakeBrowser().willAnswer(problem(400, "The submitted page cannot be read."), json(assessmentOf(lecture)));
    const answer = await ask<ScoreAnswer>(browser, { kind: "score", page: lecture, content: { player: "{\"videoDetails\":{}}" } }, tabAt(lectureTab));
    assert.equal(answer.kind, "scored");
    assert.deepEqual(browser.paths.map(path => path.split("?")[0]), ["POST /v1/scores/from-page", "GET /v1/scores"]);
  });

  test("Looks many pages up by their buckets, each bucket once, and leaves out the unknown", async () => {
    // The same for both: which bucket is asked for first hangs on which hash is ready first.
    const browser = new FakeBrowser({ lists: true }).willAnswer(json(bucketOf(lecture)), json(bucketOf(lecture)));
    const known = await ask<Record<string, unknown>>(browser, { kind: "look-up-many", keys: [lecture.key, "youtube:aaaaaaaaaaa", measles.key, "nonsense"] }, tabAt(lectureTab));
    assert.deepEqual(Object.keys(known), [lecture.key]);
    assert.equal(browser.asked.length, 2);
  });

  test("Lets the school's policy stand above the student's choice", async () => {
    const browser = new FakeBrowser({ scoring: "auto", service: "https://elsewhere.example" });
    browser.areas.managed = { scoring: "prefix", service: "https://school.example/credscore/", marks: "not a boolean" };
    assert.equal(trouble(await score(browser)), "refused");
    browser.willAnswer(json(bucketOf(measles)));
    await lookUp(browser);
    assert.match(browser.asked[0]!.address, /^https:\/\/school\.example\/credscore\/v1\/scores\/lookup\//);
  });

  test("Forgets everything when told to", async () => {
    const browser = new FakeBrowser().willAnswer(json(assessmentOf()));
    await score(browser);
    assert.notDeepEqual(browser.areas.local, {});
    await ask(browser, { kind: "forget" }, { ...tabAt(browser.addressOf("options.html")), tabId: null });
    assert.deepEqual([browser.areas.local, browser.areas.session], [{}, {}]);
  });
});
