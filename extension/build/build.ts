// npm run build: dist/chrome and dist/edge to load unpacked, and a zip of each for its store. --service=https://… names another service than the one on this machine.
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { manifestFor, type Store } from "./manifest";
import { writeZip } from "./zip";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Classic scripts: a content script cannot be a module, and the worker then starts as fast as it can. */
const scripts = { wikipedia: "src/content/wikipedia.ts", youtube: "src/content/youtube.ts", worker: "src/background/worker.ts", options: "src/pages/options.ts", popup: "src/pages/popup.ts", welcome: "src/pages/welcome.ts" };

/** What the page loads on demand, by `import()`. */
const onDemand = { panel: "src/panel/panel.ts", marks: "src/marks/marks.ts", lists: "src/lists/lists.ts" };

/** Every file of the extension by its path, the manifest left out. */
export async function bundle(service: string): Promise<Map<string, Uint8Array>> {
  const common = {
    bundle: true, write: false, outdir: "out", target: "chrome120", charset: "utf8", legalComments: "none", absWorkingDir: root,
    // Short, and still readable for whoever reviews it at the store: white space goes, names stay.
    minifyWhitespace: true, minifySyntax: true, minifyIdentifiers: false,
    loader: { ".css": "text" }, define: { __SERVICE__: JSON.stringify(service) }, logLevel: "silent",
  } as const;
  const built = await Promise.all([build({ ...common, entryPoints: scripts, format: "iife" }), build({ ...common, entryPoints: onDemand, format: "esm" })]);
  const files = new Map<string, Uint8Array>(readStatic());

  for (const file of built.flatMap(({ outputFiles }) => outputFiles)) {
    files.set(relative(join(root, "out"), file.path), file.contents);
  }

  return files;
}

export async function write(folder: string, service: string): Promise<void> {
  const files = await bundle(service);

  for (const store of ["chrome", "edge"] as const) {
    const whole = complete(files, store, service);
    rmSync(join(folder, store), { recursive: true, force: true });
    whole.forEach((content, path) => writeFile(join(folder, store, path), content));
    writeFile(join(folder, `credscore-${store}.zip`), writeZip(whole));
  }
}

export function complete(files: ReadonlyMap<string, Uint8Array>, store: Store, service: string): Map<string, Uint8Array> {
  const manifest = Buffer.from(`${JSON.stringify(manifestFor(store, service), null, 2)}\n`);
  return new Map([...files, ["manifest.json", manifest] as const]);
}

function readStatic(): [string, Uint8Array][] {
  const folder = join(root, "static");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [relative(folder, path), new Uint8Array(readFileSync(path))]);
}

function writeFile(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const service = process.argv.find(argument => argument.startsWith("--service="))?.slice("--service=".length) ?? "http://localhost:5080";
  await write(join(root, "dist"), service);
}
