import type { Logger } from 'pino';
import type { Journeys } from '../../src/journeys/journeys.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Store } from '../../src/store/store.ts';
import type { CardSync } from '../card-sync/card-sync.ts';
import type { DrawCobrowse } from '../card-sync/draw-cobrowse.ts';
import type { DrawReply } from '../card-sync/draw-reply.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { LinkDesk } from '../links/link-desk.ts';
import type { Locale } from '../locales/locale.ts';
import type { Person } from '../people/people.ts';
import { personKey } from '../people/person-key.ts';
import type { TeamsUser } from '../teams/teams-port.ts';
import { isCandidatesVerb, pressCandidates } from './press-candidates.ts';
import { isCobrowseVerb, pressCobrowse } from './press-cobrowse.ts';
import { isHandOffVerb, pressHandOff } from './press-hand-off.ts';
import { languageVerb, pressLanguage } from './press-language.ts';
import { isLinkVerb, pressLink } from './press-link.ts';
import { isPartnersVerb, pressPartners } from './press-partners.ts';
import { isPolicyOrAuditVerb, pressPolicyOrAudit } from './press-policy-or-audit.ts';
import { isReplyVerb, pressReply } from './press-reply.ts';
import { isRefreshVerb, refreshCard } from './refresh-card.ts';
import { type CardAnswer, runAction } from './run-action.ts';
import { isBurstVerb, runBurstAction } from './run-burst-action.ts';

/** A button that was pressed on a card the bot posted, and what its press may use. */
export interface CardPress {
  readonly verb: string;
  /** The button's data with what was put into the card's inputs, as Teams sent it. */
  readonly data: unknown;
  readonly user: TeamsUser;
  readonly reference: ConversationReference;
  readonly locale: Locale;
  /** Of who pressed, an IANA name as Teams told it; null: not told. */
  readonly timeZone: string | null;
  /** This very press: the same when it is delivered again. */
  readonly pressId: string;
  /** False when this very press was counted before. */
  readonly firstTime: () => Promise<boolean>;
  /** Looks the presser up; throws `teams.*` when that cannot be done just now. */
  readonly person: () => Promise<Person>;
  readonly store: Pick<Store, 'bursts' | 'cards'> & { readonly outreaches: Pick<OutreachTable, 'get'> };
  readonly journeys: Journeys;
  readonly languages: ConversationLanguages;
  readonly linkDesk: LinkDesk;
  readonly drawReply: DrawReply;
  readonly drawCobrowse: DrawCobrowse;
  /** Something changed on this outreach: its cards are behind. */
  readonly poke: CardSync['poke'];
  readonly log: Logger;
}

/** Answers a press by the card its verb belongs to; a verb nobody knows is refused as an action of an outreach. */
export async function pressCard(press: CardPress): Promise<CardAnswer> {
  const { verb, data, reference, store, journeys } = press;
  const { conversationId } = reference;
  const { outreaches, bursts, cards } = store;
  const { decisions, followUps } = journeys;
  if (verb === languageVerb) return pressLanguage(data, press, press.log);
  if (isCandidatesVerb(verb)) return pressCandidates(verb, data, press);
  if (isPolicyOrAuditVerb(verb)) return pressPolicyOrAudit(verb, data, press);
  if (isLinkVerb(verb)) return pressLink(verb, data, press);
  if (isRefreshVerb(verb)) {
    const userId = press.user.id;
    return refreshCard(verb, data, { ...press, userId, conversationId, outreaches, bursts, cards });
  }
  if (isBurstVerb(verb)) {
    const text = await runBurstAction(verb, data, {
      ...press,
      conversationId,
      bursts,
      outreaches,
      decisions,
    });
    return { kind: 'message', text };
  }
  if (isHandOffVerb(verb)) return pressHandOff(verb, data, { ...press, ...journeys, outreaches });
  if (isPartnersVerb(verb)) return pressPartners(verb, data, { ...press, ...journeys, conversationId });
  if (isReplyVerb(verb)) {
    const who = personKey(press.user);
    return pressReply(verb, data, { ...press, personKey: who, outreaches, draw: press.drawReply });
  }
  if (isCobrowseVerb(verb))
    return pressCobrowse(verb, data, { ...press, personKey: personKey(press.user), outreaches });
  return runAction(verb, data, { ...press, decisions, followUps, outreaches });
}
