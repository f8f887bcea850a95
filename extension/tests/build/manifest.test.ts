import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { manifestFor } from "../../build/manifest";
import { defaults } from "../../src/shared/settings";

const manifest = manifestFor("chrome", "http://localhost:5080") as Record<string, never> & {
  permissions: string[]; host_permissions: string[]; optional_host_permissions: string[]; content_security_policy: { extension_pages: string };
  web_accessible_resources: { resources: string[] }[]; content_scripts: { js: string[]; all_frames?: boolean }[];
};
const permissions = readFileSync(new URL("../../../docs/permissions.md", import.meta.url), "utf8");

test("Asks for no more than this; whoever adds to the list explains it in docs/permissions.md", () => {
  assert.deepEqual(manifest.permissions, ["storage"]);
  assert.deepEqual(manifest.host_permissions, ["https://*.wikipedia.org/*", "https://www.youtube.com/*", "http://localhost/*"]);
  assert.deepEqual(manifest.optional_host_permissions, ["https://*/*", "http://localhost/*", "http://127.0.0.1/*"]);
  assert.deepEqual(Object.keys(manifest).filter(key => /permissions|externally|devtools|override|update_url|^key$/.test(key)), ["permissions", "host_permissions", "optional_host_permissions"]);
});

test("Explains each permission, and none that is not asked for", () => {
  const explained = [...permissions.matchAll(/^### `([^`]+)`/gm)].map(([, name]) => name);
  assert.deepEqual(explained.sort(), [...new Set([...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions])].sort());
});

test("Runs no script from elsewhere, and none but its own in pages", () => {
  const { extension_pages: policy } = manifest.content_security_policy;
  assert.match(policy, /default-src 'none'; script-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|\*\.|data:|blob:/);
  assert.deepEqual(manifest.content_scripts.map(({ js, all_frames: frames }) => [js, frames]), [[["wikipedia.js"], undefined], [["youtube.js"], undefined]]);
});

test("Names the host of the service that it was built for", () => {
  const { host_permissions: hosts } = manifestFor("edge", "https://credscore.school.example:8443/base") as { host_permissions: string[] };
  assert.ok(hosts.includes("https://credscore.school.example/*"));
});

test("Fits what the stores take", () => {
  const messages = JSON.parse(readFileSync(new URL("../../static/_locales/en/messages.json", import.meta.url), "utf8")) as Record<string, { message: string }>;
  assert.ok(messages["name"]!.message.length <= 45);
  assert.ok(messages["description"]!.message.length <= 132);
});

test("Offers schools every setting but a student's own, in the form that browsers load", () => {
  const schema = JSON.parse(readFileSync(new URL("../../static/managed-schema.json", import.meta.url), "utf8")) as { type: string; properties: Record<string, { type: string }> };
  const own = ["channelsOff", "textSize"];
  assert.deepEqual(Object.keys(schema), ["type", "properties"]);
  assert.deepEqual(Object.keys(schema.properties).sort(), [...Object.keys(defaults("")).filter(name => !own.includes(name)), "firstRun"].sort());

  for (const [name, { type }] of Object.entries(schema.properties)) {
    assert.equal(type, typeof { ...defaults(""), firstRun: true }[name as "firstRun"], name);
  }
});
