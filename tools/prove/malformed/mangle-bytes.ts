import type { Chance } from '../chance.ts';

/** The bytes spoilt as bytes: cut, flipped, doubled, not UTF-8, something else altogether, or nothing. */
export function mangleBytes(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  switch (chance.below(8)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return flipped(bytes, chance);
    case 2:
      return Buffer.concat([bytes, bytes.subarray(at)]);
    case 3:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
        bytes.subarray(at),
      ]);
    case 4:
      return Buffer.from('<html><body>502 Bad Gateway</body></html>');
    case 5:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 6:
      return chance.bytes(1 + chance.below(400));
    default:
      return Buffer.alloc(0);
  }
}

function flipped(bytes: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = 1 + chance.below(8); left > 0 && copy.length > 0; left -= 1) {
    const at = chance.below(copy.length);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << chance.below(8)), at);
  }
  return copy;
}
