import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { replyCard } from '../../../../bot/cards/reply-card.ts';
import type { ReplyView } from '../../../../bot/cards/reply-view.ts';
import { signInCard } from '../../../../bot/cards/sign-in-card.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';

const at = Date.UTC(2026, 10, 21, 14, 0, 0);
const view: ReplyView = {
  outreachId: '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01',
  customerName: 'Noor Haddad',
  ourText: 'Hello Noor, this is Ada from Northwind. Can I still help you with your return?',
  optedOut: false,
  said: [{ kind: 'text', text: 'Yes please! Where do I find the label?' }],
  replies: [],
  way: 'here',
  problem: null,
  draft: '',
  signInAt: null,
  handOff: null,
  cobrowse: null,
  openAt:
    'https://apps.mypurecloud.de/directory/#/analytics/interactions/0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e01/admin/details',
};
const signInAt = 'https://login.mypurecloud.de/oauth/authorize?client_id=c&state=s';
const hostile = '**Bold** [link](https://evil.example) {{DATE(2026-11-21T00:00:00Z,SHORT)}}';
const reply = { text: 'It is in your e-mail.', code: null, attemptedAt: at } as const;

const samples: Readonly<Record<string, Partial<ReplyView>>> = {
  here: {},
  cobrowse: { cobrowse: { conversationId: '0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e01', offers: 0 } },
  'sign-in': { way: 'sign-in' },
  'sign-in-now': { way: 'sign-in', signInAt },
  'not-signed-in': { way: 'sign-in', signInAt, problem: 'reply.not-signed-in', draft: reply.text },
  'sign-in-ended': { way: 'sign-in', signInAt, problem: 'reply.sign-in.ended', draft: reply.text },
  'not-connected': { problem: 'reply.not-connected', draft: reply.text },
  elsewhere: { way: 'elsewhere' },
  'hand-off': {
    handOff: { partners: [{ id: 'southridge', name: 'Southridge Repairs', queues: ['Repairs', 'Claims'] }] },
  },
  'opted-out': { optedOut: true, said: [{ kind: 'text', text: 'stop' }] },
  unreadable: { said: null, way: 'elsewhere', openAt: null },
  files: {
    said: [
      { kind: 'text', text: 'Here it is:' },
      { kind: 'picture', text: 'label.png' },
      { kind: 'file', text: '' },
    ],
  },
  sending: { replies: [{ ...reply, state: 'sending' }] },
  sent: { replies: [{ ...reply, state: 'sent' }] },
  refused: { replies: [{ ...reply, state: 'refused', code: 'genesys.send.leg-not-connected' }] },
  unknown: {
    replies: [
      { ...reply, state: 'sent' },
      { ...reply, text: 'Anything else?', state: 'unknown', code: 'genesys.no-answer' },
    ],
  },
  missing: { replies: [{ ...reply, state: 'missing', code: 'reply.not-there' }] },
  'hostile-text': {
    customerName: hostile,
    ourText: hostile,
    said: [
      { kind: 'text', text: hostile },
      { kind: 'file', text: `${hostile}.exe` },
      { kind: 'text', text: '言'.repeat(1_000) },
    ],
    draft: '言'.repeat(2_000),
    replies: Array.from({ length: 9 }, () => ({
      ...reply,
      text: `${hostile} ${'言'.repeat(2_000)}`,
      state: 'sent',
    })),
  },
};

/** The cards of customers' answers and of signing in, by name. */
export function* replySamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  for (const [name, part] of Object.entries(samples))
    yield [`reply-${name}.${locale}`, replyCard({ ...view, ...part }, locale)];
  for (const isSignedIn of [false, true]) {
    const card = signInCard({ agentName: 'Ada Lindqvist', address: signInAt, isSignedIn }, locale);
    yield [`sign-in${isSignedIn ? '-again' : ''}.${locale}`, card];
  }
}
