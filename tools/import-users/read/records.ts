import { mostBytes, type PhysicalLine } from './physical-lines.ts';

/** A record of a file: of CSV several lines, where a quoted field goes over them. */
export interface RawRecord {
  /** Null: too long to be kept. */
  readonly bytes: Buffer | null;
  /** Why it cannot be read; null: it may be. */
  readonly problem: string | null;
  readonly from: number;
  readonly to: number;
  /** How many lines it takes up. */
  readonly lines: number;
}

const tooLong = 'it is longer than 1 MB';
const openQuote = 'a quote is opened and not closed';
const quote = 0x22;

/** Each line is a record: NDJSON. */
export async function* plainRecords(lines: AsyncIterable<PhysicalLine>): AsyncGenerator<RawRecord> {
  for await (const line of lines) yield alone(line, line.bytes === null ? tooLong : null);
}

/**
 * Joins lines as long as a quote is open (RFC 4180: a quote within quotes is doubled, so an even number closes). One that is never
 * closed spoils its own line alone: after a megabyte, or at the end, the lines behind it are read anew.
 */
export async function* csvRecords(lines: AsyncIterable<PhysicalLine>): AsyncGenerator<RawRecord> {
  let open: PhysicalLine[] = [];
  let openBytes = 0;
  let openQuotes = 0;

  function giveUp(): PhysicalLine[] {
    const given = open;
    open = [];
    openBytes = 0;
    openQuotes = 0;
    return given;
  }

  function* take(next: readonly PhysicalLine[]): Generator<RawRecord> {
    let waiting = next;
    let at = 0;
    for (let line = waiting[at]; line !== undefined; line = waiting[at]) {
      at += 1;
      if (line.bytes !== null) {
        open.push(line);
        openBytes += line.bytes.length + 1;
        openQuotes += quotesIn(line.bytes);
        if (openQuotes % 2 === 0) yield joined(giveUp());
        if (openBytes <= mostBytes) continue;
      } else if (open.length === 0) {
        yield alone(line, tooLong);
        continue;
      } else at -= 1;
      const [spoilt, ...behind] = giveUp();
      if (spoilt !== undefined) yield alone(spoilt, openQuote);
      waiting = [...behind, ...waiting.slice(at)];
      at = 0;
    }
  }

  for await (const line of lines) yield* take([line]);
  while (open.length > 0) {
    const [spoilt, ...behind] = giveUp();
    if (spoilt !== undefined) yield alone(spoilt, openQuote);
    yield* take(behind);
  }
}

function alone({ bytes, from, to }: PhysicalLine, problem: string | null): RawRecord {
  return { bytes, problem, from, to, lines: 1 };
}

function joined(lines: readonly PhysicalLine[]): RawRecord {
  const text = lines.flatMap(({ bytes }, index) => [
    ...(index === 0 ? [] : [Buffer.from('\n')]),
    bytes ?? Buffer.alloc(0),
  ]);
  const from = lines[0]?.from ?? 0;
  return {
    bytes: Buffer.concat(text),
    problem: null,
    from,
    to: lines.at(-1)?.to ?? from,
    lines: lines.length,
  };
}

function quotesIn(bytes: Buffer): number {
  let quotes = 0;
  for (let at = bytes.indexOf(quote); at !== -1; at = bytes.indexOf(quote, at + 1)) quotes += 1;
  return quotes;
}
