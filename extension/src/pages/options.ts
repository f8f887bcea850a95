import { troubleText } from "../content/badge-state";
import { hostPatternOf } from "../shared/host-pattern";
import { make } from "../shared/elements";
import { classCode, serviceAddress } from "../shared/settings";
import { find, openOwnPage, save, type OwnPage } from "./own-page";

const switches = ["privateWindows", "wikipedia", "youtube", "marks", "lists"] as const;

async function start(): Promise<void> {
  const page = await openOwnPage(document);
  const { locked, language } = page;
  document.title = `CredScore · ${language.say("settingsTitle")}`;
  find<HTMLElement>(document, "#schoolNote").hidden = locked.size === 0;

  bindChoice(page, "scoring");
  bindChoice(page, "contribute");

  switches.forEach(name => bindSwitch(page, name));
  bindChannels(page);
  bindService(page);
  bindClass(page);
  bindSelect(page, "language", text => text);
  bindSelect(page, "textSize", Number);
  bindForget(page);
  void bindContributions(page);
  await fillRulesets(page);
  bindSelect(page, "ruleset", text => text);
  bindSelect(page, "videoRuleset", text => text);
  // A language changes every word on this page.
  find<HTMLSelectElement>(document, "[name=language]").addEventListener("change", () => setTimeout(() => location.reload(), 50));
}

function bindChoice({ settings, locked, language }: OwnPage, name: "scoring" | "contribute"): void {
  document.querySelectorAll<HTMLInputElement>(`[name=${name}]`).forEach(choice => {
    choice.checked = choice.value === settings[name];
    choice.disabled = locked.has(name);
    choice.addEventListener("change", () => void save({ [name]: choice.value }));
    markLocked(choice, choice.checked && locked.has(name), language.say("setBySchool"));
  });
}

function bindSwitch({ settings, locked, language }: OwnPage, name: typeof switches[number]): void {
  const box = find<HTMLInputElement>(document, `[name=${name}]`);
  box.checked = settings[name];
  box.disabled = locked.has(name);
  box.addEventListener("change", () => void save({ [name]: box.checked }));
  markLocked(box, locked.has(name), language.say("setBySchool"));
}

function bindSelect({ settings, locked, language }: OwnPage, name: "language" | "textSize" | "ruleset" | "videoRuleset", read: (text: string) => string | number): void {
  const select = find<HTMLSelectElement>(document, `[name=${name}]`);
  select.value = String(settings[name]);
  select.disabled = locked.has(name);
  select.addEventListener("change", () => void save({ [name]: read(select.value) }));
  markLocked(select, locked.has(name), language.say("setBySchool"));
}

function markLocked(control: HTMLElement, isLocked: boolean, words: string): void {
  if (isLocked) {
    control.closest("label")?.append(make(document, "span", { class: "school", text: words }));
  }
}

function bindChannels({ settings, language }: OwnPage): void {
  const area = find<HTMLElement>(document, "#channelsOff");
  area.hidden = settings.channelsOff.length === 0;
  find(area.ownerDocument, "ul.channels").append(...settings.channelsOff.map(channel => {
    const again = make(document, "button", { text: language.say("scoreAgain"), attributes: { type: "button" } });
    const item = make(document, "li", {}, [make(document, "bdi", { text: channel }), again]);
    again.addEventListener("click", async () => {
      const { channelsOff = [] } = await chrome.storage.sync.get("channelsOff") as { channelsOff?: string[] };
      await save({ channelsOff: channelsOff.filter(other => other !== channel) });
      item.remove();
    });
    return item;
  }));
}

function bindService({ settings, locked, language: { say, tag }, ask }: OwnPage): void {
  const form = find<HTMLFormElement>(document, "#serviceForm");
  const field = find<HTMLInputElement>(document, "[name=service]");
  const status = find<HTMLElement>(document, "#serviceStatus");
  field.value = settings.service;
  field.disabled = locked.has("service");
  markLocked(field, locked.has("service"), say("setBySchool"));

  const tell = (kind: "good" | "bad" | "", text: string): void => {
    status.dataset["kind"] = kind;
    status.textContent = text;
  };

  form.addEventListener("submit", async event => {
    event.preventDefault();
    const service = serviceAddress(field.value);

    if (service === null) {
      return tell("bad", say("serviceNoAddress"));
    }

    // Asked for at once: a browser grants only what is asked within the press itself.
    const isGranted = await chrome.permissions.request({ origins: [hostPatternOf(service)] }).catch(() => false);

    if (!isGranted) {
      return tell("bad", say("trouble_noPermission"));
    }

    tell("", say("serviceTesting"));
    const answer = await ask({ kind: "test-service", service });

    if (answer?.kind !== "answers") {
      return tell("bad", answer === null ? say("trouble_unreachable") : troubleText(answer, say));
    }

    await (locked.has("service") ? undefined : save({ service }));
    tell("good", say("serviceWorks", new Intl.NumberFormat(tag).format(Math.round(answer.milliseconds))));
  });
}

function bindClass({ settings, locked, language: { say } }: OwnPage): void {
  const form = find<HTMLFormElement>(document, "#classForm");
  const field = find<HTMLInputElement>(document, "[name=classCode]");
  const status = find<HTMLElement>(document, "#classStatus");
  const leave = find<HTMLButtonElement>(document, "#classLeave");
  field.value = settings.classCode;
  field.disabled = locked.has("classCode");
  leave.hidden = settings.classCode === "" || field.disabled;
  markLocked(field, locked.has("classCode"), say("setBySchool"));

  const keep = async (code: string, text: string): Promise<void> => {
    await save({ classCode: code });
    field.value = code;
    leave.hidden = code === "";
    status.textContent = text;
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    const code = classCode(field.value);
    void (code === null ? (status.textContent = say("classNoCode")) : keep(code, say("classJoined")));
  });
  leave.addEventListener("click", () => void keep("", say("classLeft")));
}

async function fillRulesets({ settings, ask }: OwnPage): Promise<void> {
  const answer = settings.scoring === "unset" ? null : await ask({ kind: "test-service", service: settings.service });
  const known = answer?.kind === "answers" ? answer.rulesets : [];

  for (const [name, site] of [["ruleset", "wikipedia"], ["videoRuleset", "youtube"]] as const) {
    const chosen = settings[name];
    const fitting = known.filter(ruleset => ruleset.site === site);
    // What was chosen stays on the list even while the service cannot be asked.
    const all = chosen === "" || fitting.some(({ id }) => id === chosen) ? fitting : [...fitting, { id: chosen, name: chosen }];
    find<HTMLSelectElement>(document, `[name=${name}]`).append(...all.map(({ id, name: label }) => make(document, "option", { text: label, attributes: { value: id } })));
  }
}

function bindForget({ language: { say }, ask }: OwnPage): void {
  find(document, "#forget").addEventListener("click", async () => {
    await ask({ kind: "forget" });
    find(document, "#forgetStatus").textContent = say("forgotten");
  });
}

async function bindContributions({ language: { say }, ask }: OwnPage): Promise<void> {
  const button = find<HTMLButtonElement>(document, "#takeAllBack");
  const status = find<HTMLElement>(document, "#contributed");

  let told = "";

  // A page may join in another tab while this one is open.
  const tell = async (): Promise<void> => {
    const { pages, links } = await ask({ kind: "count-contributions" }) ?? { pages: 0, links: 0 };
    const words = [say("contributedPages", String(pages)), links > 0 ? say("toldLinks", String(links)) : ""].join(" ").trim();

    if (words !== told) {
      told = words;
      status.textContent = words;
      button.hidden = pages + links === 0;
    }
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    const left = await ask({ kind: "take-all-back" });
    button.disabled = false;
    await tell();
    status.textContent = left === 0 ? say("takenAllBack") : say("takenBackInPart", String(left ?? "?"));
  });
  chrome.storage.onChanged.addListener((_, area) => void (area === "local" && !button.disabled && tell()));
  await tell();
}

void start();
