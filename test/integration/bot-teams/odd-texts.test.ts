import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { startLoadGround } from '../teams-load/load-ground.ts';

const literal: readonly (readonly [what: string, text: string])[] = [
  ['HTML', '<script>alert(1)</script> <b>Hello</b> &amp; <img src=x onerror=alert(1)>'],
  ['markdown', '**Hello** [you](javascript:alert(1)) ![x](http://127.0.0.1/x.png) `code` # title'],
  ['emoji', '👩🏽‍🚀 hello 🏳️‍🌈 '.repeat(20).trim()],
  ['right to left', 'שלום, האם נוכל לעזור? \u202eevil\u202c مرحبا'],
  ['quotes and escapes', '"\\"\\u0041\\n\' ; drop table outreach; --'],
  ['lines', 'Hello\nyou\n\nthere'],
  ['2,000 characters', 'x'.repeat(2_000)],
];

describe('odd texts in the inputs of a card', () => {
  let ground: Awaited<ReturnType<typeof startLoadGround>>;
  let outreach: Outreach;
  let presses = 0;
  before(async () => {
    ground = await startLoadGround(['sam@northwind.example']);
  });
  beforeEach(async () => {
    outreach = await ground.propose();
  });
  after(() => ground.close());

  function press(verb: string, inputs: Readonly<Record<string, unknown>>) {
    presses += 1;
    return ground.press(0, `f:${presses}`, 'sam', `outreach.${verb}`, { outreachId: outreach.id, ...inputs });
  }
  const rows = async () => [
    await ground.store.outreaches.get(outreach.id),
    await ground.store.outreaches.audit(outreach.id),
  ];

  for (const [what, text] of literal) {
    it(`reach the customer as they were typed, and cards show them letter by letter: ${what}`, async () => {
      const answer = await press('edit-and-approve', { approvedText: text });
      equal(answer.status, 200);
      match(answer.text, /state-approved/);
      const message = await waitFor(() => ground.sent.find(({ to }) => to === outreach.externalContactId), {
        what: 'the message',
      });
      equal(message.text, text);
      // A TextBlock renders markdown: whatever was typed must not stand in one.
      const [line = ''] = text.split('\n');
      const typed = JSON.stringify(line).slice(1, -1);
      const blocks = [...answer.text.matchAll(/\{"type":"TextBlock","text":"((?:[^"\\]|\\.)*)"/g)];
      ok(blocks.length > 0);
      ok(blocks.every(([, shown]) => shown !== typed));
    });
  }

  const refused: readonly (readonly [
    what: string,
    verb: string,
    inputs: Readonly<Record<string, unknown>>,
    code: string,
  ])[] = [
    ['10,000 characters', 'edit-and-approve', { approvedText: 'x'.repeat(10_000) }, 'outreach.text-too-long'],
    ['10,000 emoji', 'edit-and-approve', { approvedText: '👩🏽‍🚀'.repeat(10_000) }, 'outreach.text-too-long'],
    ['nothing', 'edit-and-approve', { approvedText: '' }, 'outreach.text-empty'],
    ['blanks', 'edit-and-approve', { approvedText: ' \n\t ' }, 'outreach.text-empty'],
    [
      'letters nobody sees',
      'edit-and-approve',
      { approvedText: '\u200b\u2060\ufeff' },
      'outreach.text-empty',
    ],
    ['a name not filled in', 'edit-and-approve', { approvedText: 'Hello {agent}' }, 'outreach.text-unfit'],
    ['a letter that rings', 'edit-and-approve', { approvedText: 'Hello \u0007' }, 'outreach.text-unfit'],
    ['a list', 'edit-and-approve', { approvedText: ['Hello'] }, 'teams.action-unknown'],
    ['a number', 'edit-and-approve', { approvedText: 7 }, 'teams.action-unknown'],
    [
      'a reason that is none',
      'decline',
      { declineReason: '__proto__', declineNote: 'x' },
      'teams.action-unknown',
    ],
    [
      'a note of 10,000 characters',
      'decline',
      { declineReason: 'wrong-text', declineNote: 'x'.repeat(10_000) },
      'outreach.note-too-long',
    ],
  ];
  for (const [what, verb, inputs, code] of refused) {
    it(`are refused with a code and change nothing: ${what}`, async () => {
      const before = await rows();
      const answer = await press(verb, inputs);
      equal(answer.status, 200);
      match(answer.text, new RegExp(`\\(code ${code.replace('.', '\\.')}\\)`));
      deepEqual(await rows(), before);
      ok(ground.sent.every(({ to }) => to !== outreach.externalContactId));
    });
  }
});
