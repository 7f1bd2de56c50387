import type { Logger } from 'pino';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import {
  emptyPartnerForm,
  longestOf,
  type PartnerForm,
  partnerFields,
} from '../../src/journeys/hand-off/registering/partner-form.ts';
import type {
  PartnerFormSeen,
  PartnerRegistrations,
} from '../../src/journeys/hand-off/registering/registering.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { partnerDoneCard } from '../cards/partner-done-card.ts';
import { type PartnerFormView, partnerFormCard } from '../cards/partner-form-card.ts';
import { partnerInput } from '../cards/partner-inputs.ts';
import { partnerSureCard } from '../cards/partner-sure-card.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import type { Person } from '../people/people.ts';
import { requireSupervisor } from '../people/require-supervisor.ts';
import { pressedId } from './pressed-id.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

export interface PressPartnersParts {
  readonly person: () => Promise<Person>;
  /** False when this very press was counted before. */
  readonly firstTime: () => Promise<boolean>;
  readonly partners: PartnerRegistrations;
  /** Where the card is. */
  readonly conversationId: string;
  readonly locale: Locale;
  readonly log: Logger;
}

const verbs = z.enum([
  'partners.register',
  'partners.change',
  'partners.save',
  'partners.out',
  'partners.leave',
]);
const revision = z.coerce.number().int().nonnegative();
const chosen = z.object({ partnerChosen: pressedId });
const sure = z.object({ partnerChosen: pressedId, partnerRevision: revision, partnerSure: z.literal('yes') });
const saved = z.object({ partnerOf: pressedId.nullish(), partnerRevision: revision });
/** Teams may leave out an input that is empty. */
const inputs = z.record(z.string(), z.unknown());

/** Whether a button is one of the cards of partners. */
export function isPartnersVerb(verb: string): boolean {
  return verbs.safeParse(verb).success;
}

/**
 * Answers such a press, always: with the form, what came of it, or why nothing was done. Supervisors alone. What was typed may be a secret
 * that does not belong here: it is never logged.
 */
export async function pressPartners(
  verb: string,
  data: unknown,
  parts: PressPartnersParts,
): Promise<CardAnswer> {
  const { locale, log } = parts;
  try {
    const person = await parts.person();
    requireSupervisor(person, 'handoff.supervisors-only');
    return { kind: 'card', card: await cardAfter(verbs.parse(verb), data, person.name, parts) };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, locale) };
  }
}

async function cardAfter(
  verb: z.infer<typeof verbs>,
  data: unknown,
  by: string,
  parts: PressPartnersParts,
): Promise<AdaptiveCard> {
  const { partners, locale } = parts;
  switch (verb) {
    case 'partners.register':
      return partnerFormCard(viewOf(partners.form(null)), locale);
    case 'partners.change':
      return partnerFormCard(viewOf(partners.form(told(chosen, data).partnerChosen)), locale);
    case 'partners.leave':
      return partnerDoneCard({ kind: 'nothing' }, locale);
    case 'partners.save':
      return save(data, by, parts);
    case 'partners.out':
      return takeOut(data, by, parts);
  }
}

async function save(data: unknown, by: string, parts: PressPartnersParts): Promise<AdaptiveCard> {
  const { partners, conversationId: at, locale, firstTime } = parts;
  const { partnerOf = null, partnerRevision } = told(saved, data);
  if (!(await firstTime())) return partnerDoneCard({ kind: 'again' }, locale);
  const wish = { form: formIn(data), of: partnerOf, revision: partnerRevision, by, at };
  const outcome = await partners.register(wish);
  return outcome.kind === 'refused'
    ? partnerFormCard(viewOf(outcome.seen, outcome.problems), locale)
    : partnerDoneCard(outcome, locale);
}

async function takeOut(data: unknown, by: string, parts: PressPartnersParts): Promise<AdaptiveCard> {
  const { partners, locale } = parts;
  const { partnerChosen: id } = told(chosen, data);
  const said = sure.safeParse(data);
  if (!said.success) return partnerSureCard(await partners.toTakeOut(id), locale);
  const { name, underWay } = await partners.takeOut({ id, revision: said.data.partnerRevision, by });
  return partnerDoneCard({ kind: 'removed', name, underWay }, locale);
}

function viewOf(seen: PartnerFormSeen, problems: PartnerFormView['problems'] = []): PartnerFormView {
  return { ...seen, longest: longestOf, problems };
}

function formIn(data: unknown): PartnerForm {
  const typed = inputs.parse(data);
  const form: Record<keyof PartnerForm, string> = { ...emptyPartnerForm };
  for (const field of partnerFields) {
    const value = typed[partnerInput(field)];
    form[field] = typeof value === 'string' ? value : '';
  }
  return form;
}

function told<Shape extends z.ZodType>(shape: Shape, data: unknown): z.infer<Shape> {
  const read = shape.safeParse(data);
  if (!read.success) throw new ReachbackError('teams.action-unknown');
  return read.data;
}
