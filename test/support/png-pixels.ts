import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/** The pixels of an 8-bit RGBA PNG, `[red, green, blue, alpha]` each, row by row (PNG specification, filters 0 to 4). */
export function pngPixels(file: Buffer): (readonly [number, number, number, number])[] {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  assert.equal(file.readUInt16BE(24), 0x0806, '8 bits, true colour with alpha');
  const packed: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(file.subarray(at + 8, at + 8 + length));
  }
  const raw = inflateSync(Buffer.concat(packed));
  const stride = width * 4;
  const out = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const given = raw[y * (stride + 1) + 1 + x] ?? 0;
      const left = x < 4 ? 0 : (out[y * stride + x - 4] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (out[(y - 1) * stride + x - 4] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * stride + x] = (given + guess) & 0xff;
    }
  }
  return Array.from({ length: width * height }, (_, index) => [
    out[index * 4] ?? 0,
    out[index * 4 + 1] ?? 0,
    out[index * 4 + 2] ?? 0,
    out[index * 4 + 3] ?? 0,
  ]);
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(guess - each));
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner;
}
