import type { Assessment } from "../shared/assessment";
import { make } from "../shared/elements";
import type { PanelContext } from "./panel";

/** The way to the class's form, for members of a class that collects appraisals; an empty place for everybody else. Only who follows it tells the service anything. */
export function drawAppraisalLink(context: PanelContext, { page }: Assessment): HTMLElement {
  const { document, settings, ask, language: { say } } = context;
  const place = make(document, "p", { attributes: { "data-appraise": "", hidden: "" } });

  if (settings.classCode !== "" && !context.isPrivate) {
    void ask({ kind: "collects-appraisals" }).then(collects => {
      const href = `${settings.service}/appraise/${settings.classCode}?url=${encodeURIComponent(page.url)}`;
      place.hidden = collects !== true;
      place.replaceChildren(...(collects === true ? [make(document, "a", { text: say("appraise"), attributes: { href, target: "_blank", rel: "noopener noreferrer" } })] : []));
    });
  }

  return place;
}
