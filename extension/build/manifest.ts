import { readFileSync } from "node:fs";

export type Store = "chrome" | "edge";

export const sites = ["https://*.wikipedia.org/*", "https://www.youtube.com/*"];

/** Loaded into a page when they are first needed, so that the start stays small. */
export const modules = ["panel.js", "marks.js", "lists.js"];

/**
 * The manifest for a store. The two stores differ in nothing that we use; what Edge refuses (`update_url`, `key`) is in neither.
 * @param service Address of the service, whose host the extension may ask.
 */
export function manifestFor(_store: Store, service: string): object {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };

  return {
    manifest_version: 3,
    name: "__MSG_name__",
    short_name: "CredScore",
    description: "__MSG_description__",
    version,
    default_locale: "en",
    minimum_chrome_version: "120",
    icons: iconSet("credscore", [16, 32, 48, 128]),
    action: { default_icon: iconSet("credscore", [16, 32]), default_title: "CredScore", default_popup: "popup.html" },
    background: { service_worker: "worker.js" },
    content_scripts: [script("wikipedia.js", sites[0]!), script("youtube.js", sites[1]!)],
    web_accessible_resources: [{ resources: modules, matches: sites.map(site => site.replace(/\/\*$/, "/*")), use_dynamic_url: true }],
    options_ui: { page: "options.html", open_in_tab: true },
    storage: { managed_schema: "managed-schema.json" },
    permissions: ["storage"],
    host_permissions: [...sites, hostPattern(service)],
    optional_host_permissions: ["https://*/*", "http://localhost/*", "http://127.0.0.1/*"],
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  };
}

/** Patterns name no port: they cover all of them. */
export function hostPattern(service: string): string {
  const { protocol, hostname } = new URL(service);
  return `${protocol}//${hostname}/*`;
}

// One for each site, so that none holds what it will not need.
function script(file: string, site: string): object {
  return { matches: [site], js: [file], run_at: "document_idle" };
}

function iconSet(name: string, sizes: readonly number[]): Record<string, string> {
  return Object.fromEntries(sizes.map(size => [String(size), `icons/${name}-${size}.png`]));
}
