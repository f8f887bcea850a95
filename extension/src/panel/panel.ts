import type { BadgeState } from "../content/badge-state";
import type { Ask, Failure } from "../shared/messages";
import type { SitePage } from "../content/site-page";
import { keepKeys, make, makeHost } from "../shared/elements";
import type { Settings } from "../shared/settings";
import type { Theme } from "../shared/theme";
import tones from "../shared/tones.css";
import type { Language } from "../shared/words";
import { drawPanel } from "./drawing";
import css from "./panel.css";

export interface PanelContext {
  readonly document: Document;
  readonly language: Language;
  readonly settings: Settings;
  readonly page: SitePage;
  readonly channel: string | null;
  readonly state: BadgeState;
  readonly ask: Ask;
  readonly isPrivate: boolean;
  readonly retry: () => void;
  readonly openSettings: () => void;
  /** Told once, with whether the reading point was inside. */
  readonly closed: (hadFocus: boolean) => void;
}

export interface Panel {
  show(state: BadgeState): void;
  /** Says beside a state what kept us from more. */
  showTrouble(state: BadgeState, failure: Failure): void;
  dress(theme: Theme): void;
  close(): void;
}

export interface PanelModule {
  openPanel(context: PanelContext): Panel;
}

/** Opens the explanation beside the page: no modal dialog, since one reads the page along with it. */
export function openPanel(context: PanelContext): Panel {
  const { document, language, settings } = context;
  const { host, root } = makeHost(document, "credscore-panel", tones + css);
  keepKeys(host);
  const controller = new AbortController();
  const title = make(document, "div", { class: "brand", text: "CredScore", attributes: { id: "title" } });
  const close = make(document, "button", { class: "close", text: "×", attributes: { type: "button", "aria-label": language.say("close") } });
  const body = make(document, "div", { class: "body", attributes: { tabindex: "-1" } });
  const frame = make(document, "div", { class: "panel", attributes: { role: "dialog", "aria-labelledby": "title", tabindex: "-1", popover: "manual" } },
    [make(document, "div", { class: "top" }, [title, close]), body]);
  let isOpen = true;

  host.lang = language.tag;
  host.dir = language.direction;
  host.style.setProperty("--scale", String(settings.textSize));

  const panel: Panel = {
    show: state => drawPanel(body, context, state, null),
    showTrouble: (state, failure) => drawPanel(body, context, state, failure),
    dress: theme => void (host.dataset["theme"] = theme),
    close() {
      if (isOpen) {
        isOpen = false;
        const hadFocus = root.activeElement !== null;
        controller.abort();
        host.remove();
        context.closed(hadFocus);
      }
    },
  };

  close.addEventListener("click", () => panel.close());
  host.addEventListener("keydown", event => (event.key === "Escape" ? panel.close() : undefined));
  // Escape works from the page too, unless something of the page's own is open.
  document.addEventListener("keydown", event => (event.key === "Escape" && !event.defaultPrevented ? panel.close() : undefined), { signal: controller.signal });
  document.addEventListener("fullscreenchange", () => panel.close(), { signal: controller.signal });
  // On a narrow screen the panel would cover what it points at.
  host.addEventListener("credscore-revealed", () => (matchMedia("(max-width: 560px)").matches ? panel.close() : undefined));
  root.append(frame);
  document.body.append(host);
  panel.show(context.state);
  frame.showPopover?.();
  frame.focus({ preventScroll: true });
  return panel;
}
