import assert from "node:assert/strict";
import { test } from "node:test";
import { readWikipediaPage } from "../../src/content/wikipedia-page";
import { article, open } from "../support/pages";

const read = (html: string, address = "https://en.wikipedia.org/wiki/Measles"): ReturnType<typeof readWikipediaPage> => readWikipediaPage(open(address, html).document, address);

test("Reads which article and which revision is shown", () => {
  const page = read(article());
  assert.deepEqual([page?.address.key, page?.revision, page?.isOld], ["wikipedia:en:Measles", 12, false]);
});

test("Follows a redirect to the article it shows", () => {
  assert.equal(read(article(), "https://en.wikipedia.org/wiki/Rubeola")?.address.key, "wikipedia:en:Measles");
});

test("Does not let a page name one of another wiki", () => {
  assert.equal(read(article({ canonical: "https://de.wikipedia.org/wiki/Masern" }))?.address.key, "wikipedia:en:Measles");
  assert.equal(read(article({ canonical: "https://evil.example/wiki/Masern" }))?.address.key, "wikipedia:en:Measles");
});

test("Knows an old revision, by the page's own word or by the address", () => {
  const old = read(article({}).replace("\"wgRevisionId\":12", "\"wgRevisionId\":5"), "https://en.wikipedia.org/w/index.php?title=Measles&oldid=5");
  assert.deepEqual([old?.revision, old?.isOld], [5, true]);

  const bare = read(article({}).replace(/RLCONF=.*?;/, ""), "https://en.wikipedia.org/w/index.php?title=Measles&oldid=5");
  assert.deepEqual([bare?.revision, bare?.isOld], [5, true]);
});

test("Does without the page's configuration", () => {
  const page = read(article({}).replace(/RLCONF=.*?;/, ""));
  assert.deepEqual([page?.address.key, page?.revision, page?.isOld], ["wikipedia:en:Measles", null, false]);
});

for (const [what, html, address] of [
  ["another namespace", article({ classes: "ns-1 action-view" }), "https://en.wikipedia.org/wiki/Talk:Measles"],
  ["editing", article({ classes: "ns-0 action-edit" }), "https://en.wikipedia.org/w/index.php?title=Measles&action=edit"],
  ["a history", article({ classes: "ns-0 action-history" }), "https://en.wikipedia.org/w/index.php?title=Measles&action=history"],
  ["a difference", article(), "https://en.wikipedia.org/w/index.php?title=Measles&diff=12&oldid=11"],
  ["the visual editor", article(), "https://en.wikipedia.org/wiki/Measles?veaction=edit"],
  ["a preview", article({ body: "<div id=wikiPreview>x</div>" }), undefined],
  ["the start page", article({ script: ",\"wgIsMainPage\":true" }), undefined],
  ["a page that nobody wrote", article({ body: "<div class=noarticletext>x</div>" }), undefined],
  ["an article without a number", article().replace("4711", "0"), undefined],
] as const) {
  test(`Is silent on ${what}`, () => assert.equal(read(html, address), null));
}
