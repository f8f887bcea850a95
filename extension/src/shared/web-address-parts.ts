import { notScorable, type NotScorable } from "./not-scorable";

/** Host, path and query of pasted text. */
export interface WebAddressParts {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

// .NET's Char.IsWhiteSpace. JavaScript's own idea (trim, \s) counts U+FEFF and leaves out U+0085.
const whiteSpace = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const percent = 0x25;

/** Without white space at its ends, in one pass: a pattern anchored at the end would start anew at each space of a long paste. */
export function trimWhiteSpace(text: string): string {
  let start = 0;
  let end = text.length;

  while (start < end && whiteSpace.test(text.charAt(start))) {
    start++;
  }

  while (end > start && whiteSpace.test(text.charAt(end - 1))) {
    end--;
  }

  return text.slice(start, end);
}

export function hasControl(text: string): boolean {
  // Written out: the browser takes longer to look the class \p{Cc} up than to read the address.
  return /[\0-\x1f\x7f-\x9f]/.test(text);
}

/**
 * Takes text apart; answers the refusal instead when it is no plain web address. Not by `URL`: that one mends what it is given (drops tabs,
 * turns backslashes, resolves dots, maps look-alike letters to ASCII), and what it would mend is just what is refused here.
 */
export function splitWebAddress(text: string): WebAddressParts | NotScorable {
  const rest = withoutScheme(text);

  if (rest === null) {
    return notScorable("not-an-address", "This is not a web address. Paste the address of a Wikipedia article or YouTube video, such as https://en.wikipedia.org/wiki/Measles.");
  }

  const end = rest.search(/[/?#\\]/);
  const host = end < 0 ? rest : rest.slice(0, end);
  const refusal = refusalOf(host);

  if (refusal !== null) {
    return refusal;
  }

  const [tail] = cut(end < 0 ? "" : rest.slice(end), "#");
  const [path, query] = cut(tail, "?");
  return { host: host.toLowerCase(), path, query: query ?? "" };
}

/** The last value of a name in the query, decoded, as PHP takes it; null when absent or empty. `URLSearchParams` hides bytes that are no UTF-8. */
export function queryValue(parts: WebAddressParts, name: string): string | null {
  const last = parts.query.split("&").findLast(pair => pair.startsWith(`${name}=`));
  const value = last === undefined ? "" : decode(last.slice(name.length + 1).replaceAll("+", " "));
  return value === "" ? null : value;
}

/** A whole number above zero from the query, as digits without leading zeros; null for anything else. */
export function queryNumber(parts: WebAddressParts, name: string): string | null {
  return positiveNumber(queryValue(parts, name) ?? "");
}

export function positiveNumber(digits: string): string | null {
  return /^[0-9]{1,18}$/.test(digits) && /[1-9]/.test(digits) ? digits.replace(/^0+/, "") : null;
}

/**
 * Undoes percent-encoding once; a percent sign without two hexadecimal digits stands for itself, where `decodeURIComponent` throws.
 * Bytes that are no UTF-8 become U+FFFD, which no title may hold.
 */
export function decode(text: string): string {
  if (!text.includes("%")) {
    return text;
  }

  const encoded = new TextEncoder().encode(text);
  const bytes: number[] = [];

  for (let index = 0; index < encoded.length; index++) {
    const code = encoded[index] === percent ? String.fromCharCode(...encoded.subarray(index + 1, index + 3)) : "";
    const isCode = /^[0-9a-f]{2}$/i.test(code);
    bytes.push(isCode ? Number.parseInt(code, 16) : encoded[index]!);
    index += isCode ? 2 : 0;
  }

  try {
    // Named against its name: true keeps a byte order mark, as C# does.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return "\uFFFD";
  }
}

function withoutScheme(text: string): string | null {
  const scheme = /^(https?:)?\/\//i.exec(text);

  if (scheme !== null) {
    return text.slice(scheme[0].length);
  }

  // en.wikipedia.org/wiki/Measles, as browsers show it. A colon in front of the host's end is a port or another scheme.
  const [name] = cut(text.split(/[/?#\\]/, 1)[0]!, ":");
  return name.includes(".") && !whiteSpace.test(name) ? text : null;
}

function refusalOf(host: string): NotScorable | null {
  if (host === "") {
    return notScorable("not-an-address", "This address names no site.");
  }

  if (host.includes("@")) {
    return notScorable("unsafe-address", "This address carries a user name, a trick to make one site look like another. Paste the plain address.");
  }

  if (host.includes(":")) {
    return notScorable("unsafe-address", "This address names a port, which Wikipedia and YouTube never do. Paste the plain address.");
  }

  // Before it is put in lower case, which makes a plain k of the Kelvin sign.
  return /^[a-z0-9.-]+$/i.test(host)
    ? null
    : notScorable("unsafe-address", "This site's name holds characters that can make one site look like another. Paste the plain address.");
}

/** What stands before and behind the first mark; nothing behind when there is none. */
export function cut(text: string, mark: string): [before: string, behind?: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
