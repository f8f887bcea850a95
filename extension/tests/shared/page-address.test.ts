import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { keyHash, lookupPrefix, mostCharacters, readPageAddress, type PageAddress } from "../../src/shared/page-address";
import { randomTexts } from "./random-texts";

/** A row of `tests/addresses.json`, which the C# reader of addresses is tested on too. */
interface AddressVector {
  readonly input: string;
  readonly key?: string;
  readonly refused?: string;
  readonly revision?: number;
  readonly address?: string;
}

const vectors = JSON.parse(readFileSync(new URL("../../../tests/addresses.json", import.meta.url), "utf8")) as readonly AddressVector[];

describe("Answers as the service does", () => {
  for (const [index, row] of vectors.entries()) {
    test(`row ${index}: ${JSON.stringify(row.input).slice(0, 90)}`, () => {
      const read = readPageAddress(row.input);

      if (row.refused !== undefined) {
        assert.equal(read.kind === "not-scorable" ? read.reason : read.key, row.refused);
        return;
      }

      const address = parsed(row.input);
      assert.equal(address.key, row.key);
      assert.equal(revisionOf(address), row.revision === undefined ? null : String(row.revision));
      assert.equal(row.address ?? address.webAddress, address.webAddress);
      assertFixedPoint(row.input);
    });
  }
});

test("Refuses endless addresses, however they end", { timeout: 5_000 }, () => {
  assertRefused(`https://en.wikipedia.org/wiki/${"a".repeat(mostCharacters)}`, "too-long");
  assertRefused(`a${" ".repeat(1_000_000)}a`, "too-long");
});

test("Never throws and never gives an address that it would read differently", () => {
  for (const text of randomTexts({ seed: 20_261_105, count: 20_000 })) {
    assertFixedPoint(text);
    assertFixedPoint(`https://en.wikipedia.org/wiki/${text}`);
  }
});

test("Reads every small letter that a title can start with as the title's own", () => {
  const letters = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter(letter => letter.toUpperCase() !== letter);

  for (const letter of letters) {
    assertFixedPoint(`https://en.wikipedia.org/wiki/${letter}x`);
    assertFixedPoint(`https://en.wikipedia.org/wiki/${letter}\u0323\u0307x`);
  }
});

test("Gives one letter for one as a capital", () => {
  for (const [typed, title] of [["ßx", "ßx"], ["ﬁx", "ﬁx"], ["ŉx", "ŉx"], ["ᾳx", "ᾼx"], ["ᾧx", "ᾯx"], ["ǆx", "Ǆx"], ["ſx", "Sx"], ["ѐx", "Ѐx"], ["𐐨x", "𐐀x"]]) {
    assert.equal(parsed(`wikipedia:en:${typed}`).key, `wikipedia:en:${title}`);
  }
});

test("Composes letters and marks as the service is tested to", () => {
  const sample = new URL("../../../tests/compositions.json", import.meta.url);

  for (const { typed, composed } of JSON.parse(readFileSync(sample, "utf8")) as readonly { typed: string; composed: string }[]) {
    assert.equal(typed.normalize("NFC"), composed);
  }
});

test("Keeps all eighteen digits of a revision and believes no more", () => {
  assert.equal(revisionOf(parsed("https://en.wikipedia.org/wiki/Measles?oldid=999999999999999999")), "999999999999999999");
  assert.equal(parsed("https://en.wikipedia.org/?oldid=099999999999999999").key, "wikipedia:en:#oldid=99999999999999999");
  assertRefused("https://en.wikipedia.org/?oldid=1999999999999999999", "main-page");
});

test("Hashes the key as the service does", async () => {
  for (const input of ["https://en.wikipedia.org/wiki/Measles", "https://ja.wikipedia.org/wiki/麻疹", "https://youtu.be/c4r3dSc0rE1"]) {
    const address = parsed(input);
    const expected = createHash("sha256").update(address.key, "utf8").digest("hex");
    assert.equal(await keyHash(address), expected);
    assert.equal(await lookupPrefix(address), expected.slice(0, 5));
  }

  // Written out, so that no one changes the key's form without noticing: stored hashes would no longer be found.
  assert.equal(await lookupPrefix(parsed("https://en.m.wikipedia.org/wiki/measles?oldid=42#Cause")), "0a4a4");
});

function parsed(text: string): PageAddress {
  const read = readPageAddress(text);
  return read.kind === "not-scorable" ? assert.fail(`${text}: ${read.reason}`) : read;
}

function revisionOf(address: PageAddress): string | null {
  return address.kind === "wikipedia" ? address.revision : null;
}

function assertRefused(text: string, reason: string): void {
  const read = readPageAddress(text);
  assert.equal(read.kind === "not-scorable" ? read.reason : read.key, reason);
}

function assertFixedPoint(text: string): void {
  const read = readPageAddress(text);

  if (read.kind === "not-scorable") {
    assert.match(read.text, /^.{20,}\.$/);
    return;
  }

  assert.equal(parsed(read.key).key, read.key, JSON.stringify(text));
  assert.equal(parsed(read.webAddress).key, read.key, JSON.stringify(text));
  // The address opens the page in a browser as it stands.
  assert.equal(new URL(read.webAddress).href, read.webAddress, JSON.stringify(text));
}
