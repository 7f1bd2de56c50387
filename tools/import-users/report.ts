import type { RowEnd } from '../../src/journeys/import-users/import-row.ts';
import type { RowUser } from '../../src/journeys/import-users/user-of-row.ts';

/** What became of the rows so far. */
export interface Report {
  readonly rows: number;
  readonly created: number;
  readonly matched: number;
  readonly conflicting: number;
  readonly bad: number;
  /** Users whose row says something a contact has no place for, by what. */
  readonly leftOut: Readonly<Record<RowUser['leftOut'][number], number>>;
}

export const nothingYet: Report = {
  rows: 0,
  created: 0,
  matched: 0,
  conflicting: 0,
  bad: 0,
  leftOut: { phone: 0, locale: 0, signedUpAt: 0, metadata: 0 },
};

/** The report with one row more. Pure. */
export function withRow(report: Report, { end }: RowEnd, leftOut: RowUser['leftOut']): Report {
  const counted = { ...report.leftOut };
  for (const each of leftOut) counted[each] += 1;
  return { ...report, rows: report.rows + 1, [end]: report[end] + 1, leftOut: counted };
}

/** The report as people read it. Pure. */
export function reportInLines(report: Report): string {
  const { rows, created, matched, conflicting, bad, leftOut } = report;
  const left = Object.entries(leftOut).filter(([, count]) => count > 0);
  return [
    `${count(rows)} users: ${count(created)} created, ${count(matched)} matched, ${count(conflicting)} conflicting, ${count(bad)} bad.`,
    ...(left.length === 0
      ? []
      : [
          `Not taken over, since a contact has no such field or not in that form: ${left.map(([what, times]) => `${what} of ${count(times)}`).join(', ')}.`,
        ]),
  ].join('\n');
}

const count = (value: number): string => value.toLocaleString('en');
