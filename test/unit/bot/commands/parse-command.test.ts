import assert from 'node:assert/strict';
import { parseCommand } from '../../../../bot/commands/parse-command.ts';

describe('parseCommand', () => {
  const known: [string, string, string?][] = [
    ['status', 'status'],
    ['  STATUS  ', 'status'],
    ['<at>Reachback</at> pause', 'pause'],
    ['<at id="0">Reach back</at>&nbsp;Resume!', 'resume'],
    ['<p>help</p>', 'help'],
    ['/status please', 'status', 'please'],
    ['Pause <b>2h</b>  please', 'pause', '2h please'],
    ['On Queue', 'on queue'],
    ['on-queue!', 'on queue'],
    ['onqueue', 'on queue'],
    ['<at>Reachback</at> on queue now', 'on queue', 'now'],
    ['link ada@northwind.example', 'link', 'ada@northwind.example'],
    ['', 'help'],
    ['<at>Reachback</at>', 'help'],
  ];
  for (const [text, name, rest = ''] of known) {
    it(`reads “${text}” as ${name}`, () =>
      assert.deepEqual(parseCommand(text), { kind: 'command', name, rest }));
  }

  const unknown: [string, string | null][] = [
    ['staus', 'status'],
    ['pasue', 'pause'],
    ['resum', 'resume'],
    ['hlp', 'help'],
    ['on queu', 'on queue'],
    ['o queue', 'on queue'],
    ['offlien', 'offline'],
    ['traning', 'training'],
    ['unlnk', 'unlink'],
    ['hello', null],
    ['on', null],
    ['x', null],
    ['abracadabra', null],
  ];
  for (const [word, suggestion] of unknown) {
    it(`suggests ${suggestion ?? 'nothing'} for “${word}”`, () =>
      assert.deepEqual(parseCommand(word), { kind: 'unknown', word, suggestion }));
  }

  it('repeats no more than the beginning of a long word', () => {
    const parsed = parseCommand('y'.repeat(5_000));
    assert.equal(parsed.kind === 'unknown' && parsed.word.length, 40);
  });

  for (const [what, text] of [
    ['brackets', '<'.repeat(100_000)],
    ['mentions', '<at'.repeat(40_000)],
    ['dots', `${'.'.repeat(100_000)}x`],
  ] as const)
    it(`is not kept busy by ${what} without an end`, () => {
      const before = performance.now();
      parseCommand(text);
      const tookMs = performance.now() - before;
      assert.ok(tookMs < 500, `${tookMs} ms`);
    });
});
