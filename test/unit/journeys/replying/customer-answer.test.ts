import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { customerAnswer } from '../../../../src/journeys/replying/customer-answer.ts';
import { exampleConversation } from '../../../support/example-conversation.ts';

const start = Date.UTC(2026, 10, 21, 14);
const iso = (minute: number) => new Date(start + minute * 60_000).toISOString();
const outreach = { conversationId: 'c', answer: null, attemptedAt: start + 10 * 60_000 };

interface Wrote {
  readonly id: string;
  readonly minute: number;
  readonly text?: string;
  readonly content?: readonly unknown[];
  readonly status?: string;
}

/** A platform whose customer wrote this. */
function having(wrote: readonly Wrote[]): PlatformCall {
  return async ({ path, body, answer }) => {
    const conversation = exampleConversation({
      start,
      customer: wrote.map(({ id, minute, status = 'received' }) => ({
        messageId: id,
        messageTime: iso(minute),
        messageStatus: status,
      })),
    });
    const ids: readonly unknown[] = Array.isArray(body) ? body : [];
    const entities = wrote
      .filter(({ id }) => ids.includes(id))
      .toReversed()
      .map(({ id, minute, text, content }) => ({
        id,
        timestamp: iso(minute),
        direction: 'inbound',
        normalizedMessage: { text, content },
      }));
    const told = path.endsWith('/bulk') ? { entities } : conversation;
    return { body: answer.parse(told), status: 200, correlationId: null };
  };
}

const failing =
  (code: 'genesys.not-found' | 'genesys.answer-malformed' | 'genesys.server-error'): PlatformCall =>
  () =>
    Promise.reject(new ReachbackError(code));

describe('what a customer answered', () => {
  it('is what they wrote after our message, oldest first, the last three', async () => {
    const said = await customerAnswer(
      having([
        { id: '1', minute: 5, text: 'before' },
        { id: '2', minute: 11, text: 'one' },
        { id: '3', minute: 12, text: 'ours', status: 'delivery-success' },
        { id: '4', minute: 13, text: '  two ' },
        { id: '5', minute: 14 },
        { id: '6', minute: 15, text: 'three' },
        { id: '7', minute: 16, text: 'four' },
      ]),
      outreach,
    );
    assert.deepEqual(said, [
      { kind: 'text', text: 'two' },
      { kind: 'text', text: 'three' },
      { kind: 'text', text: 'four' },
    ]);
  });

  it('is cut at a thousand characters, what was said before at fewer, and never through one', async () => {
    const long = '👋'.repeat(1_500);
    const said = await customerAnswer(
      having([
        { id: '1', minute: 11, text: long },
        { id: '2', minute: 12, text: long },
      ]),
      outreach,
    );
    assert.deepEqual(
      said?.map(({ text }) => [[...text].length, /^👋+…$/u.test(text)]),
      [
        [200, true],
        [1_000, true],
      ],
    );
  });

  it('names what is no text', async () => {
    const attached = (mediaType: string, filename?: string) => ({
      contentType: 'Attachment',
      attachment: { mediaType, ...(filename === undefined ? {} : { filename }) },
    });
    const said = await customerAnswer(
      having([
        { id: '1', minute: 11, content: [attached('Image', 'label.png')] },
        { id: '2', minute: 12, content: [attached('Audio'), { contentType: 'QuickReply' }] },
        { id: '3', minute: 13, text: 'see there', content: [] },
      ]),
      outreach,
    );
    assert.deepEqual(said, [
      { kind: 'picture', text: 'label.png' },
      { kind: 'sound', text: '' },
      { kind: 'text', text: 'see there' },
    ]);
  });

  it('is null where it never can be read, and asked for again where it may be', async () => {
    assert.equal(await customerAnswer(failing('genesys.not-found'), outreach), null);
    assert.equal(await customerAnswer(failing('genesys.answer-malformed'), outreach), null);
    await assert.rejects(customerAnswer(failing('genesys.server-error'), outreach));
    assert.deepEqual(await customerAnswer(having([]), outreach), []);
  });
});
