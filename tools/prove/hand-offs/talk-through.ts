import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { BridgeLife } from './bridge-life.ts';
import { type Judged, judgeHandOff } from './judge-hand-off.ts';
import type { ConversationSeen, CustomerSeen, TwoOrganisations } from './two-organisations.ts';

/** What a hand-off came to. */
export interface TalkResult extends Judged {
  readonly handOffId: string;
  readonly messages: number;
  readonly bothEnded: boolean;
  /** Played to its end. */
  readonly finished: boolean;
}

export interface TalkGround {
  readonly world: TwoOrganisations;
  readonly life: BridgeLife;
  readonly chance: Chance;
  /** Where a guest of the partner's writes, once they did. */
  readonly deskOf: (
    handOffId: string,
  ) => { readonly customerId: string; readonly conversationId: string } | null;
  readonly partnerAgentId: string;
  /** A member of the customer's queue. */
  readonly ourAgentId: string;
  readonly patienceMs: number;
  /** Something this hand-off takes part in before it goes on. */
  readonly first: ((partnerSays: () => Promise<void>) => Promise<void>) | null;
}

/** Gives a second look, after everything else: whatever came late shows there. */
export type LookAgain = () => Promise<TalkResult>;

/**
 * One hand-off from a customer's first word to the end on both sides: who speaks when is drawn, same words are said more than once, and some words
 * come in the moment of the hand-off itself.
 */
export async function talkThrough(customer: CustomerSeen, ground: TalkGround): Promise<LookAgain> {
  const { world, life, chance, deskOf, patienceMs } = ground;
  const handOffId = randomUUID();
  const endedBy = chance.pick(['source', 'destination'] as const);
  const said = { customer: 0, partner: 0 };
  const customerSays = async () => {
    said.customer += 1;
    const text = chance.below(4) === 0 ? 'ok' : `customer ${said.customer} of ${handOffId.slice(0, 8)}`;
    const id = await world.customerSays(customer.id, text);
    // Most are told of by a notification; the others the bridge must find.
    if (chance.below(10) < 7) void life.post('/poke', id);
    return id;
  };

  const sourceConversationId = await customerSays();
  await world.agentTakes(sourceConversationId, ground.ourAgentId).catch(() => {});
  const before = (await world.conversation(customer.id, sourceConversationId))?.messages.length ?? 0;
  const result = async (finished: boolean): Promise<TalkResult> => {
    const desk = deskOf(handOffId);
    const ours = await world.conversation(customer.id, sourceConversationId);
    const theirs = desk === null ? null : await world.conversation(desk.customerId, desk.conversationId);
    return { handOffId, finished, ...judged(customer, endedBy, before, ours, theirs) };
  };
  const within = async (what: () => Promise<boolean>): Promise<boolean> => {
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (await what()) return true;
      await pause(250);
    }
    return false;
  };

  const begin = JSON.stringify({
    handOffId,
    sourceConversationId,
    channelId: customer.channelId,
    guestId: customer.guestId,
    externalContactId: customer.externalContactId,
    customerName: customer.name,
    agentName: 'Ben Carter',
  });
  const asked = within(() => life.post('/begin', begin));
  if (chance.below(3) === 0) await customerSays();
  if (!(await asked) || !(await within(async () => deskOf(handOffId) !== null))) return () => result(false);
  const desk = deskOf(handOffId);
  if (desk === null) return () => result(false);
  await world.agentTakes(desk.conversationId, ground.partnerAgentId);
  const partnerSays = async () => {
    said.partner += 1;
    const text = chance.below(4) === 0 ? 'ok' : `partner ${said.partner} of ${handOffId.slice(0, 8)}`;
    await world.agentSays(desk.conversationId, text);
  };
  await ground.first?.(partnerSays);
  for (let turn = 4 + chance.below(5); turn > 0; turn -= 1) {
    if (chance.below(2) === 0) await customerSays();
    else await partnerSays();
    if (chance.below(3) > 0) await pause(chance.below(400));
  }
  const through = await within(async () => (await result(true)).lost.length === 0);
  if (endedBy === 'source') await world.ends(sourceConversationId, 'customer');
  else await world.ends(desk.conversationId, 'agent');
  const ended = await within(async () => (await result(true)).bothEnded);
  return () => result(through && ended);
}

function judged(
  { name }: CustomerSeen,
  endedBy: 'source' | 'destination',
  before: number,
  ours: ConversationSeen | null,
  theirs: ConversationSeen | null,
): Judged & Pick<TalkResult, 'bothEnded' | 'messages'> {
  const written = (seen: ConversationSeen | null, direction: 'inbound' | 'outbound') =>
    (seen?.messages ?? []).filter((each) => each.direction === direction).map(({ text }) => text);
  const talk = {
    customerName: name ?? 'Customer',
    byCustomer: written(ours, 'inbound'),
    byPartner: written(theirs, 'outbound'),
    endedBy,
  };
  return {
    ...judgeHandOff(talk, theirs?.messages ?? [], ours?.messages.slice(before) ?? []),
    messages: talk.byCustomer.length + talk.byPartner.length,
    bothEnded: ours?.state === 'disconnected' && theirs?.state === 'disconnected',
  };
}
