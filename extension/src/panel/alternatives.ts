import type { Assessment } from "../shared/assessment";
import type { Alternative } from "../shared/contract";
import { make } from "../shared/elements";
import { HiddenLinks } from "./not-helpful";
import type { PanelContext } from "./panel";

interface Look {
  readonly word: string;
  readonly path: string;
}

// A picture and a word for each kind; who cannot see the one reads the other.
const kinds: Readonly<Record<string, Look>> = {
  article: { word: "kindArticle", path: "M6 3h9l4 4v14H6zM9 11h7M9 15h7" },
  textbook: { word: "kindTextbook", path: "M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1c3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14" },
  review: { word: "kindReview", path: "M4 19V9M10 19V5M16 19v-7M3 21h18" },
  guideline: { word: "kindGuideline", path: "M5 3h14v18H5zM8 9l2 2l4-4M8 16h8" },
  video: { word: "kindVideo", path: "M3 5h18v14H3zM10 9l5 3l-5 3z" },
  database: { word: "kindDatabase", path: "M4 6c0-4 16-4 16 0v12c0 4-16 4-16 0zM4 6c0 4 16 4 16 0M4 12c0 4 16 4 16 0" },
  search: { word: "kindSearch", path: "M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM15 15l6 6" },
  recommendation: { word: "kindRecommendation", path: "M12 3l2.7 5.8l6.3.8l-4.6 4.3l1.2 6.3L12 17.1l-5.6 3.1l1.2-6.3L3 9.6l6.3-.8z" },
};

const levels: Readonly<Record<string, Look>> = {
  patient: { word: "levelPatient", path: "M12 4a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM5 21c0-9 14-9 14 0" },
  student: { word: "levelStudent", path: "M2 9l10-5l10 5l-10 5zM6 11v5c3 3 9 3 12 0v-5" },
  professional: { word: "levelProfessional", path: "M7 3v6a5 5 0 0 0 10 0V3M12 14v3a4 4 0 0 0 8 0v-3" },
};

/** Reputable pages on the same topic; each opens in a tab of its own and tells that site nothing of ours. What the class's educator recommends comes before them, as soon as it is known. */
export function drawAlternatives(context: PanelContext, { alternatives }: Assessment): HTMLElement {
  const { document, settings } = context;
  const place = make(document, "div", { class: "place" }, [drawSection(context, alternatives)]);

  if (settings.classCode !== "") {
    void recommend(context, place, alternatives);
  }

  return place;
}

async function recommend(context: PanelContext, place: HTMLElement, others: readonly Alternative[]): Promise<void> {
  const { page, ask } = context;
  const recommended = await ask({ kind: "recommendations", page: { key: page.address.key, revision: page.revision, isOld: page.isOld } }) ?? [];
  const section = recommended.length === 0 ? null : drawSection(context, [...recommended, ...others.filter(({ url }) => recommended.every(one => one.url !== url))]);

  // Whoever reads the list already keeps their place in it.
  if (section !== null && !place.contains((place.getRootNode() as ShadowRoot).activeElement)) {
    place.replaceChildren(section);
  }
}

function drawSection(context: PanelContext, alternatives: readonly Alternative[]): HTMLElement | null {
  const { document, language: { say } } = context;
  const safe = alternatives.filter(({ url }) => URL.canParse(url) && new URL(url).protocol === "https:");
  const topics = [...new Set(safe.map(({ topic }) => topic))];
  const hidden = new HiddenLinks(context);
  const section = safe.length === 0 ? null : make(document, "section", {}, [
    make(document, "h3", { text: say("betterPages") }),
    ...topics.flatMap(topic => [
      topics.length > 1 ? make(document, "h4", { text: topic, attributes: { dir: "auto" } }) : null,
      make(document, "ul", { class: "plain better" }, safe.filter(alternative => alternative.topic === topic).map(alternative => hidden.draw(alternative, drawOne(context, alternative)))),
    ]),
    hidden.status,
  ]);
  void hidden.restore();
  return section;
}

function drawOne({ document, language: { say } }: PanelContext, { title, url, provider, kind, level, free, why, language, class: to }: Alternative): HTMLElement[] {
  const what = [kinds[kind], levels[level]].filter(look => look !== undefined);
  const words = [...what.map(({ word }) => say(word)), to ? say("recommendedTo", to) : "", free === true ? say("freeToRead") : ""].filter(word => word !== "");

  return [
    make(document, "a", { text: title, attributes: { href: url, target: "_blank", rel: "noopener noreferrer", lang: language, dir: "auto" } }),
    make(document, "p", { class: "kind" }, [...what.map(({ path }) => icon(document, path)), make(document, "span", { text: words.join(" · ") }), make(document, "bdi", { text: provider })]),
    // The service explains in English, whatever language the rest is in.
    make(document, "p", { class: "soft", text: why, attributes: { lang: "en", dir: "ltr" } }),
  ];
}

const svg = "http://www.w3.org/2000/svg";

function icon(document: Document, path: string): SVGElement {
  const picture = document.createElementNS(svg, "svg");
  const stroke = document.createElementNS(svg, "path");
  Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false", class: "icon" }).forEach(([name, value]) => picture.setAttribute(name, value));
  Object.entries({ d: path, fill: "none", stroke: "currentColor", "stroke-width": "2", "stroke-linejoin": "round", "stroke-linecap": "round" }).forEach(([name, value]) => stroke.setAttribute(name, value));
  picture.append(stroke);
  return picture;
}
