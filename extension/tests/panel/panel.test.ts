import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { BadgeState } from "../../src/content/badge-state";
import { weakestOf } from "../../src/panel/criteria";
import { EvidencePlaces } from "../../src/panel/evidence-place";
import { openPanel, type Panel } from "../../src/panel/panel";
import { reportText } from "../../src/panel/tail";
import type { Assessment } from "../../src/shared/assessment";
import type { Alternative } from "../../src/shared/contract";
import type { Ask } from "../../src/shared/messages";
import { defaults, type Settings } from "../../src/shared/settings";
import { article, enter, open, referenceList } from "../support/pages";
import { assessmentOf, measles } from "../support/samples";
import { english } from "../support/words";

interface Opened {
  readonly panel: Panel;
  readonly document: Document;
  readonly root: ShadowRoot;
  readonly text: string;
  readonly calls: string[];
}

const body = `<p>Intro.</p><h2 id="Causes">Causes</h2><p>Text.<sup class="noprint Inline-Template">[<span title="This claim needs references. (May 2025)">citation needed</span>]</sup></p>${referenceList(["Reed A. <a href=\"https://doi.org/10.1000/marsh.1\">Measles in the marsh</a>."])}`;

function opened(state: BadgeState, settings: Partial<Settings> = {}, ask: Ask = async () => null): Opened {
  const window = open("https://en.wikipedia.org/wiki/Measles", article({ body }));
  enter(window);
  const calls: string[] = [];
  const panel = openPanel({
    document: window.document, language: english, settings: { ...defaults("http://localhost:5080"), ...settings }, channel: null, state, isPrivate: false, ask,
    page: { address: { kind: "wikipedia", language: "en", title: "Measles", revision: null, key: measles.key, webAddress: "https://en.wikipedia.org/wiki/Measles" }, revision: 12, isOld: false, anchors: [] },
    retry: () => calls.push("retry"), openSettings: () => calls.push("settings"), closed: () => calls.push("closed"),
  });
  const root = window.document.querySelector("credscore-panel")!.shadowRoot!;
  return { panel, document: window.document, root, text: root.querySelector(".body")!.textContent ?? "", calls };
}

const scored = (change: Partial<Assessment> = {}): BadgeState => ({ kind: "scored", answer: { kind: "scored", assessment: assessmentOf(measles, change), kept: false }, note: null });

const alternativeOf = (change: Partial<Alternative>): Alternative => ({
  title: "Measles", url: "https://medlineplus.gov/measles.html", provider: "MedlinePlus", kind: "article", level: "patient", free: true, why: "Written for everybody.", topic: "Measles", language: "en", isExact: true, ...change,
});

describe("The panel", () => {
  test("Says the score, what it is not, each criterion's points, what would raise it and what is not judged", () => {
    const { text } = opened(scored());
    for (const part of ["Fair 64 of 100", "Facts are not checked", "Sources", "15 of 20", "Cite reviews.", "+2.3", "Judge for yourself", "medical/1", "0.80", "Community review: nothing of it could be read here"]) {
      assert.ok(text.includes(part), part);
    }
  });

  test("Puts what the class's educator recommends before other pages, and offers a page once", async () => {
    const recommended = alternativeOf({ title: "Lecture 4", url: "https://school.example/lecture-4", provider: "Dr Rivera", kind: "recommendation", level: "student", class: "Physiology" });
    const twice = alternativeOf({ title: "MedlinePlus on measles", kind: "recommendation", class: "Physiology" });
    const ask = (async ({ kind }: { readonly kind: string }) => (kind === "recommendations" ? [recommended, twice] : null)) as Ask;
    const { root } = opened(scored({ alternatives: [alternativeOf({}), alternativeOf({ title: "Mumps", url: "https://medlineplus.gov/mumps.html" })] }), { classCode: "ABCD-EFGH" }, ask);
    await new Promise(resolve => setImmediate(resolve));

    assert.deepEqual(Array.from(root.querySelectorAll(".better a"), link => link.textContent), ["Lecture 4", "MedlinePlus on measles", "Mumps"]);
    assert.match(root.querySelector(".better li")!.textContent!, /Recommended · For students · to Physiology.*Dr Rivera|Recommended.*to Physiology.*Dr Rivera/s);
    assert.equal(root.querySelectorAll(".better li:first-child svg").length, 2);
  });

  test("Leads members of a class that collects appraisals to its form, and nobody else", async () => {
    const ask = (async ({ kind }: { readonly kind: string }) => (kind === "collects-appraisals" ? true : [])) as Ask;
    const { root } = opened(scored(), { classCode: "ABCD-EFGH" }, ask);
    const alone = opened(scored(), {}, ask).root;
    await new Promise(resolve => setImmediate(resolve));
    const link = root.querySelector<HTMLAnchorElement>("[data-appraise] a")!;
    assert.equal(link.getAttribute("href"), `http://localhost:5080/appraise/ABCD-EFGH?url=${encodeURIComponent(assessmentOf(measles).page.url)}`);
    assert.deepEqual([link.rel, alone.querySelector("[data-appraise] a")], ["noopener noreferrer", null]);
  });

  test("Writes hostile text as text", () => {
    const evil = "<img src=x onerror=alert(1)><script>alert(1)</script>";
    const { root } = opened(scored({
      page: { ...assessmentOf().page, title: evil }, notJudged: [evil], improvements: [{ text: evil, gain: 1 }],
      alternatives: [alternativeOf({ url: "javascript:alert(1)" }), alternativeOf({ title: evil, provider: evil, why: evil, topic: evil })],
    }));
    assert.equal(root.querySelector("img, script"), null);
    assert.deepEqual(Array.from(root.querySelectorAll("a"), link => [link.getAttribute("href"), link.rel]), [["https://medlineplus.gov/measles.html", "noopener noreferrer"]]);
  });

  test("Offers pages on the same topic with kind and level in words and pictures, each in a tab of its own", () => {
    const { root } = opened(scored({ alternatives: [alternativeOf({}), alternativeOf({ title: "Heart anatomy", url: "https://openstax.org/books/x", provider: "OpenStax", kind: "textbook", level: "student" })] }));
    const links = Array.from(root.querySelectorAll<HTMLAnchorElement>(".better a"));
    assert.deepEqual(links.map(link => [link.textContent, link.target, link.rel, link.lang]), [["Measles", "_blank", "noopener noreferrer", "en"], ["Heart anatomy", "_blank", "noopener noreferrer", "en"]]);
    assert.deepEqual(Array.from(root.querySelectorAll(".better .kind"), kind => kind.textContent), ["Article · for everybody · freeMedlinePlus", "Textbook · for students · freeOpenStax"]);
    assert.equal(root.querySelectorAll(".better .icon[aria-hidden=true]").length, 4);
    assert.equal(root.querySelectorAll("h4").length, 0);
  });

  test("Parts the pages of two topics", () => {
    const { root } = opened(scored({ alternatives: [alternativeOf({}), alternativeOf({ url: "https://medlineplus.gov/mumps.html", topic: "Mumps" })] }));
    assert.deepEqual(Array.from(root.querySelectorAll("h4"), heading => heading.textContent), ["Measles", "Mumps"]);
  });

  test("Draws the reasons of a criterion when it is opened, with evidence that leads to the page", () => {
    const { root } = opened(scored());
    const details = root.querySelector<HTMLDetailsElement>("details[data-criterion=sources]")!;
    assert.equal(details.querySelector(".reasons"), null);
    details.dispatchEvent(new (details.ownerDocument.defaultView as unknown as typeof globalThis).Event("toggle"));
    assert.match(details.querySelector(".reasons")!.textContent!, /15 of 20Strong sources: 2\./);
    assert.deepEqual(Array.from(details.querySelectorAll(".evidence button"), ({ textContent }) => textContent), ["[1] Measles in the marsh"]);
  });

  test("Closes on Escape, once, and leaves nothing behind", () => {
    const { root, document, panel, calls } = opened(scored());
    const { KeyboardEvent } = document.defaultView as unknown as typeof globalThis;
    root.host.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    panel.close();
    assert.deepEqual(calls, ["closed"]);
    assert.equal(document.querySelector("credscore-panel"), null);
  });

  test("Keeps what is typed in it from the site's own shortcuts", () => {
    const { root, document } = opened(scored());
    const heard: string[] = [];
    document.addEventListener("keydown", ({ key }) => heard.push(key));
    const { KeyboardEvent } = document.defaultView as unknown as typeof globalThis;
    root.host.dispatchEvent(new KeyboardEvent("keydown", { key: "k", bubbles: true }));
    assert.deepEqual(heard, []);
  });

  test("Offers another try when the service failed, and says nothing about the page", () => {
    const { root, text, calls } = opened({ kind: "failed", failure: { kind: "failed", trouble: "busy", retryAfter: 40, detail: null } });
    assert.match(text, /in 40 seconds.*nothing about the page/);
    assert.doesNotMatch(text, /of 100/);
    root.querySelector<HTMLElement>(".actions .main")!.click();
    assert.deepEqual(calls, ["retry"]);
  });
});

describe("Evidence", () => {
  const places = (): EvidencePlaces => new EvidencePlaces(open("https://en.wikipedia.org/wiki/Measles", article({ body })).document, assessmentOf());
  const at = (kind: string, label: string, index: number | null = null): string => {
    const place = places().find({ kind, label, index });
    return place === null ? "nowhere" : place.id || place.className || place.localName;
  };

  test("Leads to the reference, the section, the mark in the text", () => {
    assert.equal(at("reference", "Measles in the marsh", 1), "cite_note-1");
    assert.equal(at("section", "Causes (1 of 2)", 1), "Causes");
    assert.equal(at("section", "Introduction", 0), "p");
    assert.equal(at("tag", "citation needed, May 2025 in Causes", 1), "noprint Inline-Template");
  });

  test("Leads nowhere when the page does not have it", () => {
    assert.equal(at("reference", "Gone", 9), "nowhere");
    assert.equal(at("section", "not found: Prevention"), "nowhere");
    assert.equal(at("link", "https://shop.example"), "nowhere");
    assert.equal(at("tag", "update, June 2001 in History"), "nowhere");
  });
});

test("The weakest criterion is the one furthest from its points; what is unknown is not weak", () => {
  assert.equal(weakestOf(assessmentOf().criteria)?.id, "currency");
  assert.equal(weakestOf([]), null);
});

test("A report holds what is needed to look into the score, and nothing of the reader", () => {
  assert.equal(reportText(assessmentOf()), "Page: https://en.wikipedia.org/wiki/Measles\nKey: wikipedia:en:Measles\nScore: 64.58 (fair), confidence 0.8\nRead: 2026-11-20T10:00:00Z\nRuleset medical/1, model none, catalogue abc, scorer 0.2.0\n\nWhat is wrong:\n");
});
