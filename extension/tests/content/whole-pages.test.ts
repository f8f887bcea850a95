import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setMarks } from "../../src/marks/marks";
import { readWikipediaPage } from "../../src/content/wikipedia-page";
import { enter, open } from "../support/pages";
import { referenceOf } from "../support/samples";
import { english } from "../support/words";

const whole = [
  { folder: "minerva-view", address: "https://en.m.wikipedia.org/wiki/Telephone_fever", key: "wikipedia:en:Telephone fever", revision: 9_000_000_401 },
  { folder: "parsoid-view", address: "https://en.wikipedia.org/wiki/Parsed_fever", key: "wikipedia:en:Parsed fever", revision: 9_000_000_402 },
];

const references = [
  referenceOf(1, { doi: null, pmid: null, title: "Guidance on marsh fever", sourceType: "guideline" }),
  referenceOf(2, { doi: "10.1016/s0140-6736(24)00001-1", pmid: null }),
  referenceOf(3, { doi: "10.1002/14651858.cd000001", pmid: null, sourceType: "retracted", why: "retracted in 2026" }),
  referenceOf(4, { doi: null, pmid: null, title: "Fever season begins", sourceType: "news" }),
  referenceOf(5, { doi: null, pmid: null, title: "How I beat the fever", sourceType: "selfPublished" }),
];

for (const { folder, address, key, revision } of whole) {
  test(`Reads article, revision and references of a whole page: ${folder}`, () => {
    const window = open(address, readFileSync(new URL(`../../../tests/pages/${folder}/page.html`, import.meta.url), "utf8"));
    enter(window);
    const page = readWikipediaPage(window.document, address);
    assert.deepEqual([page?.address.key, page?.revision, page?.isOld], [key, revision, false]);
    assert.ok(page!.anchors.some(({ text, within }) => window.document.querySelector(text)?.closest(within ?? text)), "No anchor stands on the page.");

    setMarks({ document: window.document, language: english, references, textSize: 1, signal: new AbortController().signal });
    assert.equal(window.document.querySelectorAll("ol.references > li credscore-mark").length, references.length);
    assert.ok(window.document.querySelectorAll("sup.reference a[data-credscore-bad]").length > 0, "The calls of a retracted source are not marked.");
  });
}
