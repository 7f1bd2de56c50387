import type { Logger } from 'pino';
import { backOffMs } from '../../back-off.ts';
import type { Clock } from '../../clock.ts';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getContact } from '../../genesys/endpoints/get-contact.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { linkContact } from '../../genesys/endpoints/link-contact.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import { conversationFrame } from '../../sessions/conversation-frame.ts';
import type { WidgetLink, WidgetTable } from '../../store/shapes/widget-table.ts';
import { createSweep } from '../../sweep.ts';
import { visitOnConversation } from './visit-on-conversation.ts';

export interface ConversationLinks {
  /** A notification came; what is no conversation of a visit is left alone. Never throws. */
  onEvent(topic: string, body: unknown): void;
  /** Notifications may have been missed: conversations somebody was waited for on are read. */
  onGap(): void;
  /** The conversation is this visit's: it is linked to its contact, now or by the sweep. */
  link(conversation: { conversationId: string; visitId: string; contactId: string }): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

const sweepMs = 2_000;
/** An event can be lost on a socket that lives: how often conversations are read while a visit has none, and how many at a time. */
const lookMs = 5 * 60_000;
const mostLooked = 10;
const afterGapMs = 10_000;
/** A visit whose customer has not written for so long is not waited for any more. */
const waitedForMs = 60 * 60_000;
const backOff = { baseMs: 2_000, maxMs: 10 * 60_000 };
/** After so many failures it is left to a person. */
const mostFailures = 60;
/** Ids of conversations that were looked at already, so that their next event costs nothing. */
const mostRemembered = 10_000;

/** Links conversations to the contact of the visit they came from, so that the agent sees who it is and what was before. */
export function createConversationLinks(parts: {
  call: PlatformCall;
  table: WidgetTable;
  /** Of conversations on the widget's deployment that were active since then, latest first. */
  recent: (since: number) => Promise<readonly string[]>;
  clock: Clock;
  log: Logger;
  chance?: () => number;
}): ConversationLinks {
  const { call, table, recent, clock, log, chance = Math.random } = parts;
  const seen = new Set<string>();
  const inHand = new Set<string>();
  const working = new Set<Promise<void>>();
  /** Conversations that were read and are nobody's visit. */
  const strangers = new Set<string>();
  let lookAt = clock.now() + lookMs;

  async function take(conversationId: string, visitId: string): Promise<void> {
    const visit = await table.visit(visitId);
    if (visit === null || visit.contactId === null) return;
    await link({ conversationId, visitId, contactId: visit.contactId });
  }

  async function link(asked: { conversationId: string; visitId: string; contactId: string }): Promise<void> {
    const row: WidgetLink = { ...asked, linked: false, failures: 0, nextTryAt: clock.now(), code: null };
    if (await table.addLink(row)) await attempt(row);
  }

  async function attempt(row: WidgetLink): Promise<void> {
    if (inHand.has(row.conversationId)) return;
    inHand.add(row.conversationId);
    try {
      const contactId = await linkNow(row);
      await table.putLink({ ...row, contactId, linked: true, nextTryAt: null, code: null });
      log.info(
        { conversationId: row.conversationId },
        'a conversation of the widget is linked to its contact',
      );
    } catch (error) {
      if (!(error instanceof ReachbackError)) throw error;
      const failures = row.failures + 1;
      const { code, facts } = error;
      const over = failures >= mostFailures || isCaseOf(code, 'genesys.conversation.not-found');
      const nextTryAt = over ? null : clock.now() + backOffMs(failures, backOff, chance());
      await table.putLink({ ...row, failures, nextTryAt, code });
      log.warn(
        { code, facts, conversationId: row.conversationId, failures },
        'a conversation is not linked yet',
      );
    } finally {
      inHand.delete(row.conversationId);
    }
  }

  /** The contact it is linked to now: the one the visit's was merged into, if it was. */
  async function linkNow({ conversationId, contactId }: WidgetLink): Promise<string> {
    const conversation = await getConversation(call, conversationId);
    const there = visitOnConversation(conversation);
    if (there === null) throw new ReachbackError('genesys.not-found', { facts: { what: 'customer leg' } });
    if (there.externalContactId === contactId) return contactId;
    const { communicationId } = there;
    try {
      await linkContact(call, { conversationId, communicationId, externalContactId: contactId });
      return contactId;
    } catch (error) {
      if (!(error instanceof ReachbackError) || !isCaseOf(error.code, 'genesys.not-found')) throw error;
      const into = (await getContact(call, contactId)).canonicalContact?.id;
      if (into === undefined || into === contactId) throw error;
      await linkContact(call, { conversationId, communicationId, externalContactId: into });
      return into;
    }
  }

  /** Reads conversations that may be a visit's, each once; nothing when no visit waits for one. */
  async function look(): Promise<void> {
    const since = clock.now() - waitedForMs;
    if (!(await table.isWaitedFor(since))) return;
    const candidates = (await recent(since)).filter((id) => !strangers.has(id));
    for (const id of (await table.withoutLink(candidates)).slice(0, mostLooked)) {
      const there = visitOnConversation(await getConversation(call, id));
      if (strangers.size >= mostRemembered) strangers.clear();
      if (there?.visitId == null) strangers.add(id);
      else await take(id, there.visitId);
    }
  }

  const sweep = createSweep({
    name: 'widget-links',
    everyMs: sweepMs,
    async work() {
      if (clock.now() >= lookAt) {
        lookAt = clock.now() + lookMs;
        await look();
      }
      for (const row of await table.dueLinks(clock.now(), 20)) await attempt(row);
    },
    clock,
    log,
  });

  return {
    onEvent(topic, body) {
      const conversation = conversationFrame(topic, body);
      if (typeof conversation === 'string' || seen.has(conversation.id)) return;
      const there = visitOnConversation(conversation);
      if (there === null || there.visitId === null) return;
      if (seen.size >= mostRemembered) seen.clear();
      seen.add(conversation.id);
      const work = take(conversation.id, there.visitId)
        .catch((error: unknown) => {
          // The next event of it may do.
          seen.delete(conversation.id);
          log.error({ err: error }, 'whose visit a conversation is could not be noted');
        })
        .finally(() => working.delete(work));
      working.add(work);
    },
    onGap() {
      // Who was here is read after the gap, too: that comes first.
      lookAt = Math.min(lookAt, clock.now() + afterGapMs);
    },
    link,
    start: () => sweep.start(),
    async stop() {
      await sweep.stop();
      await Promise.all(working);
    },
  };
}
