import { equal } from 'node:assert/strict';
import { networkFaultOf } from '../../../src/genesys/network-fault.ts';

const thrown = (facts: object, cause?: unknown) => Object.assign(new Error('x', { cause }), facts);

describe('networkFaultOf', () => {
  for (const [name, error] of [
    ['a refused connection', thrown({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['every address refused', thrown({ code: 'ECONNREFUSED' })],
    ['a name nobody has', thrown({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
    ['a connection that timed out', thrown({ code: 'ETIMEDOUT', syscall: 'connect' })],
    ['an unreachable host', thrown({ code: 'EHOSTUNREACH' }, thrown({ syscall: 'connect' }))],
    ['an untrusted certificate', thrown({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })],
    ['a certificate of another host', thrown({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })],
  ] as const)
    it(`${name}: nothing left`, () => equal(networkFaultOf(error).neverLeft, true));

  for (const [name, error] of [
    ['a reset', thrown({ code: 'ECONNRESET', syscall: 'read' })],
    ['a broken pipe', thrown({ code: 'EPIPE', syscall: 'write' })],
    ['a host unreachable later', thrown({ code: 'EHOSTUNREACH', syscall: 'read' })],
    ['an answer too large', thrown({ code: 'ERR_BAD_RESPONSE' })],
    ['anything else', 'boom'],
  ] as const)
    it(`${name}: it may have`, () => equal(networkFaultOf(error).neverLeft, false));

  it('carries the code and nothing of the request', () => {
    const fault = networkFaultOf(
      thrown({ code: 'ECONNRESET', config: { headers: { authorization: 'Bearer x' } } }),
    );
    equal(fault.reason, 'ECONNRESET');
    equal(JSON.stringify(fault).includes('Bearer'), false);
    equal(fault.cause, undefined);
  });
});
