/** A line of a file as it stands there. */
export interface PhysicalLine {
  /** Without its end; null: longer than `mostBytes`, and not kept. */
  readonly bytes: Buffer | null;
  /** From the beginning of the file to that of the line. */
  readonly from: number;
  /** To the beginning of the next one. */
  readonly to: number;
}

export const mostBytes = 1024 * 1024;

const newline = 0x0a;

/** Cuts a stream of bytes that begins `from` bytes into a file into its lines; holds no more than one of them and a chunk. */
export async function* physicalLines(
  chunks: AsyncIterable<Buffer>,
  from: number,
): AsyncGenerator<PhysicalLine> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let begin = from;
  let at = from;

  const hold = (part: Buffer): void => {
    heldBytes += part.length;
    if (heldBytes <= mostBytes) held.push(part);
    else held = [];
  };
  const line = (): PhysicalLine => {
    const whole = heldBytes > mostBytes ? null : Buffer.concat(held);
    const cut = whole?.at(-1) === 0x0d ? whole.subarray(0, -1) : whole;
    const read = { bytes: cut, from: begin, to: at };
    held = [];
    heldBytes = 0;
    begin = at;
    return read;
  };

  for await (const chunk of chunks) {
    let rest = chunk;
    for (;;) {
      const end = rest.indexOf(newline);
      if (end === -1) break;
      hold(rest.subarray(0, end));
      at += end + 1;
      yield line();
      rest = rest.subarray(end + 1);
    }
    // A copy: the chunk's memory is not held for the sake of its end.
    hold(Buffer.from(rest));
    at += rest.length;
  }
  if (heldBytes > 0) yield line();
}
