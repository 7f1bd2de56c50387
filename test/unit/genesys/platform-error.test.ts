import { equal } from 'node:assert/strict';
import { platformError } from '../../../src/genesys/platform-error.ts';

describe('platformError', () => {
  const asked = { method: 'POST', path: '/api/v2/conversations/messages/agentless' };
  const codeOf = (status: number, body: unknown) =>
    platformError(asked, { status, body, header: () => undefined }).code;

  it('takes a refusal that carries the answer to a send that was taken for no refusal: the message may have gone out', () => {
    const taken = { id: 'b38d', conversationId: '77af', messengerType: 'webmessaging' };
    for (const status of [400, 401, 403, 404, 409, 410, 418, 429, 499])
      equal(codeOf(status, taken), 'genesys.answer-malformed');
  });

  it('believes one that says so, in the platform’s form, as a page of its own, or with nothing', () => {
    equal(codeOf(418, { message: 'No', status: 418 }), 'genesys.refused');
    equal(codeOf(418, { code: 'teapot' }), 'genesys.refused');
    equal(codeOf(418, { error: 'invalid_grant' }), 'genesys.refused');
    equal(codeOf(418, { errors: [{ message: 'No' }] }), 'genesys.refused');
    for (const body of [undefined, null, '<html>No</html>', {}]) equal(codeOf(418, body), 'genesys.refused');
  });

  it('leaves what asks for another try as it is, where another try does no harm or the platform says so', () => {
    for (const status of [401, 429]) {
      const { code } = platformError(
        { method: 'GET', path: '/api/v2/users', idempotent: true },
        { status, body: { id: 'b38d' }, header: () => undefined },
      );
      equal(code, status === 401 ? 'genesys.token-refused' : 'genesys.throttled');
    }
    for (const body of [undefined, {}, { message: 'No' }]) {
      equal(codeOf(401, body), 'genesys.token-refused');
      equal(codeOf(429, body), 'genesys.throttled');
    }
    equal(codeOf(500, { id: 'b38d' }), 'genesys.server-error');
  });
});
