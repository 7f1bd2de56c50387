import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { handOffTitle } from './hand-off-card.ts';
import type { HandOffView } from './hand-off-view.ts';
import { labelled, labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';
import type { Step } from './progress-steps.ts';
import { stepRows } from './step-rows.ts';

interface PartnerRow {
  readonly name: string;
  readonly queues: readonly string[];
  readonly contract: 'bridge' | 'field';
  readonly channelTypes: Readonly<Record<string, string>>;
  readonly trustKeys: number;
  readonly ticketsJudged: 'here' | 'there';
  /** The code of why it cannot be reached; null: it can. */
  readonly problem: string | null;
  readonly latest: readonly {
    readonly state: HandOffView['state'];
    readonly customerName: string | null;
    readonly updatedAt: number;
  }[];
}

export interface PartnersView {
  readonly partners: readonly PartnerRow[];
  readonly turnedAway: readonly {
    readonly at: number;
    readonly code: string;
    readonly partner: string | null;
  }[];
}

/** The partner organisations with their state, and the tickets that were turned away; as many partners as a card may hold. */
export function partnersCard({ partners, turnedAway }: PartnersView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  return fittingCard(partners.length, (shown) =>
    card(locale, `${words('partners.title')}. ${words('help.partners')}`, [
      cardTitle('partners', words('partners.title'), 'emphasis'),
      ...(partners.length === 0 ? plainText(words('partners.none')) : []),
      ...partners.slice(0, shown).flatMap((partner) => rowsOf(partner, words)),
      ...(shown === partners.length ? [] : [labelOf(words('who.more', { count: partners.length - shown }))]),
      ...(turnedAway.length === 0
        ? []
        : [
            labelOf(words('partners.turned-away')),
            ...stepRows(
              turnedAway.map(({ at, code, partner }) => ({
                mark: 'problem',
                label: words('partners.turned-away-row', {
                  partner: partner ?? 'none',
                  meaning: meaningOf(code),
                }),
                more: [words('step.code', { code })],
                at,
              })),
            ),
          ]),
    ]),
  );
}

function rowsOf(partner: PartnerRow, words: Words): CardElement[] {
  const { name, queues, contract, channelTypes, trustKeys, ticketsJudged, problem, latest } = partner;
  const types = Object.entries(channelTypes).map(([from, to]) => `${from} → ${to}`);
  const standing: Step = {
    mark: problem === null ? 'done' : 'problem',
    label:
      problem === null
        ? words('partners.reachable')
        : words('partners.problem', { meaning: meaningOf(problem) }),
    more: [
      [words(`partners.contract.${contract}`), words(`partners.tickets.${ticketsJudged}`)].join(' · '),
      words('partners.channels', { types: types.join(', ') }),
      words('partners.queues', { queues: queues.join(', ') }),
      words('partners.keys', { count: trustKeys }),
      ...(problem === null ? [] : [words('step.code', { code: problem })]),
    ],
  };
  return [
    ...plainText(name, { size: 'medium', weight: 'bolder' }),
    ...stepRows([standing]),
    ...labelled(words('partners.latest'), ...(latest.length === 0 ? plainText(words('partners.never')) : [])),
    ...stepRows(
      latest.map(({ state, customerName, updatedAt }) => ({
        mark: state === 'refused' || state === 'failed' ? 'problem' : 'done',
        label: words('partners.row', {
          customer: customerName ?? words('outreach.anonymous'),
          title: handOffTitle(state, words),
        }),
        at: updatedAt,
      })),
    ),
  ];
}

function meaningOf(code: string): string {
  return isErrorCode(code) ? catalogue[code].meaning : code;
}
