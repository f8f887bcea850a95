import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { noteOf, setMarks } from "../../src/marks/marks";
import { countTypes } from "../../src/marks/strip";
import type { Reference } from "../../src/shared/assessment";
import { findReferences } from "../../src/shared/page-references";
import { article, enter, open, referenceList } from "../support/pages";
import { referenceOf } from "../support/samples";
import { english } from "../support/words";

const entry = (index: number): string => `Reed A. <a href="https://doi.org/10.1000/marsh.${index}">"Measles in the marsh, part ${index}"</a>.`;
const pageWith = (...items: readonly string[]): Document => open("https://en.wikipedia.org/wiki/Measles", article({ body: referenceList(items) })).document;

const found = (document: Document, references: readonly Reference[]): Record<number, string> =>
  Object.fromEntries(Array.from(findReferences(document, references), ([{ index }, element]) => [index, element.id]));

describe("Finding references", () => {
  test("Finds each by its number when what stands there is the same source", () => {
    assert.deepEqual(found(pageWith(entry(1), entry(2)), [referenceOf(1), referenceOf(2)]), { 1: "cite_note-1", 2: "cite_note-2" });
  });

  test("Finds by its identifier what an edit has moved", () => {
    assert.deepEqual(found(pageWith("A new one.", entry(1), entry(2)), [referenceOf(1), referenceOf(2)]), { 1: "cite_note-2", 2: "cite_note-3" });
  });

  test("Leaves out what is not there any more rather than marking another", () => {
    assert.deepEqual(found(pageWith("Something else entirely, 2019."), [referenceOf(1)]), {});
    assert.deepEqual(found(pageWith("Something else entirely, 2019."), [referenceOf(1, { doi: null, title: "Measles in the marsh" })]), {});
  });

  test("Does not take a number for part of a longer one", () => {
    const document = pageWith("PMID <a href=\"https://pubmed.ncbi.nlm.nih.gov/123456\">123456</a>");
    assert.deepEqual(found(document, [referenceOf(1, { doi: null, pmid: "12345", title: null })]), {});
    assert.deepEqual(found(document, [referenceOf(1, { doi: null, pmid: "123456", title: null })]), { 1: "cite_note-1" });
  });

  test("Reads an encoded DOI and one that is only written out", () => {
    assert.deepEqual(found(pageWith("<a href=\"https://doi.org/10.1000%2Fmarsh.1\">x</a>", "doi:10.1000/marsh.2."), [referenceOf(1), referenceOf(2)]), { 1: "cite_note-1", 2: "cite_note-2" });
  });

  test("Takes hostile identifiers for what they are, text", () => {
    assert.deepEqual(found(pageWith("Text."), [referenceOf(1, { doi: null, pmid: "(((a+)+)+$", title: null }), referenceOf(2, { doi: "%E0%A4%A", title: "[" })]), {});
  });

  test("Takes citations outside of the footnotes after them", () => {
    const document = open("https://en.wikipedia.org/wiki/Measles", article({ body: `<ul><li><cite class="citation">${entry(2)}</cite></li></ul>${referenceList([entry(1)])}` })).document;
    assert.deepEqual([...findReferences(document, [referenceOf(1), referenceOf(2)]).values()].map(({ localName }) => localName), ["li", "cite"]);
  });
});

describe("Marks", () => {
  const call = "<p>Text.<sup class=\"reference\"><a href=\"#cite_note-2\">[2]</a></sup></p>";
  const references = [referenceOf(1), referenceOf(2, { sourceType: "retracted", why: "retracted in 2021" })];

  test("Stand beside their references, with the type in words", () => {
    const window = open("https://en.wikipedia.org/wiki/Measles", article({ body: call + referenceList([entry(1), entry(2)]) }));
    enter(window);
    const controller = new AbortController();
    setMarks({ document: window.document, language: english, references, textSize: 1, signal: controller.signal });

    const marks = Array.from(window.document.querySelectorAll<HTMLElement>("ol.references credscore-mark"));
    assert.deepEqual(marks.map(mark => [mark.textContent, mark.dataset["tone"], mark.title]), [["Journal article", "good", "published in a journal"], ["Retracted", "bad", "retracted in 2021"]]);
    assert.equal(window.document.querySelector("sup a")!.hasAttribute("data-credscore-bad"), true);

    controller.abort();
    assert.equal(window.document.documentElement.outerHTML.includes("credscore"), false);
  });

  test("Dim all other types on a press, and none on the next", () => {
    const window = open("https://en.wikipedia.org/wiki/Measles", article({ body: referenceList([entry(1), entry(2)]) }));
    enter(window);
    setMarks({ document: window.document, language: english, references, textSize: 1, signal: new AbortController().signal });
    const button = window.document.querySelector("credscore-strip")!.shadowRoot!.querySelector<HTMLElement>("button[data-type=retracted]")!;
    const dimmed = (): string[] => Array.from(window.document.querySelectorAll("[data-credscore-dim]"), ({ id }) => id);

    button.click();
    assert.deepEqual([dimmed(), button.getAttribute("aria-pressed")], [["cite_note-1"], "true"]);
    button.click();
    assert.deepEqual([dimmed(), button.getAttribute("aria-pressed")], [[], "false"]);
  });

  test("Take a type of a later version for unknown", () => {
    const window = open("https://en.wikipedia.org/wiki/Measles", article({ body: referenceList([entry(1)]) }));
    enter(window);
    const marked = setMarks({ document: window.document, language: english, references: [referenceOf(1, { sourceType: "podcast" as never })], textSize: 1, signal: new AbortController().signal });
    assert.deepEqual(marked.map(({ type }) => type), ["unknown"]);
  });

  test("Are counted the good first and the unknown after what is neither", () => {
    const types = ["retracted", "unknown", "news", "guideline", "journalArticle", "journalArticle", "commercial"] as const;
    assert.deepEqual(countTypes(types.map(type => ({ type }))).map(([type, count]) => `${type} ${count}`), ["journalArticle 2", "guideline 1", "news 1", "unknown 1", "commercial 1", "retracted 1"]);
  });

  test("Read the footnote that a call leads to", () => {
    const { document } = open("https://en.wikipedia.org/", "<body><a href='#cite_note-Reed%202019-1'></a><a href='#cite_note-%E0%A4%A'></a></body>");
    assert.deepEqual(Array.from(document.querySelectorAll("a"), noteOf), ["cite_note-Reed 2019-1", "cite_note-%E0%A4%A"]);
  });
});
