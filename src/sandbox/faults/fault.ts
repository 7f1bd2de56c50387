import { z } from 'zod';
import { connectorErrorCodes } from '../teams/connector/connector-error.ts';

/** With more repetitions the mere translation of an expression may take for ever, which nothing can interrupt. */
const mostRepetitions = 12;
const pattern = z
  .string()
  .max(1000)
  .refine((text) => (text.match(/[*+?{]/g) ?? []).length <= mostRepetitions, 'too many repetitions')
  .refine(isPattern, 'not a regular expression');
const milliseconds = z.int().nonnegative().max(3_600_000);
const closeCode = z.union([z.int().min(1000).max(1014), z.int().min(3000).max(4999)]);

/** How often: `count` times (1 unless told), or a `share` of all that fit, drawn from `seed`, until `count` if that is given. */
const often = {
  count: z.int().min(1).max(1_000_000).optional(),
  share: z.number().gt(0).max(1).optional(),
  seed: z.string().min(1).optional(),
};

/** What happens to one exchange; several may be asked for at once (late and then refused). */
const exchange = {
  /** `before`: nothing is stored; `after`: the work is done and only the answer is lost. */
  when: z.enum(['before', 'after']).default('before'),
  latencyMs: milliseconds.optional(),
  status: z.int().min(400).max(599).optional(),
  /** Of a refusal that may be waited for: sent as it is, so that it can be absurd; null leaves the header out. */
  retryAfter: z
    .union([z.number(), z.string().regex(/^[\x20-\x7e]*$/, 'not a header value'), z.null()])
    .optional(),
  /** Cuts the connection instead of answering, or (`mid-answer`, always after) with half of the answer gone out. */
  reset: z.union([z.boolean(), z.literal('mid-answer')]).optional(),
  /** Half of the JSON, a page of some gateway, or nothing at all; with `status`, else the true one (200 before). */
  body: z.enum(['cut', 'html', 'empty']).optional(),
};

const endpoint = z.strictObject({
  on: z.literal('endpoint'),
  method: z.string().min(1).optional(),
  /** On the path without its query; the platform's paths and the connector's. */
  path: pattern,
  /** Only requests with a token of this organisation. */
  orgId: z.string().optional(),
  ...exchange,
  code: z.string().min(1).optional(),
  message: z.string().optional(),
  ...often,
});

const teamsCalls = ['send', 'create', 'update', 'delete', 'member', 'members', 'team', 'any'] as const;

const teams = z.strictObject({
  on: z.literal('teams'),
  call: z.enum(teamsCalls).default('any'),
  /** Only calls to this conversation or a thread in it. */
  conversationId: z.string().optional(),
  /** Of the connector, with its documented status and body. */
  code: z.enum(connectorErrorCodes).optional(),
  ...exchange,
  ...often,
});

const onTopic = { on: z.literal('topic'), topic: pattern, ...often };

const topic = z.discriminatedUnion('what', [
  z.strictObject({ ...onTopic, what: z.literal('lose') }),
  z.strictObject({ ...onTopic, what: z.literal('duplicate'), delayMs: milliseconds.default(0) }),
  z.strictObject({ ...onTopic, what: z.literal('late'), delayMs: milliseconds.default(1_000) }),
  /** Held back until the next event that fits has gone out, at the longest `delayMs`. */
  z.strictObject({ ...onTopic, what: z.literal('reorder'), delayMs: milliseconds.default(1_000) }),
]);

const onChannel = {
  on: z.literal('channel'),
  channelId: z.string().optional(),
  /** Only channels of a client of this organisation. */
  orgId: z.string().optional(),
  ...often,
};

const channel = z.discriminatedUnion('what', [
  z.strictObject({ ...onChannel, what: z.literal('black-hole') }),
  /** 1006 cuts it without a word. */
  z.strictObject({ ...onChannel, what: z.literal('close'), closeCode: closeCode.default(1001) }),
  z.strictObject({ ...onChannel, what: z.literal('refuse'), status: z.int().min(400).max(599).default(503) }),
  /** Topics that fit are no longer told of; REST still lists them unless `listed` is false. */
  z.strictObject({
    ...onChannel,
    what: z.literal('drop-subscription'),
    topic: pattern.default('.'),
    listed: z.boolean().default(true),
  }),
  z.strictObject({ ...onChannel, what: z.literal('evict') }),
  /** `v2.system.socket_closing`, and so much later the socket is closed. */
  z.strictObject({
    ...onChannel,
    what: z.literal('socket-closing'),
    dropAfterMs: milliseconds.default(60_000),
  }),
]);

const onGuest = { on: z.literal('guest'), deploymentId: z.string().optional(), ...often };

const guest = z.discriminatedUnion('what', [
  z.strictObject({ ...onGuest, what: z.literal('black-hole') }),
  z.strictObject({ ...onGuest, what: z.literal('close'), closeCode: closeCode.default(1001) }),
  z.strictObject({ ...onGuest, what: z.literal('refuse'), status: z.int().min(400).max(599).default(503) }),
]);

/** Acts at once: every token that fits is refused from now on, and the channels made with it are told. */
const token = z.strictObject({
  on: z.literal('token'),
  what: z.literal('revoke'),
  orgId: z.string().optional(),
  clientId: z.string().optional(),
});

const onBot = {
  on: z.literal('bot'),
  /** Only activities of this type: `message`, `invoke`, `installationUpdate`, `conversationUpdate`. */
  activity: z.string().min(1).optional(),
  conversationId: z.string().optional(),
  ...often,
};

const bot = z.discriminatedUnion('what', [
  z.strictObject({ ...onBot, what: z.literal('duplicate') }),
  z.strictObject({ ...onBot, what: z.literal('late'), delayMs: milliseconds.default(1_000) }),
  z.strictObject({ ...onBot, what: z.literal('reorder'), delayMs: milliseconds.default(1_000) }),
  /** Teams hangs up on a bot that takes longer. */
  z.strictObject({ ...onBot, what: z.literal('give-up'), afterMs: milliseconds.default(5_000) }),
]);

const anyFault = z.discriminatedUnion('on', [endpoint, teams, topic, channel, guest, token, bot]);

/** A fault as it is asked for: `on` says what it acts on, an endpoint when it is left out. */
export const faultRequest = z
  .preprocess(
    (asked) =>
      typeof asked === 'object' && asked !== null && !('on' in asked) ? { on: 'endpoint', ...asked } : asked,
    anyFault,
  )
  .superRefine((fault, { addIssue }) => {
    const refuse = (message: string): void => addIssue({ code: 'custom', message });
    if (fault.on === 'token') return;
    if (fault.seed !== undefined && fault.share === undefined) refuse('a seed goes with a share');
    if (fault.on !== 'endpoint' && fault.on !== 'teams') return;
    const { latencyMs, reset, body, code, retryAfter } = fault;
    const refused = fault.status !== undefined || (fault.on === 'teams' && code !== undefined);
    const acts = refused || latencyMs !== undefined || body !== undefined || (reset ?? false) !== false;
    if (!acts) refuse('a fault needs a status, a code of the connector, a latencyMs, a body or a reset');
    if (!refused && (code !== undefined || retryAfter !== undefined))
      refuse('code and retryAfter go with a status');
    if (reset !== undefined && reset !== false && (refused || body !== undefined))
      refuse('a reset goes without status, code and body');
  });

export type Fault = z.infer<typeof anyFault>;
export type FaultOn<On extends Fault['on']> = Extract<Fault, { on: On }>;
/** A fault of one exchange: a request and its answer. */
export type ExchangeFault = FaultOn<'endpoint'> | FaultOn<'teams'>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
