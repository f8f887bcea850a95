import type { Assessment } from "../shared/assessment";
import { make } from "../shared/elements";
import type { Say } from "../shared/words";
import { drawContribution } from "./contribution";
import { drawAlternatives } from "./alternatives";
import { drawAppraisalLink } from "./appraisal-link";
import { drawChanges } from "./changes";
import { weakestOf } from "./criteria";
import type { PanelContext } from "./panel";

const mostImprovements = 4;

/** Everything below the criteria: judging for oneself, better pages, what would raise the score, what it does not say, versions, a report. */
export function drawTail(context: PanelContext, assessment: Assessment): Node[] {
  return [drawChanges(context, assessment), selfHelp(context, assessment), channelFacts(context, assessment), drawAlternatives(context, assessment), improvements(context, assessment), drawContribution(context), tail(context, assessment)].filter(node => node !== null);
}

function selfHelp(context: PanelContext, assessment: Assessment): HTMLElement | null {
  const { document, language: { say } } = context;
  const weakest = weakestOf(assessment.criteria);
  const advice = weakest === null ? "" : say(`judge_${weakest.id.replaceAll("-", "_")}`) || say("judge_sources");
  return weakest === null ? null : make(document, "section", { class: "self" }, [make(document, "h3", { text: say("judgeYourself") }), make(document, "p", { text: advice }), drawAppraisalLink(context, assessment)]);
}

// Shown, never scored: attention is no quality.
function channelFacts({ document, language: { say, tag } }: PanelContext, { page: { channel, video } }: Assessment): HTMLElement | null {
  const views = video?.views;
  const lines = [
    channel?.why ? make(document, "p", { text: channel.why, attributes: { lang: "en" } }) : null,
    typeof views === "number" ? make(document, "p", { class: "soft", text: say("viewsNotScored", new Intl.NumberFormat(tag).format(views)) }) : null,
  ];
  return lines.every(line => line === null) ? null : make(document, "section", { class: "plain" }, [make(document, "h3", { text: say("whoMadeIt") }), ...lines]);
}

function improvements({ document, language: { say } }: PanelContext, assessment: Assessment): HTMLElement | null {
  const items = assessment.improvements.slice(0, mostImprovements).map(({ text, gain }) => make(document, "li", {}, [
    make(document, "span", { text, attributes: { lang: "en", dir: "ltr" } }), make(document, "span", { class: "gain", text: `+${Math.round(gain * 10) / 10}`, attributes: { dir: "ltr" } }),
  ]));
  return items.length === 0 ? null : make(document, "section", {}, [make(document, "h3", { text: say("wouldRaise") }), make(document, "ul", { class: "plain" }, items)]);
}

function tail(context: PanelContext, assessment: Assessment): HTMLElement {
  const { document, language: { say }, openSettings } = context;
  const settings = make(document, "button", { text: say("openSettings"), attributes: { type: "button" } });
  settings.addEventListener("click", openSettings);
  const unknown = assessment.criteria.filter(({ points }) => points === null || points === undefined).map(({ name }) => say("criterionUnknown", name));

  return make(document, "section", { class: "tail" }, [
    fold(document, say("notJudged"), make(document, "ul", { class: "plain", attributes: { lang: "en" } }, [...assessment.notJudged, ...unknown].map(text => make(document, "li", { text })))),
    fold(document, say("versions"), versions(document, say, assessment)),
    fold(document, say("report"), report(document, say, assessment)),
    make(document, "div", { class: "actions" }, [settings]),
  ]);
}

function fold(document: Document, title: string, content: HTMLElement): HTMLElement {
  return make(document, "details", {}, [make(document, "summary", { text: "" }, [make(document, "span", { class: "name", text: title })]), make(document, "div", { class: "inside" }, [content])]);
}

function versions(document: Document, say: Say, assessment: Assessment): HTMLElement {
  const rows = versionRows(say, assessment);
  return make(document, "dl", {}, rows.flatMap(([name, value]) => [make(document, "dt", { text: name }), make(document, "dd", { text: value, attributes: { dir: "auto" } })]));
}

function versionRows(say: Say, { page, versions: { ruleset, model, catalogue, scorer }, confidence }: Assessment): [string, string][] {
  const rows: [string, string | null | undefined][] = [
    [say("versionPage"), page.title], [say("versionRevision"), page.revision?.toString()], [say("versionRead"), page.fetchedAt?.slice(0, 16).replace("T", " ")], [say("versionConfidence"), confidence.toFixed(2)],
    [say("versionTopic"), page.topic.why], [say("versionRuleset"), ruleset], [say("versionModel"), model], [say("versionCatalogue"), catalogue], [say("versionScorer"), scorer],
  ];
  return rows.filter((row): row is [string, string] => typeof row[1] === "string" && row[1] !== "");
}

/** Everything that somebody needs to look into a score. It is text to copy: nothing is sent. */
export function reportText({ page, score, band, confidence, versions: { ruleset, model, catalogue, scorer } }: Assessment): string {
  return [
    `Page: ${page.url}`, `Key: ${page.key}`, `Score: ${score ?? "none"} (${band}), confidence ${confidence}`,
    `Read: ${page.fetchedAt ?? "unknown"}`, `Ruleset ${ruleset}, model ${model ?? "none"}, catalogue ${catalogue}, scorer ${scorer}`, "", "What is wrong:", "",
  ].join("\n");
}

function report(document: Document, say: Say, assessment: Assessment): HTMLElement {
  const text = make(document, "textarea", { attributes: { "aria-label": say("report"), spellcheck: "false" } });
  const copy = make(document, "button", { text: say("copy"), attributes: { type: "button" } });
  const done = make(document, "span", { class: "soft", attributes: { role: "status" } });
  text.value = reportText(assessment);
  copy.addEventListener("click", async () => {
    text.select();
    done.textContent = await navigator.clipboard.writeText(text.value).then(() => say("copied"), () => say("copyByHand"));
  });
  return make(document, "div", {}, [make(document, "p", { text: say("reportHint") }), text, make(document, "div", { class: "actions" }, [copy, done])]);
}
