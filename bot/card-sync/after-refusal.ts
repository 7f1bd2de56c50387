import { type CatalogueEntry, catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';

/**
 * What is done about a refusal of Teams.
 * `retry`: shown again later, ever more slowly.
 * `rest`: the same, and nothing to that conversation meanwhile; for as long as Teams asks, where it does.
 * `leave`: the bot counts as gone from there until it is installed or spoken to; the channel's card and a supervisor's `status` say so.
 * `replace`: the card is posted once more, with a link to the old one; gone a second time it is given up.
 * `shrink`: a short form is shown instead; refused, too, the card is given up until the outreach changes.
 * `refuse`: the person asked about counts as unknown: reads nothing about customers and decides nothing.
 */
export type AfterRefusal = 'retry' | 'rest' | 'leave' | 'replace' | 'shrink' | 'refuse';

/** One code, one action. What shows cards goes by it, docs/teams-errors.md prints it, and a test plays every row. */
const afterRefusal: Readonly<Partial<Record<ErrorCode, AfterRefusal>>> = {
  'teams.unreachable': 'retry',
  'teams.service-error': 'retry',
  'teams.service-unavailable': 'retry',
  'teams.answer-garbled': 'retry',
  'teams.credentials-refused': 'retry',
  'teams.bot.not-registered': 'retry',
  'teams.bot.not-permitted': 'retry',
  'teams.throttled': 'rest',
  'teams.card-locked': 'rest',
  'teams.gateway-failed': 'rest',
  'teams.bot-removed': 'leave',
  'teams.bot.not-in-roster': 'leave',
  'teams.bot.writes-blocked': 'leave',
  'teams.bot.blocked-by-user': 'leave',
  'teams.bot.not-installed': 'leave',
  'teams.bot.conversation-gone': 'leave',
  'teams.bot.disabled-by-admin': 'leave',
  'teams.bot.wrong-host': 'leave',
  'teams.bot.host-refused': 'leave',
  'teams.card-gone': 'replace',
  'teams.card.malformed': 'shrink',
  'teams.card.too-big': 'shrink',
  'teams.member-unknown': 'refuse',
};

/** The action for a code, its own or that of the code it is a case of; what has none is tried again. Pure. */
export function afterRefusalOf(code: ErrorCode): AfterRefusal {
  const { of }: CatalogueEntry = catalogue[code];
  return afterRefusal[code] ?? (of !== undefined && isErrorCode(of) ? afterRefusalOf(of) : 'retry');
}
