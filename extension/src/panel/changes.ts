import type { Assessment } from "../shared/assessment";
import { make } from "../shared/elements";
import type { PanelContext } from "./panel";

const mostChanges = 3;

/** What happened to the score since the page was first read, as the service tells it; null where nothing did. */
export function drawChanges({ document, language: { say } }: PanelContext, { changes }: Assessment): HTMLElement | null {
  const lines = (changes ?? []).slice(0, mostChanges).map(({ text }) => make(document, "li", { text, attributes: { lang: "en", dir: "ltr" } }));
  return lines.length === 0 ? null : make(document, "section", { class: "changes" }, [make(document, "h3", { text: say("whatChanged") }), make(document, "ul", { class: "plain" }, lines)]);
}
