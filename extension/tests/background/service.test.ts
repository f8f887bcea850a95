import assert from "node:assert/strict";
import { test } from "node:test";
import { Service } from "../../src/background/service";
import { FakeBrowser, json, noNetwork, problem } from "../support/fake-browser";

const request = { path: "/v1/rulesets", seconds: 10 };
const serviceOf = (browser: FakeBrowser): Service => new Service(browser, "http://localhost:5080");

test("Sends no cookies, no referrer, and leaves the browser's own cache alone", async () => {
  const browser = new FakeBrowser().willAnswer(json([]));
  await serviceOf(browser).ask(request);
  const { init } = browser.asked[0]!;
  assert.deepEqual([init.credentials, init.referrerPolicy, init.cache, init.redirect], ["omit", "no-referrer", "no-store", "error"]);
});

test("Tries three times with growing, scattered waits, then says that the service does not answer", async () => {
  const browser = new FakeBrowser().willAnswer(noNetwork(), problem(502, "x"), problem(503, "Wikipedia could not be asked."));
  assert.deepEqual(await serviceOf(browser).ask(request), { kind: "failed", trouble: "busy", retryAfter: null, detail: "Wikipedia could not be asked." });
  assert.deepEqual(browser.waits, [300, 600]);
});

test("Takes the answer of a second attempt", async () => {
  const browser = new FakeBrowser().willAnswer(problem(503, "x", { "Retry-After": "2" }), json({ fine: true }, 200, { ETag: "\"a\"" }));
  assert.deepEqual(await serviceOf(browser).ask(request), { kind: "content", content: { fine: true }, etag: "\"a\"" });
  assert.deepEqual(browser.waits, [2_000]);
});

test("Asks nothing more until a long Retry-After is over, even if the worker was stopped meanwhile", async () => {
  const browser = new FakeBrowser().willAnswer(problem(429, "Too many.", { "Retry-After": "90" }));
  await serviceOf(browser).ask(request);
  browser.time += 30_000;
  assert.deepEqual(await serviceOf(browser).ask(request), { kind: "failed", trouble: "busy", retryAfter: 60, detail: null });
  assert.equal(browser.asked.length, 1);

  browser.time += 60_001;
  browser.willAnswer(json([]));
  assert.equal((await serviceOf(browser).ask(request)).kind, "content");
});

test("Reads a Retry-After that is a date", async () => {
  const browser = new FakeBrowser().willAnswer(problem(503, "x", { "Retry-After": "Sun, 22 Nov 2026 12:01:40 GMT" }));
  const reply = await serviceOf(browser).ask(request);
  assert.equal(reply.kind === "failed" ? reply.retryAfter : null, 100);
});

test("Says offline when this device has no network, and does not try again", async () => {
  const browser = new FakeBrowser().willAnswer(noNetwork());
  browser.hasNetwork = false;
  const reply = await serviceOf(browser).ask(request);
  assert.equal(reply.kind === "failed" ? reply.trouble : "", "offline");
  assert.equal(browser.asked.length, 1);
});

test("Sends the tag of what is kept, and knows that nothing is new", async () => {
  const browser = new FakeBrowser().willAnswer(new Response(null, { status: 304 }));
  assert.deepEqual(await serviceOf(browser).ask({ ...request, etag: "W/\"7\"" }), { kind: "unchanged" });
  assert.equal((browser.asked[0]!.init.headers as Record<string, string>)["If-None-Match"], "W/\"7\"");
});

for (const [status, trouble] of [[400, "refused"], [403, "refused"], [500, "refused"], [404, "missing"], [422, "not-scorable"], [426, "update-needed"]] as const) {
  test(`Takes ${status} as ${trouble}, at once`, async () => {
    const browser = new FakeBrowser().willAnswer(problem(status, "Why."));
    assert.deepEqual(await serviceOf(browser).ask(request), { kind: "failed", trouble, retryAfter: null, detail: "Why." });
  });
}

test("Takes what is no JSON for an answer that it cannot read", async () => {
  const browser = new FakeBrowser().willAnswer(new Response("<html>Log in to the school's network</html>"));
  const reply = await serviceOf(browser).ask(request);
  assert.equal(reply.kind === "failed" ? reply.trouble : "", "update-needed");
});

test("Asks nothing where the browser has not been allowed to", async () => {
  const browser = new FakeBrowser();
  browser.isAllowed = false;
  const reply = await serviceOf(browser).ask(request);
  assert.equal(reply.kind === "failed" ? reply.trouble : "", "no-permission");
  assert.equal(browser.asked.length, 0);
});
