import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import nock from 'nock';
import { createClientCredentialsToken } from '../../../src/graph/client-credentials-token.ts';
import { createGraphDirectory } from '../../../src/graph/graph-directory.ts';
import { listeningPort } from '../../support/listening-port.ts';

const credentials = { tenantId: 'tenant-1', clientId: 'app-1', clientSecret: 'secret-1' };

// Importing nock patches http for the whole process, and every test file is imported before the first test runs.
nock.restore();

describe('the directory, on the wire', () => {
  afterEach(() => nock.cleanAll());
  after(() => nock.restore());
  before(() => {
    if (!nock.isActive()) nock.activate();
  });

  it('asks Microsoft for a token by client credentials, then for one person’s mail', async () => {
    const login = nock('https://login.microsoftonline.com')
      .post('/tenant-1/oauth2/v2.0/token', {
        grant_type: 'client_credentials',
        client_id: 'app-1',
        client_secret: 'secret-1',
        scope: 'https://graph.microsoft.com/.default',
      })
      .reply(200, { access_token: 'token-1', expires_in: 3600, token_type: 'Bearer' });
    const graph = nock('https://graph.microsoft.com', { reqheaders: { authorization: 'Bearer token-1' } })
      .get('/v1.0/users/aad-1')
      .query({ $select: 'mail,userPrincipalName,userType' })
      .reply(200, { mail: 'ada@northwind.example', userPrincipalName: 'ada@northwind.onmicrosoft.example' });

    const directory = createGraphDirectory({ token: createClientCredentialsToken(credentials, () => 0) });
    assert.deepEqual(await directory.personOf('aad-1'), { email: 'ada@northwind.example', guest: false });
    login.done();
    graph.done();
  });
});

describe('the directory, against a local stand-in', () => {
  let server: Server;
  let baseUrl: string;
  let seen: IncomingMessage[] = [];
  let answers: { status: number; body?: unknown; headers?: Record<string, string> }[] = [];

  before(async () => {
    server = createServer((request, response) => {
      seen.push(request);
      const { status, body, headers } = answers.shift() ?? { status: 500 };
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body ?? {}));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    baseUrl = `http://127.0.0.1:${listeningPort(server)}/`;
  });
  beforeEach(() => {
    seen = [];
    answers = [];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const directory = () => createGraphDirectory({ token: async () => 'token-2', baseUrl });

  it('signs over plain http too, and falls back to the sign-in name', async () => {
    answers = [{ status: 200, body: { mail: null, userPrincipalName: 'bo@northwind.example' } }];
    assert.equal((await directory().personOf('aad-2'))?.email, 'bo@northwind.example');
    assert.equal(seen[0]?.headers.authorization, 'Bearer token-2');
  });

  it('knows nobody where Graph knows nobody', async () => {
    answers = [{ status: 404, body: { error: { code: 'Request_ResourceNotFound', message: 'no' } } }];
    assert.equal(await directory().personOf('aad-3'), null);
  });

  it('knows guests by their type, or by the sign-in name guests get', async () => {
    answers = [
      {
        status: 200,
        body: { mail: 'x@contoso.example', userPrincipalName: 'x@contoso.example', userType: 'Guest' },
      },
      { status: 200, body: { userPrincipalName: 'x_contoso.example#EXT#@northwind.example' } },
    ];
    assert.equal((await directory().personOf('aad-6'))?.guest, true);
    assert.equal((await directory().personOf('aad-7'))?.guest, true);
  });

  it('lists the people among a group’s owners, and only their id where it may show no more', async () => {
    const value = [
      {
        '@odata.type': '#microsoft.graph.user',
        id: 'aad-1',
        displayName: 'Kim',
        mail: 'kim@northwind.example',
      },
      { '@odata.type': '#microsoft.graph.servicePrincipal', id: 'aad-2', displayName: 'A program' },
      { id: 'aad-3', displayName: null, mail: null, userPrincipalName: null },
    ];
    answers = [{ status: 200, body: { value } }];
    assert.deepEqual(await directory().ownersOf('group-1'), [
      { aadObjectId: 'aad-1', name: 'Kim', email: 'kim@northwind.example' },
      { aadObjectId: 'aad-3', name: null, email: null },
    ]);
    assert.match(seen[0]?.url ?? '', /^\/v1\.0\/groups\/group-1\/owners\?/);
  });

  it('does not take a group nobody knows for one without owners', async () => {
    answers = [{ status: 404, body: { error: { code: 'Request_ResourceNotFound', message: 'no' } } }];
    await assert.rejects(directory().ownersOf('group-2'), { name: 'ReachbackError' });
  });

  it('names a missing permission as such', async () => {
    answers = [{ status: 403, body: { error: { code: 'Authorization_RequestDenied', message: 'no' } } }];
    await assert.rejects(directory().personOf('aad-4'), { code: 'teams.directory.permission-missing' });
  });

  it('waits out a throttle', async () => {
    answers = [
      { status: 429, headers: { 'retry-after': '0' }, body: { error: { code: 'TooManyRequests' } } },
      { status: 200, body: { mail: 'eve@northwind.example' } },
    ];
    assert.equal((await directory().personOf('aad-5'))?.email, 'eve@northwind.example');
  });

  it('keeps a token until five minutes before its end, and shares one request', async () => {
    let now = 0;
    const token = createClientCredentialsToken({ ...credentials, loginUrl: baseUrl.slice(0, -1) }, () => now);
    answers = [
      { status: 200, body: { access_token: 'a', expires_in: 3600 } },
      { status: 200, body: { access_token: 'b', expires_in: 3600 } },
    ];
    assert.deepEqual(await Promise.all([token(), token()]), ['a', 'a']);
    now = 54 * 60_000;
    assert.equal(await token(), 'a');
    now = 56 * 60_000;
    assert.equal(await token(), 'b');
  });

  it('tells a refused secret from a silent login service, and never repeats the secret', async () => {
    const token = createClientCredentialsToken({ ...credentials, loginUrl: baseUrl.slice(0, -1) }, () => 0);
    const expired = { error: 'invalid_client', error_description: 'AADSTS7000222: The secret is expired.' };
    answers = [
      { status: 401, body: { error: 'invalid_client' } },
      { status: 401, body: expired },
      { status: 400, body: { error: 'something_new' } },
      { status: 503 },
    ];
    await assert.rejects(token(), { code: 'teams.sign-in.client-refused' });
    await assert.rejects(token(), { code: 'teams.sign-in.secret-expired' });
    await assert.rejects(token(), { code: 'teams.directory-refused' });
    await assert.rejects(
      token(),
      (error: Error) => !JSON.stringify(error).includes('secret-1') && /did not answer/.test(error.message),
    );
  });
});
