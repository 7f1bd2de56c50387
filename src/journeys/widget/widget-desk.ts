import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { WidgetConfig } from '../../config/widget-config.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { createRateLimit } from '../../rate-limit.ts';
import type { WidgetTable, WidgetVisit } from '../../store/shapes/widget-table.ts';
import type { Assertion } from './assertion-verdict.ts';
import type { CheckAssertion } from './check-assertion.ts';
import type { ContactBook } from './contact-book.ts';
import type { ConversationLinks } from './conversation-links.ts';
import { customAttributes } from './custom-attributes.ts';
import type { GuestSignIns } from './guest-sign-ins.ts';
import type { KeyRing } from './key-ring.ts';
import { originIsAllowed } from './origin-is-allowed.ts';
import { refuse } from './refuse.ts';
import { scopes as everyScope, type Scope } from './scope.ts';
import type { StartedConversation } from './start-conversation.ts';
import type { Asker, RenewedTokens, TokenRequest, WidgetJourneys } from './widget-journeys.ts';
import { issueWidgetToken, readWidgetToken } from './widget-token.ts';

/** A visit can be renewed for so long; then the site is asked anew who it is. */
const visitMs = 12 * 60 * 60_000;
/** What an assertion's own clock may be behind ours, beside its end. */
const assertionGraceMs = 60_000;

/** The widget's backend: who asks is checked, their contact is found, and they get what they need to write. */
export function createWidgetDesk(parts: {
  config: WidgetConfig & { readonly deploymentId: string; readonly messagingUrl: string };
  apiUrl: string;
  checkAssertion: CheckAssertion;
  contacts: ContactBook;
  signIns: GuestSignIns;
  links: Pick<ConversationLinks, 'link'>;
  start: (contactId: string) => Promise<StartedConversation>;
  keys: KeyRing;
  table: WidgetTable;
  clock: Clock;
  newId: () => string;
  log: Logger;
}): WidgetJourneys {
  const { config, checkAssertion, contacts, signIns, links, start, keys, table, clock, newId, log } = parts;
  const { deploymentId, messagingUrl } = config;
  const byAddress = createRateLimit(config.perAddress);
  const byUser = createRateLimit(config.perUser);
  const allows = (origin: string | null) => originIsAllowed(origin, config);

  function letIn({ origin, address }: Asker): void {
    limit(byAddress, address);
    if (!allows(origin)) throw refuse('widget.bad-origin', { origin: (origin ?? 'none').slice(0, 100) });
  }

  function limit(rates: ReturnType<typeof createRateLimit>, who: string): void {
    const waitMs = rates.take(who, clock.now());
    if (waitMs > 0) throw refuse('widget.too-many-requests', { retryAfterMs: waitMs });
  }

  async function personOf(assertion: string | null): Promise<Assertion | null> {
    if (assertion === null) {
      if (!config.anonymous) throw refuse('widget.assertion-missing');
      return null;
    }
    const person = await checkAssertion(assertion);
    limit(byUser, person.userId);
    return person;
  }

  /**
   * With a jti it counts once, and in any case when it starts a conversation; it is free again when we could not serve it, for then it
   * served nobody.
   */
  async function counted<T>(
    person: Assertion | null,
    { assertion, start: starts }: TokenRequest,
    work: () => Promise<T>,
  ): Promise<T> {
    const once = person?.jti ?? (starts ? digest(assertion ?? '') : null);
    if (person === null || once === null) return work();
    const key = JSON.stringify([config.issuer, once]);
    if (!(await table.noteAssertion(key, person.expiresAt + assertionGraceMs)))
      throw refuse('widget.replayed');
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ReachbackError) || error.retry !== 'never') await table.forgetAssertion(key);
      throw error;
    }
  }

  async function contactOf(person: Assertion): Promise<string> {
    const { userId, externalId, name, email } = person;
    const ids = [
      { source: config.userSource, value: userId },
      ...(externalId === null ? [] : [{ source: config.externalIdSource, value: externalId }]),
    ];
    return (await contacts.contactOf({ ids, name, email })).contactId;
  }

  /** A contact that was deleted since it was remembered is made anew, once. */
  async function startFor(person: Assertion, contactId: string): Promise<[StartedConversation, string]> {
    try {
      return [await start(contactId), contactId];
    } catch (error) {
      if (!(error instanceof ReachbackError) || error.code !== 'widget.unknown-user') throw error;
      await contacts.forget(contactId);
      const again = await contactOf(person);
      return [await start(again), again];
    }
  }

  async function tokens(
    visitId: string,
    scopes: readonly Scope[],
    jwt: string | null,
  ): Promise<RenewedTokens> {
    const now = clock.now();
    const { token, expiresAt } = await issueWidgetToken(
      keys,
      { visitId, scopes },
      { now, lifeMs: config.tokenMs },
    );
    return { widgetToken: token, expiresAt, expiresInSeconds: Math.floor(config.tokenMs / 1_000), jwt };
  }

  async function visitOf(id: string): Promise<WidgetVisit> {
    const visit = await table.visit(id);
    if (visit === null || clock.now() >= visit.endsAt) throw refuse('widget.visit-over');
    return visit;
  }

  async function serve(person: Assertion | null, asked: TokenRequest) {
    if (asked.start && person === null) throw refuse('widget.assertion-missing');
    const id = newId();
    const attributes = customAttributes(id, person, person?.attributes ?? {});
    if (attributes === null) throw refuse('widget.attributes-too-large');
    const known = person === null ? null : await contactOf(person);
    const signedIn = asked.signIn === null ? null : await signIns.begin(deploymentId, asked.signIn);
    const [conversation, contactId] =
      asked.start && person !== null && known !== null ? await startFor(person, known) : [null, known];
    const now = clock.now();
    await table.addVisit({
      id,
      contactId,
      deploymentId,
      sealed: signedIn?.sealed ?? null,
      createdAt: now,
      endsAt: now + visitMs,
      revokedAt: null,
    });
    if (conversation !== null && contactId !== null)
      await links.link({ conversationId: conversation.id, visitId: id, contactId });
    log.info({ anonymous: person === null, signedIn: signedIn !== null }, 'a widget got a token');
    return {
      ...(await tokens(id, person?.scopes ?? everyScope, signedIn?.jwt ?? null)),
      deploymentId,
      messagingUrl,
      apiUrl: parts.apiUrl,
      sessionToken: asked.sessionToken ?? newId(),
      customAttributes: attributes,
      conversation,
    };
  }

  return {
    allows,
    async issue(request, asker) {
      letIn(asker);
      const person = await personOf(request.assertion);
      return counted(person, request, () => serve(person, request));
    },
    async refresh(widgetToken, asker) {
      letIn(asker);
      const { visitId, scopes } = await readWidgetToken(keys, widgetToken, {
        now: clock.now(),
        scope: 'refresh',
      });
      limit(byUser, visitId);
      const visit = await visitOf(visitId);
      if (visit.revokedAt !== null) throw refuse('widget.revoked');
      return tokens(visitId, scopes, visit.sealed === null ? null : await signIns.renew(visit));
    },
    async revoke(widgetToken, asker) {
      letIn(asker);
      const { visitId } = await readWidgetToken(keys, widgetToken, { now: clock.now(), scope: 'revoke' });
      const visit = await table.visit(visitId);
      if (visit === null || !(await table.revokeVisit(visitId, clock.now())) || visit.sealed === null) return;
      try {
        await signIns.end(visit);
        await table.unseal(visitId);
      } catch (error) {
        log.warn({ err: error }, 'a sign-in is not ended on the platform yet, and is tried again');
      }
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
