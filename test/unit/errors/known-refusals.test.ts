import { equal, ok } from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connectorError } from '../../../bot/teams/connector-error.ts';
import { tokenRefusal } from '../../../bot/teams/token-refusal.ts';
import { catalogue } from '../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { KnownRefusal, Refuser } from '../../../src/errors/refusals/known-refusal.ts';
import { knownRefusals } from '../../../src/errors/refusals/known-refusals.ts';
import { explain } from '../../../src/explain/explain.ts';
import { createAccessToken } from '../../../src/genesys/access-token.ts';
import { channelFaultCode } from '../../../src/genesys/channel-fault-code.ts';
import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import { networkError, platformError } from '../../../src/genesys/platform-error.ts';
import { SocketFault } from '../../../src/genesys/socket-fault.ts';
import { createGraphDirectory } from '../../../src/graph/graph-directory.ts';
import { storeError } from '../../../src/store/store-error.ts';
import { listeningPort } from '../../support/listening-port.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { scriptedHttp } from '../../support/scripted-http.ts';
import { recordingLog } from '../../support/silent-log.ts';

/** One answer a row is recognised by. */
interface Sample {
  readonly at: string | undefined;
  readonly status: number | undefined;
  readonly says: string | undefined;
  readonly words: string | undefined;
}

function samplesOf({ at, status, says, words }: KnownRefusal): Sample[] {
  return (status ?? [undefined]).flatMap((each) =>
    (says ?? [undefined]).map((said) => ({ at, status: each, says: said, words })),
  );
}

const sqlite: Readonly<Record<string, number>> = {
  SQLITE_PERM: 3,
  SQLITE_BUSY: 5,
  SQLITE_LOCKED: 6,
  SQLITE_READONLY: 8,
  // With its extended part, as the engine gives it.
  SQLITE_IOERR: 10 | (3 << 8),
  SQLITE_CORRUPT: 11,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_NOTADB: 26,
};

describe('what the platforms are known to refuse', () => {
  let server: Server;
  let answer: { status: number; body: unknown };
  before(async () => {
    server = createServer((_request, response) => {
      response.writeHead(answer.status, { 'content-type': 'application/json', 'retry-after': '0' });
      response.end(JSON.stringify(answer.body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  async function rejection(work: Promise<unknown>): Promise<string> {
    const [outcome] = await Promise.allSettled([work]);
    ok(outcome.status === 'rejected' && outcome.reason instanceof ReachbackError);
    return outcome.reason.code;
  }

  /** Gives each refusal to the part of the product that meets it, in the form it comes in. */
  const meet: Readonly<Record<Refuser, (sample: Sample, row: KnownRefusal) => string | Promise<string>>> = {
    genesys({ at = 'GET /api/v2/things', status = 400, says, words = 'Some words.' }) {
      const [method = 'POST', path = at] = /^[A-Z]+ /.test(at) ? at.split(' ') : [];
      const filled = path.replace('$', '').replaceAll('{}', '{thingId}');
      const nested = says === 'invalid_field';
      const body = nested
        ? { status, code: 'bad_request', message: 'Some words.', errors: [{ code: says, message: words }] }
        : { status, code: says, message: words };
      return platformError({ method, path: filled }, { status, header: () => undefined, body }).code;
    },
    'genesys-login'({ says, words = 'x' }) {
      const http = scriptedHttp([
        { status: 401, body: { error: says, description: words, error_description: words } },
      ]);
      const clock = manualClock();
      const { log } = recordingLog();
      const parts = { loginUrl: 'http://login', clientId: 'id', clientSecret: 'secret', http, clock, log };
      return rejection(createAccessToken(parts).get());
    },
    'genesys-network'({ says = '' }, { code }) {
      const fault = new NetworkFault(says, catalogue[code].retry === 'safe');
      return networkError({ method: 'GET', path: '/api/v2/things' }, fault).code;
    },
    'genesys-socket': ({ says = '' }) => channelFaultCode(new SocketFault(says, false)),
    'genesys-guest': ({ says }) =>
      explain(JSON.stringify({ type: 'response', class: 'string', code: says, body: 'x' })).found[0]?.code ??
      '',
    teams({ at = 'post', status, says, words = 'x' }) {
      ok(at === 'post' || at === 'update' || at === 'reply' || at === 'member');
      const body = { error: { code: says ?? 'Other', message: words } };
      return connectorError({ statusCode: status, message: words, body }, at, 0).code;
    },
    'teams-network': ({ says }) => connectorError({ code: says, message: 'x' }, 'post', 0).code,
    'microsoft-login': ({ says = 'invalid_client', words = 'x' }) =>
      connectorError({ errorCode: says, message: `${words}: x` }, 'post', 0).code,
    'teams-token': ({ says, words = 'x' }) =>
      tokenRefusal(Object.assign(new Error(words), says?.length === 3 ? { claim: says } : { code: says })),
    graph({ status = 0, says = 'Other' }) {
      answer = { status, body: { error: { code: says, message: 'x' } } };
      const baseUrl = `http://127.0.0.1:${listeningPort(server)}/`;
      return rejection(createGraphDirectory({ token: async () => 'token', baseUrl }).personOf('1'));
    },
    store({ says = '' }) {
      const errcode = sqlite[says];
      return storeError(errcode === undefined ? { code: says } : { code: 'ERR_SQLITE_ERROR', errcode }).code;
    },
  };

  for (const row of knownRefusals) {
    for (const sample of samplesOf(row)) {
      const { at = '', status = '', says = '', words = '' } = sample;
      it(`${row.by}: ${[at, status, says, words].filter((part) => part !== '').join(' ')} → ${row.code}`, async () => {
        equal(await meet[row.by](sample, row), row.code);
      });
    }
  }

  it('are told apart from what nobody has seen yet, which has the general code of its status', () => {
    const asked = { method: 'POST', path: '/api/v2/things' };
    for (const [status, code] of [
      [302, 'genesys.answer-malformed'],
      [400, 'genesys.refused'],
      [403, 'genesys.refused'],
      [418, 'genesys.refused'],
      [507, 'genesys.server-error'],
    ] as const)
      equal(platformError(asked, { status, header: () => undefined, body: {} }).code, code);
    equal(connectorError({ statusCode: 418 }, 'post', 0).code, 'teams.unreachable');
    equal(storeError(new Error('x')).code, 'store.unavailable');
  });
});
