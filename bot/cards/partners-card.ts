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
import { localDateTime } from './local-time.ts';
import { partnerButton } from './partner-button.ts';
import { plainText } from './plain-text.ts';
import type { Step } from './progress-steps.ts';
import { shortened } from './shortened.ts';
import { stepRows } from './step-rows.ts';

const longestName = 80;

interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly queues: readonly string[];
  readonly contract: 'bridge' | 'field';
  readonly channelTypes: Readonly<Record<string, string>>;
  readonly trustKeys: number;
  readonly ticketsJudged: 'here' | 'there';
  /** Permissions our own OAuth client lacks for it. */
  readonly missing: readonly string[];
  /** In Teams, last by whom and when; null: in the file. */
  readonly registered: { readonly by: string; readonly at: number } | null;
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
  /** Registered in Teams, and not in force: with the code of why. */
  readonly setAside: readonly {
    readonly id: string;
    /** Null: it cannot be read. */
    readonly name: string | null;
    readonly code: string;
    readonly by: string;
    readonly at: number;
  }[];
  readonly turnedAway: readonly {
    readonly at: number;
    readonly code: string;
    readonly partner: string | null;
  }[];
}

/**
 * The partner organisations with their state, the buttons to register, change and take out, and the tickets that were turned away; as many
 * partners as a card may hold.
 */
export function partnersCard({ partners, setAside, turnedAway }: PartnersView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const inTeams = [...partners.filter(({ registered }) => registered !== null), ...setAside];
  return fittingCard(partners.length, (shown) =>
    card(
      locale,
      `${words('partners.title')}. ${words('help.partners')}`,
      [
        cardTitle('partners', words('partners.title'), 'emphasis'),
        ...(partners.length + setAside.length === 0 ? plainText(words('partners.none')) : []),
        ...partners.slice(0, shown).flatMap((partner) => rowsOf(partner, words)),
        ...(shown === partners.length
          ? []
          : [labelOf(words('who.more', { count: partners.length - shown }))]),
        ...setAside.flatMap((each) => asideRows(each, words)),
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
        ...(inTeams.length === 0 ? [] : [choiceOf(inTeams, words)]),
      ],
      [
        partnerButton('register', words),
        ...(inTeams.length === 0 ? [] : [partnerButton('change', words), partnerButton('out', words)]),
      ],
    ),
  );
}

/** Which of those that can be changed here is meant. */
function choiceOf(
  inTeams: readonly { readonly id: string; readonly name: string | null }[],
  words: Words,
): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: 'partnerChosen',
    label: words('partners.chosen'),
    style: 'compact',
    value: inTeams[0]?.id ?? '',
    choices: inTeams.map(({ id, name }) => ({ title: name === null ? id : `${name} (${id})`, value: id })),
  };
}

function registeredBy(
  registered: { readonly by: string; readonly at: number } | null,
  words: Words,
): CardElement[] {
  const small = { size: 'small', isSubtle: true, spacing: 'none' } as const;
  if (registered === null)
    return [{ type: 'TextBlock', text: words('partners.of-file'), ...small, wrap: true }];
  const { by, at } = registered;
  return [
    ...plainText(words('partners.by', { person: shortened(by, longestName, 1) }), {
      size: 'small',
      isSubtle: true,
    }).map((block) => ({ ...block, spacing: 'none' as const })),
    { type: 'TextBlock', text: localDateTime(at), ...small, wrap: true },
  ];
}

function asideRows(
  { id, name, code, by, at }: PartnersView['setAside'][number],
  words: Words,
): CardElement[] {
  return [
    ...plainText(name ?? id, { size: 'medium', weight: 'bolder' }),
    ...registeredBy({ by, at }, words),
    ...stepRows([
      {
        mark: 'problem',
        label: words('partners.set-aside', { meaning: meaningOf(code) }),
        more: [...(isErrorCode(code) ? [catalogue[code].next] : []), words('step.code', { code })],
      },
    ]),
  ];
}

function rowsOf(partner: PartnerRow, words: Words): CardElement[] {
  const { name, queues, contract, channelTypes, trustKeys, ticketsJudged, problem, latest } = partner;
  const { missing, registered } = partner;
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
      ...(missing.length === 0 ? [] : [words('partners.lacking', { permissions: missing.join(', ') })]),
      ...(problem === null ? [] : [words('step.code', { code: problem })]),
    ],
  };
  return [
    ...plainText(name, { size: 'medium', weight: 'bolder' }),
    ...registeredBy(registered, words),
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
