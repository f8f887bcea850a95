import { troubleText } from "../content/badge-state";
import { make } from "../shared/elements";
import type { ContributionAnswer } from "../shared/messages";
import type { PanelContext } from "./panel";

/** Lets a scored page join the research dataset, or leave it; null while the student has not switched that on. */
export function drawContribution(context: PanelContext): HTMLElement | null {
  const { document, language: { say }, settings, isPrivate } = context;
  const canSend = settings.scoring === "auto" || settings.scoring === "click";

  if (settings.contribute === "never" || isPrivate || !canSend) {
    return null;
  }

  const state = make(document, "p", { attributes: { role: "status" } });
  const button = make(document, "button", { attributes: { type: "button" } });
  const section = make(document, "section", { class: "plain contribution", attributes: { hidden: "" } },
    [make(document, "h3", { text: say("contributionTitle") }), state, make(document, "div", { class: "actions" }, [button])]);
  void fill(context, section, state, button);
  return section;
}

async function fill({ page, ask, settings, language: { say } }: PanelContext, section: HTMLElement, state: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const open = { key: page.address.key, revision: page.revision, isOld: page.isOld };
  let isIn = false;

  const tell = (answer: ContributionAnswer | null): void => {
    button.disabled = false;

    if (answer?.kind !== "contribution") {
      state.textContent = answer === null ? say("trouble_unreachable") : troubleText(answer, say);
      return;
    }

    isIn = answer.isIn;
    state.textContent = say(isIn ? "contributionIn" : "contributionOut");
    button.textContent = say(isIn ? "contributionTakeBack" : "contributionAdd");
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    tell(await ask(isIn ? { kind: "take-back", page: open } : { kind: "contribute", page: open, wish: "asked" }));
  });
  // Where all pages are to join, this one may just be on its way.
  tell(await ask(settings.contribute === "always" ? { kind: "contribute", page: open, wish: "by itself" } : { kind: "contribution", page: open }));
  section.hidden = false;
}
