import type { Assessment } from "../shared/assessment";
import { make } from "../shared/elements";
import type { PanelContext } from "./panel";

/** Whose rules gave the score, where they are an educator's, and the way to CredScore's own. */
export function drawRules({ document, settings, language: { say } }: PanelContext, { versions: { author }, page }: Assessment): HTMLElement | null {
  if (typeof author !== "string" || author === "") {
    return null;
  }

  const own = make(document, "a", { text: say("ownScore"), attributes: { href: `${settings.service}/?url=${encodeURIComponent(page.address)}`, target: "_blank", rel: "noopener noreferrer" } });
  return make(document, "p", { class: "soft", attributes: { "data-rules": "" } }, [make(document, "bdi", { text: say("byRules", author) }), document.createTextNode(" · "), own]);
}
