import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { bundle, complete } from "../../build/build";
import { target, writeContract } from "../../build/contract";
import { drawIcons } from "../../build/icons";
import { writeZip } from "../../build/zip";

const service = "http://localhost:5080";
const files = await bundle(service);
const textOf = (path: string): string => Buffer.from(files.get(path) ?? []).toString("utf8");
const scripts = [...files.keys()].filter(path => path.endsWith(".js"));

const sources = readdirSync(new URL("../../src/", import.meta.url), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith(".ts"))
  .map(entry => ({ path: `${entry.parentPath}/${entry.name}`, text: readFileSync(`${entry.parentPath}/${entry.name}`, "utf8") }));

test("Starts in a page with at most 25 kB", () => {
  for (const path of ["wikipedia.js", "youtube.js"]) {
    assert.ok(gzipSync(textOf(path), { level: 9 }).length <= 25_000, path);
  }
});

test("Holds these files and no other", () => {
  const languages = ["ar", "de", "en", "es", "fr"].map(language => `_locales/${language}/messages.json`);
  const others = ["lists.js", "managed-schema.json", "marks.js", "options.html", "options.js", "pages.css", "panel.js", "popup.html", "popup.js", "welcome.html", "welcome.js", "wikipedia.js", "worker.js", "youtube.js"];
  assert.deepEqual([...files.keys()].filter(path => !path.startsWith("icons/")).sort(), [...languages, ...others].sort());
  assert.deepEqual([...files.keys()].filter(path => path.startsWith("icons/")).sort(), [...drawIcons().keys()].map(name => `icons/${name}`).sort());
});

test("Is the same to the byte when built again", async () => {
  const again = await bundle(service);
  assert.ok(writeZip(complete(files, "chrome", service)).equals(writeZip(complete(again, "chrome", service))));
});

test("Knows no address but its sites', its service's and the one of SVG", () => {
  const known = /^https?:\/\/(localhost|www\.youtube\.com|\$\{|en\.wikipedia\.org|www\.w3\.org\/2000\/svg|\.\.\.|$|,| )/;
  const strange = scripts.flatMap(path => [...textOf(path).matchAll(/https?:\/\/[^"'`\s)]*/g)].map(([address]) => address).filter(address => !known.test(address)).map(address => `${path}: ${address}`));
  assert.deepEqual(strange, []);
});

test("Never makes markup or code of text", () => {
  const banned = /\.(?:innerHTML|outerHTML|srcdoc)\b|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|\beval\(|new Function\(|setTimeout\(\s*["'`]/;
  assert.deepEqual(sources.filter(({ text }) => banned.test(text)).map(({ path }) => path), []);
  assert.deepEqual(scripts.filter(path => banned.test(textOf(path))), []);
});

test("Puts no script and no handler into its own pages", () => {
  for (const path of [...files.keys()].filter(name => name.endsWith(".html"))) {
    assert.doesNotMatch(textOf(path), /<script(?![^>]* src="[a-z]+\.js")|\son\w+=|style="|javascript:/, path);
  }
});

test("Reaches the browser only through its seams", () => {
  const seams = /background\/(chrome-browser|worker)\.ts$|content\/page-browser\.ts$|shared\/words\.ts$|pages\/\w[\w-]*\.ts$/;
  const outside = sources.filter(({ path, text }) => !seams.test(path) && /\bchrome\.\w/.test(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, "")));
  assert.deepEqual(outside.map(({ path }) => path), []);
});

test("Speaks of the service as its contract does: run `npm run contract` after a change", () => {
  assert.equal(readFileSync(target, "utf8"), writeContract());
});

test("Shows the icons that are drawn: run `npm run icons` after a change", () => {
  for (const [name, bytes] of drawIcons()) {
    assert.ok(bytes.equals(files.get(`icons/${name}`) ?? Buffer.alloc(0)), name);
  }
});
