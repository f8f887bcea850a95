import type { Scoring } from "../shared/settings";
import { find, openOwnPage, save } from "./own-page";

/** The page after installing: what is sent, in three sentences, and the choice without which nothing is. */
async function start(): Promise<void> {
  const { locked, settings, language } = await openOwnPage(document);
  document.title = `CredScore · ${language.say("welcomeTitle")}`;
  find<HTMLFieldSetElement>(document, "#scoring").disabled = locked.has("scoring");
  document.querySelectorAll<HTMLInputElement>("[name=scoring]").forEach(choice => void (choice.checked = choice.value === (settings.scoring === "unset" ? "click" : settings.scoring)));

  find<HTMLFormElement>(document, "#form").addEventListener("submit", async event => {
    event.preventDefault();
    const scoring = new FormData(event.target as HTMLFormElement).get("scoring") as Scoring;
    await (locked.has("scoring") ? undefined : save({ scoring }));
    const done = find<HTMLElement>(document, "#done");
    find<HTMLElement>(document, "#form").hidden = true;
    done.hidden = false;
    done.focus();
  });
}

void start();
