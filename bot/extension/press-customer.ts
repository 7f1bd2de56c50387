import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { CustomerFound } from '../../src/journeys/on-request/writing-by-hand.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import { pressedId } from '../actions/pressed-id.ts';
import { refusalWords } from '../actions/refusal-words.ts';
import type { CardAnswer } from '../actions/run-action.ts';
import { customerFormCard } from '../cards/customer-form-card.ts';
import { heldReasonWords } from '../cards/held-reason-words.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { Person } from '../people/people.ts';
import type { TeamsUser } from '../teams/teams-port.ts';
import type { ExtensionParts } from './extension-parts.ts';
import { requireKnown } from './require-known.ts';

/** A press of a button on the card of a customer found, in any chat it was sent to. */
export interface CustomerPress {
  /** Where; null for a group chat. The bot need not be there. */
  readonly reference: ConversationReference | null;
  readonly user: TeamsUser;
  readonly verb: string;
  readonly data: unknown;
  /** This very press: the same when it is delivered again. */
  readonly pressId: string;
}

type Agent = NonNullable<Person['agent']>;

const pressed = z.object({
  conversationId: pressedId,
  /** In whose name the text on the card is. */
  agentId: z.string().nullish(),
  /** The form's own: however often it is pressed, it counts once. */
  nonce: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .nullish(),
  proposeText: z.string().default(''),
});

/** Whether a button is one of the customer cards’. */
export function isCustomerVerb(verb: string): boolean {
  return verb === 'customer.open' || verb === 'customer.propose';
}

/**
 * Answers such a press, always: with a text to edit in the name of who pressed, with what was proposed, or with words on why not. What the
 * card holds is not trusted: who presses is looked up, and the journey judges customer and text.
 */
export async function pressCustomer(press: CustomerPress, parts: ExtensionParts): Promise<CardAnswer> {
  const { whoseChat, people, languages, log } = parts;
  let locale = languages.atHand(press.reference);
  try {
    const place = await whoseChat(press.user, press.reference);
    if (place === null) return said(wordsOf(locale)('extension.unmet'));
    locale = (await languages.of(place)).locale;
    const person = await people.of(press.user, place);
    requireKnown(person);
    const { agent } = person;
    if (agent === null) return said(wordsOf(locale)('extension.needs-agent'));
    const form = pressed.safeParse(press.data);
    if (!form.success) throw new ReachbackError('teams.action-unknown');
    if (press.verb === 'customer.open' || form.data.agentId !== agent.agentId) {
      return await open(form.data.conversationId, agent, press, parts, locale);
    }
    return await propose(form.data, person, agent, press, parts, locale);
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb: press.verb, err: error }, 'a button was not carried out');
    return said(refusalWords(error, locale));
  }
}

async function open(
  conversationId: string,
  agent: Agent,
  { verb, pressId }: CustomerPress,
  { byHand }: ExtensionParts,
  locale: Locale,
): Promise<CardAnswer> {
  const words = wordsOf(locale);
  const all = await byHand.search(agent.agentId, '');
  const customer = all.find((each) => each.conversationId === conversationId);
  if (customer === undefined) return said(words('extension.gone'));
  if (customer.leftAlone !== null) {
    const reason = heldReasonWords(words, customer.leftAlone);
    return said(words('extension.not-now', { customer: nameOf(customer, words), reason }));
  }
  const instead = verb === 'customer.propose';
  const view = { ...customer, agentId: agent.agentId, draft: customer.draft ?? '', nonce: pressId, instead };
  return { kind: 'card', card: customerFormCard(view, locale) };
}

async function propose(
  { conversationId, proposeText, nonce }: z.infer<typeof pressed>,
  { name, supervisor }: Person,
  { agentId }: Agent,
  { pressId }: CustomerPress,
  { byHand }: ExtensionParts,
  locale: Locale,
): Promise<CardAnswer> {
  const words = wordsOf(locale);
  const outreach = await byHand.request({
    agentId,
    conversationId,
    text: proposeText,
    by: name,
    mayApprove: supervisor,
    eventId: `by-hand ${agentId} ${conversationId} ${nonce ?? pressId}`,
  });
  const lines = [
    words('extension.done', { agent: outreach.agentName, customer: nameOf(outreach, words) }),
    ...(outreach.state === 'awaiting-approval' ? [words('extension.done-approval')] : []),
    ...(outreach.state === 'approved' ? [words('extension.done-sending')] : []),
    words('extension.done-where'),
  ];
  const card = noticeCard({ title: words('extension.done-title'), lines, tone: 'good' }, locale);
  return { kind: 'card', card };
}

function nameOf({ customerName }: Pick<CustomerFound, 'customerName'>, words: Words): string {
  return customerName ?? words('outreach.anonymous');
}

function said(text: string): CardAnswer {
  return { kind: 'message', text };
}
