import type { Cobrowses } from '../../src/journeys/cobrowse/cobrowsing.ts';
import type { HandOffs } from '../../src/journeys/hand-off/handing-off.ts';
import type { Replies, SaidByCustomer, SignIns } from '../../src/journeys/replying/replying.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Store } from '../../src/store/store.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { replyCard, replySummary } from '../cards/reply-card.ts';
import type { ReplyView } from '../cards/reply-view.ts';
import type { Locale } from '../locales/locale.ts';

interface DrawnReply {
  readonly card: AdaptiveCard;
  readonly summary: string;
  /** Of the outreach and its replies together, as the card shows them. */
  readonly version: number;
}

/**
 * The card of a customer's answer as it stands, for the agent in whose chat it is. The customer's words are read from Genesys Cloud each
 * time and kept nowhere else. Throws what the store and the platform throw; with `mayBeUnread` a card without the words instead of that.
 * `more.draft`: words that were not sent, shown until '' takes them away.
 */
export type DrawReply = (
  outreach: Outreach,
  reader: { readonly personKey: string; readonly locale: Locale; readonly mayBeUnread: boolean },
  more?: Partial<Pick<ReplyView, 'problem' | 'draft' | 'signInAt'>>,
) => Promise<DrawnReply>;

export function createDrawReply(parts: {
  replies: Pick<Replies, 'said' | 'address'>;
  signIns: Pick<SignIns, 'offered' | 'isSignedIn'>;
  handOffs: Pick<HandOffs, 'offered' | 'openOn'>;
  cobrowses: Pick<Cobrowses, 'isThere' | 'offersIn'>;
  table: Pick<Store['replies'], 'of'>;
}): DrawReply {
  const { replies, signIns, handOffs, cobrowses, table } = parts;
  /** Words that were not sent, by outreach: who signs in for them finds them again. */
  const drafts = new Map<string, string>();

  async function said(outreach: Outreach, mayBeUnread: boolean): Promise<readonly SaidByCustomer[] | null> {
    try {
      return await replies.said(outreach);
    } catch (cause) {
      if (mayBeUnread) return null;
      throw cause;
    }
  }

  async function choices({ conversationId, answer }: Outreach): Promise<ReplyView['handOff']> {
    const partners = handOffs.offered();
    if (partners.length === 0) return null;
    const open = await handOffs.openOn(answer?.conversationId ?? conversationId);
    return open === null ? { partners } : null;
  }

  async function cobrowse(
    { agentId, conversationId, answer }: Outreach,
    personKey: string,
  ): Promise<ReplyView['cobrowse']> {
    if (!cobrowses.isThere({ personKey, agentId })) return null;
    const at = answer?.conversationId ?? conversationId;
    return { conversationId: at, offers: await cobrowses.offersIn(at) };
  }

  return async (outreach, { personKey, locale, mayBeUnread }, more = {}) => {
    const { id, agentId, customerName, text, reason, version } = outreach;
    if (more.draft === '') drafts.delete(id);
    else if (more.draft !== undefined) drafts.set(id, more.draft);
    const sent = await table.of(id);
    const signedIn = signIns.isSignedIn({ personKey, agentId });
    const view: ReplyView = {
      outreachId: id,
      customerName,
      ourText: text,
      optedOut: reason === 'opted-out',
      said: await said(outreach, mayBeUnread),
      replies: sent,
      way: signedIn ? 'here' : signIns.offered() ? 'sign-in' : 'elsewhere',
      handOff: await choices(outreach),
      openAt: replies.address(outreach),
      cobrowse: await cobrowse(outreach, personKey),
      problem: more.problem ?? null,
      draft: drafts.get(id) ?? '',
      signInAt: more.signInAt ?? null,
    };
    return {
      card: replyCard(view, locale),
      summary: replySummary(view, locale),
      version: sent.reduce((sum, reply) => sum + reply.version, version),
    };
  };
}
