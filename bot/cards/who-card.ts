import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { labelled, labelOf } from './labelled.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

/** Names and addresses are people's own words. */
export interface WhoRow {
  readonly name: string;
  readonly email: string | null;
  readonly supervisor: 'named' | 'owner' | null;
  /** `linkedBy`: the supervisor who vouched; null: by e-mail. */
  readonly agent: { readonly name: string; readonly linkedBy: string | null } | null;
  readonly app: 'installed' | 'removed' | 'never';
}

export interface WhoView {
  readonly rows: readonly WhoRow[];
  /** How many people more there are. */
  readonly more: number;
  /** Names of Genesys agents nobody in Teams is; the first of them. */
  readonly unmatched: readonly string[];
  readonly unmatchedMore: number;
  /** When the owners of the supervisors' team were read; `unread`: not known now; null: no team is set. */
  readonly ownersReadAt: number | 'unread' | null;
}

/** Who is known, what they may, and which Genesys agent they are: as many as a card may hold. */
export function whoCard(view: WhoView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const all = view.rows.length + view.more;
  const count = words('who.count', { count: all });
  return fittingCard(view.rows.length, (shown) =>
    card(locale, `${words('who.title')}. ${count}`, [
      cardTitle('who', words('who.title'), 'emphasis'),
      labelOf(all === 0 ? words('who.nobody') : count),
      ...view.rows.slice(0, shown).flatMap((row) => person(row, words)),
      ...(all === shown ? [] : [labelOf(words('who.more', { count: all - shown }))]),
      ...unmatched(view, words),
      ...owners(view, words),
    ]),
  );
}

function person({ name, email, supervisor, agent, app }: WhoRow, words: Words): CardElement[] {
  const standing = [
    ...(supervisor === null ? [] : [words(`who.supervisor.${supervisor}`)]),
    agentWords(agent, name, words),
    words(`who.app.${app}`),
  ];
  const address = email === null ? [] : [{ type: 'TextRun' as const, text: `  ${email}`, isSubtle: true }];
  return [
    ...plainText(name, { weight: 'bolder' }).map((line, index) => ({
      ...line,
      inlines: index === 0 ? [...line.inlines, ...address] : line.inlines,
    })),
    ...plainText(standing.join(' · '), { size: 'small', isSubtle: true }).map((line) => ({
      ...line,
      spacing: 'none' as const,
    })),
  ];
}

/** Without their name once more where it is the same. */
function agentWords(agent: WhoRow['agent'], name: string, words: Words): string {
  if (agent === null) return words('who.agent.none');
  if (agent.name === name)
    return agent.linkedBy === null
      ? words('who.agent.same-email')
      : words('who.agent.same-linked', { person: agent.linkedBy });
  return agent.linkedBy === null
    ? words('who.agent.email', { agent: agent.name })
    : words('who.agent.linked', { agent: agent.name, person: agent.linkedBy });
}

function unmatched({ unmatched, unmatchedMore }: WhoView, words: Words): CardElement[] {
  if (unmatched.length === 0) return [];
  const more = unmatchedMore === 0 ? '' : ` +${unmatchedMore}`;
  return labelled(words('who.unmatched'), ...plainText(`${unmatched.join(', ')}${more}`));
}

function owners({ ownersReadAt }: WhoView, words: Words): CardElement[] {
  if (ownersReadAt === null) return [];
  return [
    labelOf(
      ownersReadAt === 'unread'
        ? words('who.owners.unread')
        : words('who.owners.read', { when: localDateTime(ownersReadAt) }),
    ),
  ];
}
