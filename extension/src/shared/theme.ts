export type Theme = "light" | "dark";

/** What the site itself shows; the system is asked only where the site says that it follows it. */
export function themeOf(document: Document, prefersDark: () => boolean): Theme {
  const root = document.documentElement;
  // As text: the list of classes costs when a script first asks for one.
  const classes = ` ${root.className} `;

  // YouTube: an attribute on the root. Vector 2022 and Minerva: a class; older skins have none and are light.
  if (root.hasAttribute("dark") || classes.includes(" skin-theme-clientpref-night ")) {
    return "dark";
  }

  return classes.includes(" skin-theme-clientpref-os ") && prefersDark() ? "dark" : "light";
}

/** The theme just now. */
export function themeNow(document: Document): Theme {
  return themeOf(document, () => matchMedia("(prefers-color-scheme: dark)").matches);
}

/** Tells the theme now and whenever the site changes it. */
export function followTheme(document: Document, signal: AbortSignal, tell: (theme: Theme) => void): void {
  const preference = matchMedia("(prefers-color-scheme: dark)");
  const read = (): void => tell(themeOf(document, () => preference.matches));
  const observer = new MutationObserver(read);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["class", "dark"] });
  preference.addEventListener("change", read, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
  read();
}
