const pieces = [
  "https://", "http://", "//", "en", "de", "zh", "www", "m", ".", "wikipedia.org", "youtube.com", "youtu.be", "/wiki/", "/w/index.php", "?", "&", "=",
  "title=", "oldid=", "curid=", "diff=", "search=", "v=", "#", "%", "%C3", "%A4", "%23", "%00", "%EF%BB%BF", "%ED%A0%80", "Talk:", "Special:", "Measles",
  "measles", " ", "_", "@", ":", "\\", "[", "]", "wikipedia:", "youtube:", "c4r3dSc0rE1", "1", "99", "\u0308", "\u0323", "\u0307", "\u1112\u1169\u11BC",
  "\uD83D", "\uDE00", "\u200E", "\uFEFF", "\u0085", "\u212A", "ı", "i", "ß", "ſ", "ᾳ", "ê", "'", "+", "/", "..",
];

/** Texts of pieces of addresses and of any characters, the same for the same seed (mulberry32). */
export function* randomTexts({ seed, count }: { seed: number; count: number }): Generator<string> {
  let state = seed;

  const below = (limit: number): number => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };

  const piece = (): string => below(8) === 0 ? String.fromCharCode(below(0x10000)) : pieces[below(pieces.length)]!;

  for (let made = 0; made < count; made++) {
    yield Array.from({ length: 1 + below(14) }, piece).join("");
  }
}
