import assert from 'node:assert/strict';
import { estimateInWords } from '../../../tools/import-users/estimate-in-words.ts';
import { createProgressLine } from '../../../tools/import-users/progress-line.ts';
import { nothingYet } from '../../../tools/import-users/report.ts';

describe('the progress of an import', () => {
  const report = { ...nothingYet, rows: 1_200, created: 1_000, matched: 190, conflicting: 7, bad: 3 };

  function shown(tty: boolean) {
    const written: string[] = [];
    const at = { now: 1_000_000 };
    const line = createProgressLine({
      bytes: 1_000,
      tty,
      write: (text) => written.push(text),
      now: () => at.now,
    });
    return { written, at, line };
  }

  it('is a bar drawn over on a terminal, with what became of users and how long it takes', () => {
    const { written, at, line } = shown(true);
    line.show(0, nothingYet);
    at.now += 50;
    line.show(200, report);
    assert.equal(written.length, 1, 'ten times a second at most');
    at.now += 59_950;
    line.show(500, report);
    assert.equal(
      written[1],
      `\r\u001b[2K[${'#'.repeat(12)}${'.'.repeat(12)}] 50 %  1,200 users: 1,000 created, 190 matched, 7 conflicting, 3 bad, 1 min left`,
    );
    line.end();
    assert.equal(written.at(-1), '\n');
  });

  it('is a line now and then elsewhere', () => {
    const { written, at, line } = shown(false);
    line.show(100, report);
    at.now += 9_999;
    line.show(200, report);
    assert.deepEqual(written, []);
    at.now += 1;
    line.show(400, report);
    assert.match(written.join(''), /^40 % {2}1,200 users: .* left\n$/);
    line.end();
    assert.equal(written.length, 1);
  });

  it('counts from where it goes on, not from the beginning of the file', () => {
    const { written, at, line } = shown(true);
    line.show(900, report);
    at.now += 60_000;
    line.show(910, report);
    assert.match(written[1] ?? '', / 9 min left$/);
  });
});

describe('the estimate of an import', () => {
  it('says a span once where least and most are the same', () => {
    const survey = { users: 10, ids: 10, report: nothingYet };
    assert.match(estimateInWords(survey, 300), /: 1 min at 300 a minute/);
    assert.match(estimateInWords({ ...survey, users: 1_000, ids: 1_000 }, 300), /: 4 min to 8 min at 300/);
  });

  it('counts one of a thing as one', () => {
    const survey = { users: 1, ids: 1, report: { ...nothingYet, bad: 1 } };
    assert.match(estimateInWords(survey, 300), /^1 user with 1 id, 1 bad row\.\n1 request if all/);
  });
});
