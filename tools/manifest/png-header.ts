/** What the head of a PNG file says; null for a file that is none (PNG specification, IHDR comes first). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** It can be transparent in places. */
  readonly alpha: boolean;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colour types with an alpha channel: grey and true colour. */
const withAlpha = new Set([4, 6]);

/** Reads the first 26 bytes. */
export function pngHeader(file: Buffer): PngHeader | null {
  if (file.length < 26 || !file.subarray(0, 8).equals(signature)) return null;
  if (file.toString('latin1', 12, 16) !== 'IHDR') return null;
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    alpha: withAlpha.has(file.readUInt8(25)),
  };
}
