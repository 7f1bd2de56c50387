import type { Logger } from 'pino';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Decided, Decisions } from '../../src/journeys/journeys.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import { isTimeZone } from '../../src/outreach/when/is-time-zone.ts';
import type { BurstMember } from '../../src/store/shapes/burst-table.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { Store } from '../../src/store/store.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { Person } from '../people/people.ts';
import { burstTally } from './burst-tally.ts';
import { pressedBurst } from './pressed-burst.ts';
import { refusalWords } from './refusal-words.ts';
import { wouldBeHeld } from './would-be-held.ts';

export interface BurstActionParts {
  readonly person: () => Promise<Person>;
  /** False when this very press was counted before. */
  readonly firstTime: () => Promise<boolean>;
  /** Where it was pressed. */
  readonly conversationId: string;
  /** Of who pressed, an IANA name; null: not told. */
  readonly timeZone: string | null;
  readonly decisions: Pick<Decisions, 'decide'>;
  readonly outreaches: Pick<OutreachTable, 'get'>;
  readonly bursts: Pick<Store['bursts'], 'get' | 'members' | 'giveOwnCard'>;
  /** The outreach is to be shown as the store now has it. */
  readonly poke: (outreachId: string) => void;
  readonly locale: Locale;
  readonly log: Logger;
}

/** Whether a button is of a card that several proposals share. */
export function isBurstVerb(verb: string): boolean {
  return verb.startsWith('burst.');
}

/**
 * Answers a pressed button of a card that several proposals share, in words; the card itself follows the ledger. Which proposals the
 * card shows is read from the store: the button's data only chooses among them.
 */
export async function runBurstAction(verb: string, data: unknown, parts: BurstActionParts): Promise<string> {
  try {
    return await answer(verb, data, parts);
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    parts.log.warn({ code: error.code, verb, err: error }, 'a button of a shared card was not carried out');
    return refusalWords(error, parts.locale);
  }
}

async function answer(verb: string, data: unknown, parts: BurstActionParts): Promise<string> {
  const pressed = pressedBurst(data);
  if (pressed === null) throw new ReachbackError('teams.action-unknown');
  const person = await parts.person();
  if (!person.supervisor) throw new ReachbackError('teams.not-a-supervisor');
  const members = await shownOn(pressed.burstId, parts);
  if (verb === 'burst.approve-all') return approveAll(members, pressed.upTo ?? 0, person, parts);
  const member = members.find(({ outreachId }) => outreachId === pressed.outreachId);
  if (member === undefined) throw new ReachbackError('outreach.not-on-this-card');
  switch (verb) {
    case 'burst.approve':
      return decideOne(member, 'approve', person, parts);
    case 'burst.decline':
      return decideOne(member, 'decline', person, parts);
    case 'burst.details':
      return details(member, parts);
    default:
      throw new ReachbackError('teams.action-unknown');
  }
}

/** The members of the card, if it is of this conversation. */
async function shownOn(
  burstId: string,
  { bursts, conversationId }: BurstActionParts,
): Promise<BurstMember[]> {
  const burst = await bursts.get(burstId);
  if (burst === null || burst.conversationId !== conversationId)
    throw new ReachbackError('outreach.not-on-this-card');
  return bursts.members(burstId);
}

/**
 * Each by itself, for somebody may have decided on some meanwhile; none that joined the card after it was drawn for who pressed, and none
 * that is known to be held back if it left now.
 */
async function approveAll(
  members: readonly BurstMember[],
  upTo: number,
  { name }: Person,
  parts: BurstActionParts,
): Promise<string> {
  const ids = members.filter(({ place }) => place <= upTo).map(({ outreachId }) => outreachId);
  if (ids.length === 0) throw new ReachbackError('outreach.not-on-this-card');
  const first = await parts.firstTime();
  const ended: Outreach[] = [];
  for (const outreachId of ids) {
    const present = await read(outreachId, parts);
    ended.push(
      first && isAsked(present) && !wouldBeHeld(present)
        ? (await decide(outreachId, 'approve', name, parts)).outreach
        : present,
    );
  }
  return burstTally(ended, name, parts.locale);
}

async function decideOne(
  { outreachId }: BurstMember,
  verdict: 'approve' | 'decline',
  { name }: Person,
  parts: BurstActionParts,
): Promise<string> {
  const words = wordsOf(parts.locale);
  if (!(await parts.firstTime())) return burstTally([await read(outreachId, parts)], name, parts.locale);
  const { outreach, applied } = await decide(outreachId, verdict, name, parts);
  const customer = outreach.customerName ?? words('outreach.anonymous');
  if (applied)
    return words(verdict === 'approve' ? 'burst.approved-one' : 'burst.declined-one', { customer });
  return lateWords(outreach, customer, parts);
}

/** Who had decided, and when by the clock of who pressed. */
function lateWords(
  { state, decidedBy, decidedAt }: Outreach,
  customer: string,
  parts: BurstActionParts,
): string {
  const words = wordsOf(parts.locale);
  if (decidedBy === null || decidedAt === null) return words('burst.late.other', { customer });
  const told = parts.timeZone;
  const timeZone = told !== null && isTimeZone(told) ? told : 'UTC';
  const clock = new Intl.DateTimeFormat(parts.locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    ...(timeZone === told ? {} : { timeZoneName: 'short' }),
  });
  const by = state === 'declined' || state === 'cancelled' ? state : 'approved';
  return words(`burst.late.${by}`, { customer, person: decidedBy, when: clock.format(decidedAt) });
}

async function details(
  { outreachId, conversationId, ownCard }: BurstMember,
  parts: BurstActionParts,
): Promise<string> {
  const { customerName, backAtVersion } = await read(outreachId, parts);
  const words = wordsOf(parts.locale);
  const customer = customerName ?? words('outreach.anonymous');
  if (ownCard || backAtVersion > 0) return words('burst.details-there', { customer });
  await parts.bursts.giveOwnCard(outreachId, conversationId);
  parts.poke(outreachId);
  return words('burst.details-posted', { customer });
}

function decide(
  outreachId: string,
  verdict: 'approve' | 'decline',
  by: string,
  { decisions }: BurstActionParts,
): Promise<Decided> {
  return decisions.decide({ outreachId, verdict, by });
}

async function read(outreachId: string, { outreaches }: BurstActionParts): Promise<Outreach> {
  const outreach = await outreaches.get(outreachId);
  if (outreach === null) throw new ReachbackError('outreach.not-found');
  return outreach;
}

function isAsked({ state, snoozedUntil }: Outreach): boolean {
  return state === 'awaiting-approval' && snoozedUntil === null;
}
