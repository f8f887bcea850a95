// Writes composition.tsv from the Unicode data of the Node that runs it: node composition.mjs > composition.tsv
// Unicode promises that what is assigned never changes here (https://www.unicode.org/policies/stability_policy.html): a newer Node only adds rows.

// A mark of each combining class there is: https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedCombiningClass.txt
const marks = Object.entries({
  1: 0x0338, 6: 0x16FF0, 7: 0x093C, 8: 0x3099, 9: 0x094D, 10: 0x05B0, 11: 0x05B1, 12: 0x05B2, 13: 0x05B3, 14: 0x05B4, 15: 0x05B5, 16: 0x05B6, 17: 0x05B7,
  18: 0x05B8, 19: 0x05B9, 20: 0x05BB, 21: 0x05BC, 22: 0x05BD, 23: 0x05BF, 24: 0x05C1, 25: 0x05C2, 26: 0xFB1E, 27: 0x064B, 28: 0x064C, 29: 0x064D, 30: 0x064E,
  31: 0x064F, 32: 0x0650, 33: 0x0651, 34: 0x0652, 35: 0x0670, 36: 0x0711, 84: 0x0C55, 91: 0x0C56, 103: 0x0E38, 107: 0x0E48, 118: 0x0EB8, 122: 0x0EC8,
  129: 0x0F71, 130: 0x0F72, 132: 0x0F74, 202: 0x0327, 214: 0x1DCE, 216: 0x031B, 218: 0x302A, 220: 0x0323, 222: 0x059A, 224: 0x302E, 226: 0x1D16D, 228: 0x05AE,
  230: 0x0300, 232: 0x0315, 233: 0x035C, 234: 0x035D, 240: 0x0345,
}).map(([combiningClass, code]) => [combiningClass, String.fromCodePoint(code)]);

const hex = text => Array.from(text, letter => letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")).join(" ");
const staysBefore = (mark, other) => (mark + other).normalize("NFD").startsWith(mark);

// Node does not tell a mark's class, but how it orders two marks. What is taken apart needs none.
function classOf(letter) {
  const moves = marks.some(([, mark]) => !staysBefore(letter, mark) || !staysBefore(mark, letter));
  return moves ? marks.find(([, mark]) => staysBefore(letter, mark) && staysBefore(mark, letter))[0] : "";
}

// A character and a mark behind it where NFC writes the two as one; everything a character is taken apart into where NFC never writes it.
function cellsOf(letter) {
  const apart = [...letter.normalize("NFD")];

  if (apart.join("") === letter) {
    return [classOf(letter), "", ""];
  }

  const isWritten = letter.normalize("NFC") === letter;
  return isWritten ? ["", hex(apart.slice(0, -1).join("").normalize("NFC") + apart.at(-1)), ""] : ["", "", hex(apart.join(""))];
}

const rows = [];

for (let code = 0; code <= 0x10FFFF; code++) {
  const isArithmetic = code >= 0xAC00 && code <= 0xD7A3; // Hangul
  const isSurrogate = code >= 0xD800 && code <= 0xDFFF;
  const [combiningClass, composes, decomposes] = isArithmetic || isSurrogate ? ["", "", ""] : cellsOf(String.fromCodePoint(code));
  const before = rows.at(-1);

  if (combiningClass !== "" && before?.combiningClass === combiningClass && before.last === code - 1) {
    before.last = code;
  } else if (combiningClass + composes + decomposes !== "") {
    rows.push({ first: code, last: code, combiningClass, composes, decomposes });
  }
}

console.log("characters\tclass\tcomposes\tdecomposes");

for (const { first, last, combiningClass, composes, decomposes } of rows) {
  const characters = [...new Set([first, last])].map(code => hex(String.fromCodePoint(code))).join("..");
  console.log([characters, combiningClass, composes, decomposes].join("\t"));
}
