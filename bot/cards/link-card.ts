import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, ExecuteAction } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelled, labelOf } from './labelled.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

/** Names and addresses are people's own words; times are epoch milliseconds. */
export interface LinkView {
  readonly askId: string;
  readonly person: { readonly name: string; readonly email: string | null };
  readonly agent: { readonly name: string; readonly email: string };
  /** Somebody else in Teams whose e-mail is the agent's; null: nobody known. */
  readonly alsoKnown: string | null;
  readonly verdict: {
    readonly said: 'confirmed' | 'refused' | 'withdrawn';
    readonly by: string;
    readonly at: number;
  } | null;
}

/** Asks supervisors whether a person in Teams is a Genesys agent, and shows who decided. */
export function linkCard(view: LinkView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const { person, agent, verdict } = view;
  const title = words(verdict === null ? 'link.card.title' : `link.card.title.${verdict.said}`);
  return card(
    locale,
    `${title}: ${person.name}, ${agent.name}`,
    [
      cardTitle(`link-${verdict?.said ?? 'asked'}`, title, verdict === null ? 'accent' : 'emphasis'),
      ...labelled(words('link.card.teams'), ...whoIs(person)),
      ...labelled(words('link.card.genesys'), ...whoIs(agent)),
      ...(view.alsoKnown === null
        ? []
        : labelled(words('link.card.known'), ...plainText(view.alsoKnown, { color: 'attention' }))),
      ...(verdict === null
        ? [...plainText(words('link.card.means')), labelOf(words('link.card.lapses'))]
        : decided(verdict, words)),
    ],
    verdict === null ? buttons(view, words) : [],
  );
}

function whoIs({ name, email }: { readonly name: string; readonly email: string | null }): CardElement[] {
  return [
    ...plainText(name, { weight: 'bolder' }),
    ...(email === null ? [] : plainText(email, { isSubtle: true })),
  ];
}

function decided({ said, by, at }: NonNullable<LinkView['verdict']>, words: Words): CardElement[] {
  return [...plainText(words(`link.card.by.${said}`, { person: by })), labelOf(localDateTime(at))];
}

function buttons({ askId, person, agent }: LinkView, words: Words): ExecuteAction[] {
  const names = { person: person.name, agent: agent.name };
  const shared = { type: 'Action.Execute', data: { askId }, fallback: 'drop' } as const;
  return [
    {
      ...shared,
      id: 'confirm',
      title: words('link.card.confirm'),
      tooltip: words('link.card.confirm-tooltip', names),
      verb: 'link.confirm',
      style: 'positive',
    },
    {
      ...shared,
      id: 'refuse',
      title: words('link.card.refuse'),
      tooltip: words('link.card.refuse-tooltip', names),
      verb: 'link.refuse',
    },
  ];
}
