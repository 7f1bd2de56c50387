import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { UserFile } from './read/read-users.ts';
import { nothingYet, type Report, withRow } from './report.ts';

/** What is known of a file by reading it, without asking the platform anything. */
export interface Survey {
  readonly users: number;
  /** Ids the users have between them. */
  readonly ids: number;
  readonly report: Report;
}

/** Reads the whole file once; `bad` is told of each row that cannot be imported. */
export async function survey(
  file: UserFile,
  bad: (line: number, reason: string) => void = () => {},
): Promise<Survey> {
  let users = 0;
  let ids = 0;
  let report = nothingYet;
  for await (const { user, line } of file.rows({ at: 0, line: 1 })) {
    if ('reason' in user) {
      report = withRow(report, { end: 'bad', reason: user.reason }, []);
      bad(line, user.reason);
      continue;
    }
    users += 1;
    ids += user.externalId === null ? 1 : 2;
  }
  return { users, ids, report };
}

/** The SHA-256 of a file, hex. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
