import { type OutreachState, outreachStates } from '../../src/outreach/outreach.ts';
import { type Locale, type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, TextBlock } from './adaptive-card.ts';
import { agoWords } from './ago-words.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelled } from './labelled.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

export interface StatusView {
  readonly mode: 'automatic' | 'supervisor';
  readonly feed: { readonly state: 'live' | 'stale'; readonly ageMs: number; readonly agentsWatched: number };
  readonly sessionsIndexed: number;
  /** `by` is a person's name. Times are epoch milliseconds. */
  readonly pausedAll: { readonly by: string; readonly since: number } | null;
  readonly pausedYou: { readonly since: number } | null;
  /** The asking agent; null when somebody else asks. */
  readonly you: {
    readonly name: string;
    readonly presence: string | null;
    readonly available: boolean;
  } | null;
  /** Of the asking agent when `you` is given, else of everybody. */
  readonly today: Partial<Record<OutreachState, number>>;
}

/** How things stand: feed, reach, pauses, today's numbers. */
export function statusCard(view: StatusView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const feed = feedWords(view, words);
  return card(locale, `${words('status.title')}. ${feed}`, [
    cardTitle(
      `feed-${view.feed.state}`,
      words('status.title'),
      view.feed.state === 'live' ? 'emphasis' : 'warning',
    ),
    ...you(view, words),
    ...labelled(words('status.feed'), own(feed)),
    ...labelled(words('status.index'), own(words('status.index.count', { count: view.sessionsIndexed }))),
    ...labelled(words('status.mode'), own(words(`status.mode.${view.mode}`))),
    ...labelled(words('status.pause'), ...pauses(view, words)),
    ...labelled(words(view.you === null ? 'status.today' : 'status.today.you'), own(todayWords(view, words))),
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

function you(view: StatusView, words: Words): CardElement[] {
  if (view.you === null) return [];
  const { name, presence, available } = view.you;
  const text =
    presence === null
      ? words('status.you.unknown')
      : words(available ? 'status.you.available' : 'status.you.unavailable', { presence });
  return labelled(words('status.you'), ...plainText(name, { weight: 'bolder' }), ...plainText(text));
}

function pauses({ pausedAll, pausedYou }: StatusView, words: Words): CardElement[] {
  const since = (at: number): TextBlock => own(words('status.pause.since', { when: localDateTime(at) }));
  if (pausedAll === null && pausedYou === null) return [own(words('status.pause.none'))];
  return [
    ...(pausedAll === null
      ? []
      : [...plainText(words('status.pause.by', { person: pausedAll.by })), since(pausedAll.since)]),
    ...(pausedYou === null ? [] : [...plainText(words('status.pause.you')), since(pausedYou.since)]),
  ];
}

function todayWords({ today }: StatusView, words: Words): string {
  const parts = outreachStates.flatMap((state) => {
    const count = today[state] ?? 0;
    return count === 0 ? [] : [words(`count.${state}`, { count }).replace(' ', '\u00a0')];
  });
  return parts.length === 0 ? words('status.today.none') : parts.join(' · ');
}
