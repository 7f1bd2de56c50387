const base = '/sandbox/v1';

/**
 * Asks the sandbox; throws an Error with its sentence when it refuses, or a sentence of ours when it is not there.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
async function ask(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('The sandbox does not answer. Is it still running?');
  });
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.error ?? `The sandbox answered ${answer.status}.`);
  return content;
}

const inChat = (/** @type {string} */ chatId, /** @type {string} */ what) =>
  `/teams/conversations/${encodeURIComponent(chatId)}/${what}`;

/** The sandbox's control routes the page uses. */
export const controlApi = {
  state: () => ask('GET', '/state'),
  /** @param {number} after */
  record: (after) => ask('GET', `/record?after=${after}`),
  /** @param {number} after */
  requests: (after) => ask('GET', `/requests?after=${after}`),
  clock: () => ask('GET', '/clock'),
  /** The customer stops sharing their page. @param {string} sessionId */
  endCobrowse: (sessionId) => ask('POST', `/cobrowses/${encodeURIComponent(sessionId)}`, { end: true }),
  /** @param {number} advanceSeconds */
  advance: (advanceSeconds) => ask('POST', '/clock', { advanceSeconds }),
  faults: () => ask('GET', '/faults'),
  /** @param {object} fault */
  addFault: (fault) => ask('POST', '/faults', fault),
  clearFaults: () => ask('DELETE', '/faults'),
  /** @param {string} topic how the topics begin */
  frames: (topic) => ask('GET', `/frames?topic=${encodeURIComponent(topic)}`),
  /** @param {string} conversationId */
  conversation: (conversationId) => ask('GET', `/conversations/${conversationId}`),
  /** @param {string} conversationId @param {string} what what the agent's side does */
  act: (conversationId, what) => ask('POST', `/conversations/${conversationId}/${what}`, {}),
  /** @param {string} conversationId @param {string} text what the agent who is in it writes */
  write: (conversationId, text) => ask('POST', `/conversations/${conversationId}/messages`, { text }),
  /** @param {string} customerId */
  conversationsOf: async (customerId) =>
    (await ask('GET', `/customers/${customerId}/conversations`)).conversations,
  reset: () => ask('POST', '/reset', {}),
  /** @param {string} agentId @param {string} presence */
  setPresence: (agentId, presence) => ask('POST', `/agents/${agentId}/presence`, { presence }),
  /** @param {string} chatId */
  activities: (chatId) => ask('GET', inChat(chatId, 'activities')),
  /** @param {string} chatId @param {string} userId @param {string} text */
  say: (chatId, userId, text) => ask('POST', inChat(chatId, 'messages'), { userId, text }),
  /** @param {string} chatId @param {{ userId: string, activityId: string, verb: string, data: unknown }} press */
  press: (chatId, press) => ask('POST', inChat(chatId, 'actions'), press),
};
