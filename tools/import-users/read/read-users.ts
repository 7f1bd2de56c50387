import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import {
  type BadRow,
  type IdName,
  propertyNamed,
  type RowFields,
  type RowUser,
  userOfRow,
} from '../../../src/journeys/import-users/user-of-row.ts';
import { physicalLines } from './physical-lines.ts';
import { csvRecords, plainRecords, type RawRecord } from './records.ts';

/** A row of the file, and where it stands. */
export interface UserRow {
  readonly user: RowUser | BadRow;
  /** As it stands there; null: too long to be kept. */
  readonly raw: Buffer | null;
  /** Where the next row begins, in bytes from the beginning of the file. */
  readonly to: number;
  /** The line it begins on, from 1, and the one the next begins on. */
  readonly line: number;
  readonly nextLine: number;
}

export interface UserFile {
  /** Each row from there on, one after the other, as long as somebody asks for them; empty lines are left out. */
  rows(from: { readonly at: number; readonly line: number }): AsyncGenerator<UserRow>;
  /** What a file of some of its rows begins with. */
  readonly head: string;
  readonly bytes: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * A Sunshine Conversations export: NDJSON, a user a line, or CSV with a header line, by the file's ending. Throws
 * `import.file-unreadable`, `import.no-user-column`.
 */
export async function openUserFile(path: string, idName: IdName | null): Promise<UserFile> {
  const bytes = await sizeOf(path);
  const begin = (await startsWithMark(path)) ? byteOrderMark.length : 0;
  const chunksFrom = (at: number): AsyncIterable<Buffer> => createReadStream(path, { start: at });
  const csv = !/\.(ndjson|jsonl|json)$/i.test(path);
  const header = csv ? await headerOf(csvRecords(physicalLines(chunksFrom(begin), begin)), idName) : null;

  const first = header === null ? { at: begin, line: 1 } : { at: header.to, line: 1 + header.lines };
  const fieldsOf = header === null ? jsonFields : (text: string) => csvFields(text, header);
  return {
    head: header?.text === undefined ? '' : `${header.text}\n`,
    bytes,
    async *rows(from) {
      const start = from.at < first.at ? first : from;
      const lines = physicalLines(chunksFrom(start.at), start.at);
      let line = start.line;
      for await (const record of header === null ? plainRecords(lines) : csvRecords(lines)) {
        const nextLine = line + record.lines;
        if (record.bytes === null || record.bytes.some((byte) => byte > 0x20))
          yield { user: userIn(record, fieldsOf, idName), raw: record.bytes, to: record.to, line, nextLine };
        line = nextLine;
      }
    },
  };
}

function userIn(
  record: RawRecord,
  fieldsOf: (text: string) => ReadFields,
  idName: IdName | null,
): RowUser | BadRow {
  if (record.bytes === null || record.problem !== null)
    return { reason: record.problem ?? 'it cannot be read' };
  const text = textOf(record.bytes);
  if (text === null) return { reason: 'it is not UTF-8' };
  const fields = fieldsOf(text);
  return 'reason' in fields ? fields : userOfRow(fields.row, idName);
}

type ReadFields = { readonly row: RowFields } | BadRow;

function jsonFields(text: string): ReadFields {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return bad('it is no JSON object');
    return { row: { ...read } };
  } catch {
    return bad('it is no JSON');
  }
}

interface Header {
  readonly text: string;
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly to: number;
  readonly lines: number;
}

async function headerOf(records: AsyncGenerator<RawRecord>, idName: IdName | null): Promise<Header> {
  for await (const { bytes, problem, to, lines } of records) {
    const text = bytes === null || problem !== null ? null : textOf(bytes);
    if (text?.trim() === '') continue;
    const delimiter = [',', ';', '\t'].find((each) => text?.includes(each)) ?? ',';
    const names = text === null ? null : cells(text, delimiter);
    const ids = idName === null ? ['userId', 'id', 'externalId'] : [idName];
    if (text === null || names === null || !names.some((name) => ids.includes(propertyNamed(name) ?? '')))
      throw new ReachbackError('import.no-user-column');
    return { text, names, delimiter, to, lines };
  }
  throw new ReachbackError('import.no-user-column');
}

function csvFields(text: string, { names, delimiter }: Header): ReadFields {
  const values = cells(text, delimiter);
  if (values === null) return bad('its quotes are not as CSV wants them');
  if (values.length !== names.length)
    return bad(`it has ${values.length} fields, the header line has ${names.length}`);
  return { row: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) };
}

/** One record's fields; null when it is none. */
function cells(text: string, delimiter: string): string[] | null {
  try {
    const [record] = parse(text, { delimiter, relax_column_count: true });
    return record ?? null;
  } catch {
    return null;
  }
}

function textOf(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function bad(reason: string): BadRow {
  return { reason };
}

async function sizeOf(path: string): Promise<number> {
  try {
    const file = await open(path, 'r');
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new ReachbackError('import.file-unreadable');
      return stats.size;
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new ReachbackError('import.file-unreadable', { cause });
  }
}

async function startsWithMark(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0);
    return bytesRead === 3 && buffer.equals(byteOrderMark);
  } finally {
    await file.close();
  }
}
