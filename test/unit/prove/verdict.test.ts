import { deepEqual, equal } from 'node:assert/strict';
import type { Deeds } from '../../../tools/prove/witness/deeds.ts';
import { verdict } from '../../../tools/prove/witness/verdict.ts';
import type { MessageSeen, OutreachSeen } from '../../../tools/prove/witness/witness.ts';

const text = 'Prove: Ada to Noor of Sales';

const outreach = (...shown: readonly string[]): OutreachSeen => ({
  key: `${text} | 1 | 2`,
  text,
  firstAt: 0,
  places: new Map(
    shown.map((state, index) => [`place ${index}`, { conversationId: '', activityId: '', state }]),
  ),
  states: shown,
  outreachId: null,
});

const message = (patch: Partial<MessageSeen> = {}): MessageSeen => ({
  id: 'm1',
  text,
  customerId: 'noor',
  at: 0,
  shown: true,
  repliedAt: null,
  ...patch,
});

const calm: Deeds = { occasions: [{ agentName: 'Ada', at: 0 }], presses: [], overlooked: [] };

const judge = (
  outreaches: readonly OutreachSeen[],
  messages: readonly MessageSeen[],
  deeds: Partial<Deeds> = {},
) =>
  verdict(
    { outreaches: () => outreaches, messages: () => messages },
    { ...calm, ...deeds },
    (customerId) => customerId.split(' ')[0] ?? '',
  );

const promises = ({ broken, open }: ReturnType<typeof judge>) =>
  [...broken, ...open].map(({ promise }) => promise);

describe('the verdict of prove', () => {
  it('finds nothing where one message came and its card says so', () => {
    deepEqual(promises(judge([outreach('delivered', 'delivered')], [message()])), []);
  });

  it('lets an unknown stand that nobody can settle, and counts it', () => {
    const found = judge([outreach('unknown')], []);
    deepEqual([promises(found), found.unknown, found.asked], [[], 1, 1]);
  });

  it('counts a second message of the same person, whichever of their customers got it', () => {
    const found = judge(
      [outreach('delivered')],
      [message(), message({ id: 'm2', customerId: 'noor at home' })],
    );
    equal(found.duplicates, 1);
    equal(promises(found)[0], 'never twice');
  });

  const approved = [{ key: outreach().key, verdict: 'approve', at: 0 }] as const;
  const declined = [{ key: outreach().key, verdict: 'decline', at: 0 }] as const;
  const cases: readonly (readonly [string, ReturnType<typeof judge>, string])[] = [
    ['an outreach that stays approved', judge([outreach('approved')], []), 'settled or shown'],
    ['a message no card tells of', judge([], [message()]), 'settled or shown'],
    ['a card that says sent, and nobody got anything', judge([outreach('delivered')], []), 'never lost'],
    [
      'a card that says failed, and somebody got it',
      judge([outreach('failed')], [message()]),
      'cards tell the truth',
    ],
    ['a message that was there to be found', judge([outreach('asked')], [message()]), 'cards tell the truth'],
    ['two cards that differ', judge([outreach('sent', 'delivered')], [message()]), 'cards tell the truth'],
    [
      'a reply the card does not know',
      judge([outreach('delivered')], [message({ repliedAt: 1 })]),
      'cards tell the truth',
    ],
    [
      'a message nobody saw, shown as seen',
      judge([outreach('delivered')], [message({ shown: false })]),
      'cards tell the truth',
    ],
    [
      'an approval that came to nothing',
      judge([outreach('expired')], [], { presses: approved }),
      'never lost',
    ],
    [
      'a decline that was sent',
      judge([outreach('delivered')], [message()], { presses: declined }),
      'never lost',
    ],
    [
      'more messages than occasions',
      judge([outreach('delivered')], [message()], { occasions: [] }),
      'each occasion counts once',
    ],
    ['an agent nobody saw', judge([], [], { overlooked: calm.occasions }), 'each occasion counts once'],
  ];
  for (const [what, found, promise] of cases) {
    it(`finds ${what}`, () => equal(promises(found)[0], promise));
  }

  it('counts what was lost and what was not settled', () => {
    equal(judge([outreach('expired')], [], { presses: approved }).lost, 1);
    equal(judge([outreach('sending')], []).unsettled, 1);
  });
});
