import { readClass, type ClassAnswer } from "../shared/class-answer";
import type { Settings } from "../shared/settings";
import type { Browser } from "./browser";
import { InFlight } from "./in-flight";
import { Service } from "./service";

interface Membership {
  readonly code: string;
  readonly service: string;
  readonly at: number;
  /** Null when the class was closed. */
  readonly answer: ClassAnswer | null;
}

const freshFor = 10 * 60_000;
const name = "class";
const running = new InFlight<Membership | null>();

/** The settings with the rules of the class that the student has joined. Joining and leaving are counted by the service once each; it learns nothing else. */
export async function withClassRules(browser: Browser, settings: Settings): Promise<Settings> {
  const kept = (await browser.read("local", [name]))[name] as Membership | undefined;
  const isSame = kept?.code === settings.classCode && kept.service === settings.service;

  if (settings.classCode === "" && kept === undefined) {
    return settings;
  }

  const isFresh = isSame && browser.now() - kept.at < freshFor;
  const membership = isFresh ? kept : await running.join(`${settings.service} ${settings.classCode}`, () => renew(browser, settings, kept));
  const answer = membership?.answer ?? null;
  return answer === null ? settings : { ...settings, ruleset: answer.articleRuleset, videoRuleset: answer.videoRuleset };
}

/** Whether the class that the student has joined collects appraisals, as far as it is known here. Nothing is asked. */
export async function collectsAppraisals(browser: Browser, { classCode, service }: Settings): Promise<boolean> {
  const kept = (await browser.read("local", [name]))[name] as Membership | undefined;
  return classCode !== "" && kept?.code === classCode && kept.service === service && kept.answer?.collectsAppraisals === true;
}

async function renew(browser: Browser, { service: address, classCode: code }: Settings, kept: Membership | undefined): Promise<Membership | null> {
  const isSame = kept?.code === code && kept.service === address;

  if (kept !== undefined && !isSame) {
    await browser.remove("local", [name]);
    await (kept.answer === null ? undefined : count(browser, kept.service, kept.code, "members/leave"));
  }

  if (code === "") {
    return null;
  }

  const reply = await new Service(browser, address).ask({ path: `/v1/classes/${code}`, seconds: 8 });
  const answer = reply.kind === "content" ? readClass(reply.content) : null;
  const isClosed = reply.kind === "failed" && reply.trouble === "missing";

  // While the service cannot be asked, the class stays as it was known.
  if (answer === null && !isClosed) {
    return isSame ? kept : null;
  }

  const membership: Membership = { code, service: address, at: browser.now(), answer };
  await browser.write("local", { [name]: membership });
  await (answer !== null && (!isSame || kept.answer === null) ? count(browser, address, code, "members") : undefined);
  return membership;
}

async function count(browser: Browser, service: string, code: string, what: "members" | "members/leave"): Promise<void> {
  await new Service(browser, service).ask({ path: `/v1/classes/${code}/${what}`, body: {}, seconds: 8 });
}
