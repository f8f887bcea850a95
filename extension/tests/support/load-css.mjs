// Style sheets are bundled as text; in tests they load as text too.
import { register } from "node:module";

const hooks = `
import { readFile } from "node:fs/promises";
export async function load(url, context, next) {
  return url.endsWith(".css") ? { format: "module", shortCircuit: true, source: "export default " + JSON.stringify(await readFile(new URL(url), "utf8")) } : next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
