import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { neededPermissions } from '../../../src/genesys/needed-permissions.ts';
import { printFindings } from '../../../tools/doctor/print-findings.ts';

describe('docs/doctor.md', () => {
  it('lists every permission with what does not work without it', async () => {
    const page = await readFile('docs/doctor.md', 'utf8');
    const rows = neededPermissions.map(({ permissions, use, without }) => {
      const [names, join] = 'all' in permissions ? [permissions.all, ' and '] : [permissions.any, ' or '];
      const which = names.map((name) => `\`${name}\``).join(join);
      return `| ${which}${use === 'always' ? '' : ` (${use})`} | ${without} |`;
    });
    for (const row of rows) assert.ok(page.includes(row), row);
    assert.equal(page.split('<!-- the permissions')[1]?.match(/^\| /gm)?.length, rows.length + 1);
  });
});

describe('the findings in words', () => {
  it('are grouped, with the fix of what is not well, and coloured only when asked', () => {
    const plain = printFindings(
      [
        {
          check: 'store',
          level: 'problem',
          code: 'store.full',
          said: 'Full.',
          likely: 'Logs.',
          next: 'Free it.',
        },
        { check: 'config', level: 'ok', said: 'Fine.' },
      ],
      false,
    );
    assert.equal(
      plain,
      [
        '',
        'Configuration',
        '  ✓ Fine.',
        '',
        'The store',
        '  ✗ Full. [store.full]',
        '      Likely: Logs.',
        '      Next:   Free it.',
        '',
        '1 problem, no warnings.',
        '',
      ].join('\n'),
    );
    const coloured = printFindings([{ check: 'config', level: 'ok', said: 'Fine.' }], true);
    assert.ok(coloured.includes('\u001b['));
  });
});
