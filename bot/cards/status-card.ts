import { type OutreachState, outreachStates } from '../../src/outreach/outreach.ts';
import type { RoutingStatus, SystemPresence } from '../../src/presence/agent-presence.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, TextBlock } from './adaptive-card.ts';
import { agoWords } from './ago-words.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelled } from './labelled.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

/** Times are epoch milliseconds; `until` null: without an end. */
interface PauseSeen {
  /** Null: it cannot be read any more. */
  readonly since: number | null;
  readonly until: number | null;
}

export interface StatusView {
  readonly mode: 'automatic' | 'supervisor';
  readonly feed: { readonly state: 'live' | 'stale'; readonly ageMs: number; readonly agentsWatched: number };
  readonly sessionsIndexed: number;
  /** `by` is a person's name; null: it cannot be read any more. */
  readonly pausedAll: (PauseSeen & { readonly by: string | null }) | null;
  readonly pausedYou: PauseSeen | null;
  /** The asking agent; null when somebody else asks, or where others read along. */
  readonly you: {
    readonly name: string;
    /** Null while it was not heard of. */
    readonly presence: {
      readonly presence: SystemPresence;
      readonly presenceSince: number;
      readonly routingStatus: RoutingStatus;
      readonly routingSince: number;
      readonly available: boolean;
    } | null;
  } | null;
  /** How many outreaches wait for a supervisor; null: not to be shown to who asks. */
  readonly waiting: number | null;
  /** Whose numbers follow. */
  readonly numbersOf: 'you' | 'all';
  readonly today: Partial<Record<OutreachState, number>>;
  /** By whose clock it is today, an IANA name. */
  readonly timeZone: string;
}

/** How things stand: oneself in Genesys, feed, reach, pauses, what waits, today's numbers. */
export function statusCard(view: StatusView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const feed = feedWords(view, words);
  const zone = view.timeZone.replaceAll('_', ' ');
  const today = words(view.numbersOf === 'you' ? 'status.today.you' : 'status.today', { zone });
  return card(locale, `${words('status.title')}. ${feed}`, [
    cardTitle(
      `feed-${view.feed.state}`,
      words('status.title'),
      view.feed.state === 'live' ? 'emphasis' : 'warning',
    ),
    ...you(view, words),
    ...waiting(view, words),
    ...labelled(today, own(todayWords(view, words))),
    ...labelled(words('status.pause'), ...pauses(view, words)),
    ...labelled(words('status.mode'), own(words(`status.mode.${view.mode}`))),
    ...labelled(words('status.index'), own(words('status.index.count', { count: view.sessionsIndexed }))),
    ...labelled(words('status.feed'), own(feed)),
  ]);
}

function own(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, spacing: 'small' };
}

function feedWords({ feed }: StatusView, words: Words): string {
  const age =
    feed.ageMs < 60_000
      ? words('status.age.seconds', { count: Math.floor(feed.ageMs / 1000) })
      : agoWords(words, feed.ageMs);
  return feed.state === 'live'
    ? words('status.feed.live', { agents: feed.agentsWatched, age })
    : words('status.feed.stale', { age });
}

function you({ you, feed }: StatusView, words: Words): CardElement[] {
  if (you === null) return [];
  const name = plainText(you.name, { weight: 'bolder' });
  if (you.presence === null) return labelled(words('status.you'), ...name, own(words('status.you.unknown')));
  const { presence, presenceSince, routingStatus, routingSince, available } = you.presence;
  const since = (state: string, at: number): TextBlock =>
    own(words('status.you.since', { state, when: localDateTime(at) }));
  return labelled(
    words('status.you'),
    ...name,
    since(words(`presence.${presence}`), presenceSince),
    since(words(`routing.${routingStatus}`), routingSince),
    own(words(available ? 'status.you.available' : 'status.you.unavailable')),
    ...(feed.state === 'live' ? [] : [own(words('status.you.stale'))]),
  );
}

function waiting({ waiting }: StatusView, words: Words): CardElement[] {
  if (waiting === null) return [];
  return labelled(words('status.waiting'), own(words('status.waiting.count', { count: waiting })));
}

function pauses({ pausedAll, pausedYou }: StatusView, words: Words): CardElement[] {
  const times = ({ since, until }: PauseSeen): TextBlock[] =>
    since === null
      ? [own(words('status.pause.unreadable'))]
      : [
          own(words('status.pause.since', { when: localDateTime(since) })),
          own(
            until === null
              ? words('status.pause.endless')
              : words('status.pause.until', { when: localDateTime(until) }),
          ),
        ];
  if (pausedAll === null && pausedYou === null) return [own(words('status.pause.none'))];
  return [
    ...(pausedAll === null ? [] : [...plainText(byWhom(pausedAll.by, words)), ...times(pausedAll)]),
    ...(pausedYou === null ? [] : [...plainText(words('status.pause.you')), ...times(pausedYou)]),
  ];
}

function byWhom(person: string | null, words: Words): string {
  return person === null ? words('status.pause.all') : words('status.pause.by', { person });
}

function todayWords({ today }: StatusView, words: Words): string {
  const parts = outreachStates.flatMap((state) => {
    const count = today[state] ?? 0;
    return count === 0 ? [] : [words(`count.${state}`, { count }).replace(' ', '\u00a0')];
  });
  return parts.length === 0 ? words('status.today.none') : parts.join(' · ');
}
