import assert from 'node:assert/strict';

const page = new URL('../../../../src/sandbox/page/', import.meta.url);
const { standing } = await import(new URL('customer/standing.js', page).href);

describe('the line that says who serves a conversation', () => {
  const agent = (name: string, ...states: string[]) => ({
    purpose: 'agent',
    name,
    legs: states.map((state) => ({ state })),
  });
  const cases: [what: string, participants: object[], words: string, act: string][] = [
    ['nobody yet', [{ purpose: 'customer', legs: [] }], 'Waits for an agent', 'answer'],
    ['one who left', [agent('Maya', 'disconnected')], 'Waits for an agent', 'answer'],
    ['one who rings', [agent('Maya', 'alerting')], 'Rings at Maya', 'answer'],
    ['one who talks', [agent('Maya', 'connected')], 'In a chat with Maya', 'disconnect'],
    [
      'one who came back',
      [agent('Tom', 'disconnected'), agent('Maya', 'disconnected', 'connected')],
      'In a chat with Maya',
      'disconnect',
    ],
  ];
  for (const [what, participants, words, act] of cases)
    it(what, () => assert.partialDeepStrictEqual(standing(participants), { words, act }));
});
