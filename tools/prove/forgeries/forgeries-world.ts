import { createChance } from '../chance.ts';
import { startLife } from '../ground/start-life.ts';
import { takeOut } from '../ground/take-out.ts';
import type { Problem } from '../suite.ts';
import { type AskWidget, createAskWidget, type WidgetAnswer } from '../widget/ask-widget.ts';
import { forgeries, goodDraft, signed } from './forge-assertion.ts';
import { signTicket, ticketClaims, ticketForgeries } from './forge-ticket.ts';
import { signatureOf, webhookForgeries, webhookText } from './forge-webhook.ts';
import { type ForgeriesGround, startForgeriesGround } from './forgeries-ground.ts';

type Breach = Pick<Problem, 'promise' | 'what'>;

export interface ForgeriesResult {
  /** By what was forged. */
  readonly tried: Readonly<Record<Kind, number>>;
  readonly accepted: number;
  /** Kinds of forgery. */
  readonly ways: number;
  readonly breaches: readonly Breach[];
}

type Kind = 'assertions' | 'widget tokens' | 'tickets' | 'webhooks';

/** One thing to send, what it is, and whether its answer means that it was believed. */
interface Trial {
  readonly kind: Kind;
  readonly way: string;
  readonly send: () => Promise<WidgetAnswer | null>;
  readonly believed: (answer: WidgetAnswer) => boolean;
}

const promise = 'Nothing forged is believed';
const ok = ({ status }: WidgetAnswer): boolean => status < 400;
/** What the signature is looked at before: only these say that it did not hold. */
const notTurnedAway = ({ status }: WidgetAnswer): boolean => status !== 401 && status !== 403;

/** What would stand in the sandbox's log of requests if one had been believed. */
const traces = /\/externalcontacts\/|\/messaging\/conversations$|\/webdeployments\/token\/|\/inbound\/open/;

/** Forged and mangled assertions, tickets and webhooks over HTTP against the real program; good ones before and after, so that the doors are known to be open. */
export async function runForgeries(options: {
  seed: string;
  count: number;
  atOnce: number;
  without: string | null;
  say: (line: string) => void;
}): Promise<ForgeriesResult> {
  const { seed, count, atOnce, without, say } = options;
  const chance = createChance(`${seed}/forgeries`);
  const ground = await startForgeriesGround(seed, chance);
  const { world } = ground;
  const life = startLife(world, takeOut(without));
  const { ask, close } = createAskWidget(world.port, world.origin, atOnce);
  const breaches: Breach[] = [];
  const tried: Record<Kind, number> = { assertions: 0, 'widget tokens': 0, tickets: 0, webhooks: 0 };
  let accepted = 0;
  try {
    if (!(await life.ready()))
      throw new Error(`the program did not start: see ${world.directory}/program.log`);
    const run = `forged-${chance.bytes(4).toString('hex')}`;
    const known = await tryGood(ground, ask, `${run}-good`, breaches);
    const before = (await world.sandbox.requests()).at(-1)?.seq ?? 0;
    const trials = await draftTrials({
      ground,
      ask,
      count,
      run,
      widgetToken: known.widgetToken,
      used: known.used,
    });
    const waiting = chance.shuffled(trials);
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          const { kind, way, send, believed } = next;
          const answer = await send();
          tried[kind] += 1;
          if (answer === null) {
            breaches.push({ promise: 'Everything is answered', what: `${kind}, ${way}: no answer` });
          } else if (answer.status >= 500) {
            breaches.push({ promise: 'Everything is answered', what: `${kind}, ${way}: ${answer.status}` });
          } else if (believed(answer)) {
            accepted += 1;
            breaches.push({ promise, what: `${kind}, ${way}: answered ${answer.status}` });
          }
        }
      }),
    );
    const seen = (await world.sandbox.requests(before)).filter(({ path }) => traces.test(path));
    for (const { method, path } of seen)
      breaches.push({ promise, what: `it led to ${method} ${path} on the platform` });
    const contacts = await world.contactsWith(run);
    if (contacts !== 1)
      breaches.push({ promise, what: `${contacts} contacts there, 1 was made by a good assertion` });
    await tryGood(ground, ask, `${run}-good`, breaches);
    for (const [kind, number] of Object.entries(tried)) say(`${number} ${kind}`);
    const ways =
      Object.keys(forgeries).length +
      Object.keys(ticketForgeries).length +
      Object.keys(webhookForgeries).length;
    return { tried, accepted, ways, breaches };
  } finally {
    close();
    await life.kill();
    await ground.end(breaches.length > 0);
  }
}

/** One good one of each, which must be taken; else their refusal would prove nothing. */
async function tryGood(ground: ForgeriesGround, ask: AskWidget, user: string, breaches: Breach[]) {
  const { world, ticket, partnerId, webhookToken } = ground;
  const { chance } = ticket;
  const used = await world.site.assert({ sub: user, jti: chance.bytes(12).toString('hex') });
  const answers = {
    assertion: await ask('/widget/token', { assertion: used }),
    ticket: await ask('/hand-off/tickets', {
      ticket: await signTicket(ticketClaims(ticket), { key: ticket.privateKey }),
    }),
  };
  for (let index = 0; index < 8; index += 1) {
    const assertion = await signed(goodDraft(user, world.site, ground.pairs, chance));
    const answer = await ask('/widget/token', { assertion });
    if (answer?.status !== 200)
      breaches.push({
        promise: 'What is good is taken',
        what: `assertion: ${answer?.status} ${answer?.body}`,
      });
  }
  for (const [name, answer] of Object.entries(answers))
    if (answer?.status !== 200)
      breaches.push({ promise: 'What is good is taken', what: `${name}: ${answer?.status} ${answer?.body}` });
  // Its signature holds, and only then is it found to be about nothing we know.
  const body = webhookText(chance);
  const hook = await ask(`/hooks/open-messaging/${partnerId}`, body, {
    'x-hub-signature-256': signatureOf(body, webhookToken),
  });
  if (hook?.status !== 404)
    breaches.push({ promise: 'What is good is taken', what: `webhook: ${hook?.status} ${hook?.body}` });
  const given: unknown = JSON.parse(answers.assertion?.body ?? '{}');
  const token: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, 'widgetToken') : '';
  return { widgetToken: String(token), used };
}

async function draftTrials(parts: {
  ground: ForgeriesGround;
  ask: AskWidget;
  count: number;
  run: string;
  widgetToken: string;
  used: string;
}): Promise<Trial[]> {
  const { ground, ask, count, run, widgetToken, used } = parts;
  const { world, pairs, strangers, ticket, partnerId, webhookToken } = ground;
  const { chance } = ticket;
  const trials: Trial[] = [];
  const token = (way: string, assertion: string): Trial => ({
    kind: 'assertions',
    way,
    send: () => ask('/widget/token', { assertion }),
    believed: ok,
  });
  const bearer = (way: string, path: string, text: string): Trial => ({
    kind: 'widget tokens',
    way,
    send: () => ask(path, {}, { authorization: `Bearer ${text}` }),
    believed: ok,
  });
  const ways = Object.entries(forgeries);
  const ticketWays = Object.entries(ticketForgeries);
  const hookWays = Object.entries(webhookForgeries);
  const spent = await signTicket(ticketClaims(ticket), { key: ticket.privateKey });
  await ask('/hand-off/tickets', { ticket: spent });
  for (let index = 0; index < count; index += 1) {
    const user = `${run}-${index}`;
    const part = index % 20;
    const nth = Math.floor(index / 20);
    if (part < 11) {
      const [way, forge] = ways[(nth * 11 + part) % ways.length] ?? ['', () => ''];
      const draft = goodDraft(user, world.site, pairs, chance);
      trials.push(token(way, await forge(draft, { chance, pairs, strangers })));
    } else if (part === 11) trials.push(token('used before', used));
    else if (part === 12) trials.push(token('a widget token as assertion', widgetToken));
    else if (part === 13) {
      const path = chance.pick(['/widget/refresh', '/widget/revoke']);
      const good = await signed(goodDraft(user, world.site, pairs, chance));
      const [head = '', payload = '', signature = ''] = widgetToken.split('.');
      const bytes = Buffer.from(payload, 'base64url');
      const at = chance.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
      const [way, text] = chance.pick([
        ['an assertion as widget token', good],
        ['a bit of the payload', `${head}.${bytes.toString('base64url')}.${signature}`],
        ['no signature', `${head}.${payload}.`],
        ['a signature of noise', `${head}.${payload}.${chance.bytes(32).toString('base64url')}`],
      ]);
      trials.push(bearer(way, path, text));
    } else if (part < 17) {
      const [way, forge] = ticketWays[(nth * 3 + part) % ticketWays.length] ?? ['', async () => ''];
      const text = nth % 10 === 0 && part === 14 ? spent : await forge(ticket);
      trials.push({
        kind: 'tickets',
        way: text === spent ? 'used before' : way,
        send: () => ask('/hand-off/tickets', { ticket: text }),
        believed: ok,
      });
    } else {
      const [way, forge] = hookWays[(nth * 3 + part) % hookWays.length] ?? [];
      if (way === undefined || forge === undefined) continue;
      const { body, signature } = forge(webhookText(chance), webhookToken, chance);
      const headers = signature === null ? {} : { 'x-hub-signature-256': signature };
      trials.push({
        kind: 'webhooks',
        way,
        send: () => ask(`/hooks/open-messaging/${partnerId}`, body, headers),
        believed: notTurnedAway,
      });
    }
  }
  return trials;
}
