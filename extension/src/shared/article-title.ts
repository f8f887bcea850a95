import { cut, hasControl } from "./web-address-parts";

// https://www.mediawiki.org/wiki/Manual:Page_title
const mostBytes = 255;
const directionMarks = /[\u200E\u200F\u202A-\u202E]/g;
const spaces = /[ _\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;

const illegal = [
  /[<>[\]{}|\uFFFD]/,
  /^:/,
  /~~~/,
  /(^|\/)\.\.?(\/|$)/, // a relative path
  /%[0-9a-f]{2}/i,
  /&[a-z0-9#\u0080-\uFFFF]+;/i, // an entity
];

/** The title as the wiki writes it: spaces, composed letters, a capital first letter; null when no page can have it. */
export function normaliseTitle(text: string, language: string): string | null {
  const spaced = cut(text, "#")[0].replace(directionMarks, "").replace(spaces, " ").replace(/^ | $/g, "");
  const title = spaced.replace(/^: ?/, "").normalize("NFC");

  if (!isLegal(title)) {
    return null;
  }

  // Looked at once more, since a capital can take up a mark that the small letter could not (ı with a dot above) and be longer in UTF-8 (ɐ).
  const capital = withCapital(title, language).normalize("NFC");
  return isLegal(capital) ? capital : null;
}

/** A title in an address: underscores, UTF-8 in percent-encoding, and plain what MediaWiki leaves plain. */
export function encodeTitle(title: string): string {
  return encodeURIComponent(title.replaceAll(" ", "_"))
    .replaceAll("'", "%27")
    .replace(/%(?:2C|2F|3A|3B|40|24)/g, decodeURIComponent);
}

function isLegal(title: string): boolean {
  return title !== ""
    && !illegal.some(pattern => pattern.test(title))
    && !hasControl(title)
    && !/[\ud800-\udfff]/u.test(title) // half of a surrogate pair
    && new TextEncoder().encode(title).length <= mostBytes;
}

function withCapital(title: string, language: string): string {
  const first = String.fromCodePoint(title.codePointAt(0)!);

  // Lojban's wiki alone among the editions tells titles apart by the case of their first letter.
  return language === "jbo" ? title : capitalOf(first, language) + title.slice(first.length);
}

function capitalOf(letter: string, language: string): string {
  if (letter === "i" && ["tr", "az", "kaa"].includes(language)) {
    return "İ";
  }

  // MediaWiki leaves Georgian alone: its capitals are for headlines.
  if (/[\u10D0-\u10FF]/.test(letter)) {
    return letter;
  }

  // A wiki writes one letter for one: ß stays ß, where toUpperCase gives SS.
  const capital = letter.toUpperCase();
  return [...capital].length === 1 ? capital : withIotaBelow.get(letter) ?? letter;
}

// Letters whose one capital toUpperCase passes over, because it writes their iota out.
const withIotaBelow: ReadonlyMap<string, string> = new Map(
  Array.from("ᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧ", letter => [letter, String.fromCodePoint(letter.codePointAt(0)! + 8)] as const)
    .concat([["ᾳ", "ᾼ"], ["ῃ", "ῌ"], ["ῳ", "ῼ"]]),
);
