import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardAction, CardElement, OpenUrlAction, TextBlock } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { cobrowseButtons } from './cobrowse-places-card.ts';
import { handOffForm } from './hand-off-form.ts';
import { labelled, labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';
import { replyForm } from './reply-form.ts';
import { replySteps } from './reply-steps.ts';
import type { ReplyView } from './reply-view.ts';
import { shortened } from './shortened.ts';
import { stepRows } from './step-rows.ts';

/** Enough to know what they answer to, characters. */
const longestOfOurs = 160;

/** Of one message of the customer: each line takes room, and a card that Teams does not take shows none of them. */
const mostLines = 24;

/**
 * The card that tells an agent what their customer answered, with the ways to reply. It is for that agent's own chat only: nobody else
 * is shown a customer's words.
 */
export function replyCard(view: ReplyView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = titleOf(view, words);
  return card(
    locale,
    words('outreach.fallback', { title, customer: customerOf(view, words) }),
    [
      cardTitle(`reply-${view.optedOut ? 'opted-out' : view.way}`, title, view.optedOut ? 'warning' : 'good'),
      ...labelled(
        words('outreach.customer'),
        ...plainText(customerOf(view, words), { size: 'medium', weight: 'bolder' }),
      ),
      ...answer(view, words),
      ...labelled(
        words('reply.to-our-message'),
        ...plainText(shortened(view.ourText, longestOfOurs, 3), { isSubtle: true }),
      ),
      ...stepRows(replySteps(view.replies, words)),
      ...why(view, words),
    ],
    actionsOf(view, words),
  );
}

/** What notifications and chat lists show of the card: none of the customer's words. */
export function replySummary(view: ReplyView, locale: Locale): string {
  const words = wordsOf(locale);
  return words('outreach.summary', { title: titleOf(view, words), customer: customerOf(view, words) });
}

function titleOf({ optedOut }: ReplyView, words: Words): string {
  return words(optedOut ? 'outreach.title.opted-out' : 'outreach.title.replied');
}

function customerOf({ customerName }: ReplyView, words: Words): string {
  return customerName ?? words('outreach.anonymous');
}

function answer({ said }: ReplyView, words: Words): CardElement[] {
  const unreadable = said === null || said.length === 0;
  return [
    labelOf(words('reply.their-words')),
    {
      type: 'Container',
      style: 'emphasis',
      spacing: 'small',
      items: unreadable
        ? [ownWords(words('reply.unreadable'))]
        : said.flatMap(({ kind, text }) =>
            kind === 'text'
              ? plainText(shortened(text, text.length, mostLines))
              : plainText(words(`reply.${kind}`, { name: text === '' ? 'none' : text }), { isSubtle: true }),
          ),
    },
  ];
}

/** One sentence on what stands between the agent and a reply from here. */
function why({ optedOut, problem, way, signInAt }: ReplyView, words: Words): CardElement[] {
  if (optedOut) return [ownWords(words('step.opted-out-next'))];
  const sentence =
    problem !== null
      ? words(`reply.why.${problem}`)
      : way === 'here'
        ? null
        : words(way === 'sign-in' ? 'reply.why.sign-in' : 'reply.why.not-set-up');
  return [
    ...(sentence === null ? [] : [ownWords(sentence)]),
    ...(signInAt === null ? [] : [ownWords(words('reply.link-good'))]),
  ];
}

function ownWords(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true };
}

/** Reply, signing in for it, and the conversation itself; what is not there is not offered. */
function actionsOf(view: ReplyView, words: Words): CardAction[] {
  const { optedOut, way, draft, signInAt, openAt } = view;
  const customer = customerOf(view, words);
  return [
    ...(!optedOut && signInAt !== null
      ? [open('sign-in', signInAt, words('sign-in.open'), words('sign-in.open-tooltip'), true)]
      : []),
    ...(!optedOut && (way === 'here' || draft !== '') ? [replyForm(view, customer, words)] : []),
    ...(!optedOut && way === 'sign-in' && signInAt === null
      ? [
          {
            type: 'Action.Execute',
            id: 'sign-in',
            title: words('reply.sign-in'),
            tooltip: words('sign-in.open-tooltip'),
            verb: 'reply.sign-in',
            data: { replyTo: view.outreachId },
            fallback: 'drop',
          } as const,
        ]
      : []),
    ...(optedOut || view.handOff === null
      ? []
      : [handOffForm(view.outreachId, view.handOff, customer, words)]),
    ...(optedOut || view.cobrowse === null
      ? []
      : cobrowseButtons({ ...view.cobrowse, outreachId: view.outreachId, control: false }, customer, words)),
    ...(openAt === null
      ? []
      : [
          open('genesys', openAt, words('reply.in-genesys'), words('reply.in-genesys-tooltip', { customer })),
        ]),
  ];
}

function open(id: string, url: string, title: string, tooltip: string, first = false): OpenUrlAction {
  return {
    type: 'Action.OpenUrl',
    id,
    title,
    tooltip,
    url,
    ...(first ? { style: 'positive' as const } : {}),
    fallback: 'drop',
  };
}
