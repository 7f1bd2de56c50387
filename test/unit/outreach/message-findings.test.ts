import assert from 'node:assert/strict';
import { buildMessage } from '../../../src/outreach/build-message.ts';
import { type MessageGround, messageFindings } from '../../../src/outreach/message-findings.ts';

const session = {
  channelId: '11111111-1111-4111-8111-111111111111',
  guestId: '22222222-2222-4222-8222-222222222222',
  agentId: '33333333-3333-4333-8333-333333333333',
};

const ground: MessageGround & { externalContactId: string } = {
  conversationId: '55555555-5555-4555-8555-555555555555',
  externalContactId: '66666666-6666-4666-8666-666666666666',
  leg: {
    channelId: session.channelId,
    guestId: session.guestId,
    externalContactId: '66666666-6666-4666-8666-666666666666',
  },
};

describe('messageFindings', () => {
  const of = (part: Partial<typeof session & { text: string }>, more: Partial<MessageGround> = {}) =>
    messageFindings(buildMessage({ ...session, text: 'Hello', ...part }), { ...ground, ...more });

  it('finds nothing in a message built from its own session', () => {
    const message = buildMessage({ ...session, text: 'Hello' });
    assert.deepEqual(message, {
      type: 'proactive',
      channelId: session.channelId,
      to: { type: 'web', id: session.guestId },
      from: { type: 'agent', id: session.agentId },
      body: { contentType: 'text/plain', content: 'Hello' },
    });
    assert.deepEqual(messageFindings(message, ground), []);
  });

  it('names everything at once that is wrong', () => {
    assert.deepEqual(of({ channelId: 'webshop', guestId: 'webshop', text: '\u200b \n' }), [
      'outreach.id-malformed',
      'outreach.id-of-another-kind',
      'outreach.channel-not-of-session',
      'outreach.to-not-browser-session',
      'outreach.text-empty',
    ]);
  });

  const alone: [string, string[], string][] = [
    [
      'a channel that is no deployment id',
      of({ channelId: 'webshop' }, { leg: { ...ground.leg, channelId: 'webshop' } }),
      'outreach.id-malformed',
    ],
    ['an agent that is no user id', of({ agentId: 'ada' }), 'outreach.id-malformed'],
    ['no recipient', of({ guestId: '' }, { leg: { ...ground.leg, guestId: '' } }), 'outreach.id-malformed'],
    [
      'a recipient longer than any',
      of({ guestId: 'x'.repeat(2_049) }, { leg: { ...ground.leg, guestId: 'x'.repeat(2_049) } }),
      'outreach.id-malformed',
    ],
    [
      'the customer’s contact as recipient',
      of(
        { guestId: ground.externalContactId },
        { leg: { ...ground.leg, guestId: ground.externalContactId } },
      ),
      'outreach.id-of-another-kind',
    ],
    [
      'a channel of another session',
      of({ channelId: '77777777-7777-4777-8777-777777777777' }),
      'outreach.channel-not-of-session',
    ],
    [
      'another customer’s browser',
      of({ guestId: '44444444-4444-4444-8444-444444444444' }),
      'outreach.to-not-browser-session',
    ],
    [
      'a contact that is none',
      of({}, { externalContactId: 'vip-7', leg: { ...ground.leg, externalContactId: 'vip-7' } }),
      'outreach.id-malformed',
    ],
    [
      'the contact of somebody else than whom the conversation is of by now',
      of({}, { leg: { ...ground.leg, externalContactId: '77777777-7777-4777-8777-777777777777' } }),
      'outreach.contact-not-of-session',
    ],
    ['nothing but spaces', of({ text: ' \n\t' }), 'outreach.text-empty'],
    ['one character too many', of({ text: 'x'.repeat(2_001) }), 'outreach.text-too-long'],
    ['a control character', of({ text: 'Hello\u0007' }), 'outreach.text-unfit'],
    ['half a character', of({ text: 'Hello \ud83d' }), 'outreach.text-unfit'],
    ['a name that was not filled in', of({ text: 'Hello {customer}' }), 'outreach.text-unfit'],
  ];
  for (const [what, found, name] of alone) {
    it(`finds ${what}, and nothing else`, () => assert.deepEqual(found, [name]));
  }

  it('takes 2,000 characters, line breaks and faces', () => {
    assert.deepEqual(of({ text: 'x'.repeat(2_000) }), []);
    assert.deepEqual(of({ text: 'Hello,\n\tit is me 👋🏽 {again}' }), []);
  });

  it('does not judge an anonymous message by the contact its customer has become', () => {
    assert.deepEqual(of({}, { externalContactId: null }), []);
  });

  it('does not judge by a leg the platform says nothing of', () => {
    assert.deepEqual(of({}, { leg: { channelId: null, guestId: null, externalContactId: null } }), []);
  });
});
