import { deflateRawSync } from "node:zlib";
import { crc32 } from "./png";

// 1 January 1980, the first day a zip can name: the same content gives the same bytes on every day.
const date = 0x0021;

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT: an entry for each file in order of its name, then the directory of entries. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;

  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const packed = deflateRawSync(content, { level: 9 });
    const fields = shared(content, packed, Buffer.byteLength(name));
    const entry = Buffer.concat([words(0x04034b50, 4), fields, Buffer.from(name), packed]);
    directory.push(Buffer.concat([words(0x02014b50, 4), words(20, 2), fields, Buffer.alloc(10), words(offset, 4), Buffer.from(name)]));
    entries.push(entry);
    offset += entry.length;
  }

  const index = Buffer.concat(directory);
  const end = [words(0x06054b50, 4), words(0, 4), words(entries.length, 2), words(entries.length, 2), words(index.length, 4), words(offset, 4), words(0, 2)];
  return Buffer.concat([...entries, index, ...end]);
}

// Version 2.0, names in UTF-8, deflated, date, check, sizes, length of the name, no extra field.
function shared(content: Uint8Array, packed: Uint8Array, nameLength: number): Buffer {
  return Buffer.concat([
    words(20, 2), words(0x0800, 2), words(8, 2), words(0, 2), words(date, 2),
    words(crc32(content), 4), words(packed.length, 4), words(content.length, 4), words(nameLength, 2), words(0, 2),
  ]);
}

function words(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
