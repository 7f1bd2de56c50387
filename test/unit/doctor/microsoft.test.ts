import assert from 'node:assert/strict';
import nock from 'nock';
import { Secret } from '../../../src/config/secret.ts';
import { directory } from '../../../tools/doctor/checks/directory.ts';
import { teams } from '../../../tools/doctor/checks/teams.ts';
import { within } from '../../../tools/doctor/within.ts';

// It patches Node's HTTP for everybody from its import on; only these tests are to feel it.
nock.restore();

const tenantId = '31fe3bac-dea6-44b7-bed7-47f91660a1a0';
const config = {
  appId: '6a3af858-942f-489d-9700-5f9bcdcdae9b',
  appPassword: new Secret('hunter4'),
  tenantId,
};
const login = 'https://login.microsoftonline.com';
const path = `/${tenantId}/oauth2/v2.0/token`;

describe('the doctor’s checks of Microsoft’s side', () => {
  before(() => {
    if (!nock.isActive()) nock.activate();
  });
  afterEach(() => nock.cleanAll());
  after(() => nock.restore());

  it('asks for a token of the Bot Framework, and for nothing without credentials', async () => {
    const asked = nock(login)
      .post(path, (form) => form.scope === 'https://api.botframework.com/.default')
      .reply(200, { access_token: 'token', expires_in: 3600 });
    const found = await teams(config, { why: 'why' });
    assert.equal(found.level, 'ok');
    assert.ok(asked.isDone());
    assert.match((await teams(null, { why: 'it is off.' })).said, /skipped: it is off\./);
    assert.match(
      (await directory(null, { why: 'it is off.', now: () => 0, supervisorTeam: null })).said,
      /skipped: it is off\./,
    );
  });

  for (const [number, code] of [
    ['AADSTS7000215', 'teams.sign-in.secret-wrong'],
    ['AADSTS7000222', 'teams.sign-in.secret-expired'],
    ['AADSTS700016', 'teams.sign-in.app-unknown'],
    ['AADSTS90002', 'teams.sign-in.tenant-unknown'],
  ] as const)
    it(`knows ${number}, and shows neither the password nor Microsoft’s words`, async () => {
      nock(login)
        .post(path)
        .reply(401, { error: 'invalid_client', error_description: `${number}: words with hunter4` });
      const found = await teams(config, { why: '' });
      assert.equal('code' in found && found.code, code);
      assert.equal(found.level, 'problem');
      assert.doesNotMatch(JSON.stringify(found), /hunter4/);
    });

  it('takes any other refusal for refused credentials, and a fault of Microsoft’s for one', async () => {
    nock(login).post(path).reply(400, 'what');
    const refused = await teams(config, { why: '' });
    assert.equal('code' in refused && refused.code, 'teams.credentials-refused');
    nock(login).post(path).reply(503);
    const down = await teams(config, { why: '' });
    assert.equal('code' in down && down.code, 'teams.sign-in.unreachable');
    nock(login)
      .post(path)
      .replyWithError(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    const unknown = await teams(config, { why: '' });
    assert.equal('code' in unknown && unknown.code, 'teams.network.unresolved');
  });

  it('looks up somebody who does not exist: not found is well, refused is not', async () => {
    const token = () => nock(login).post(path).reply(200, { access_token: 'token', expires_in: 3600 });
    const graph = () => nock('https://graph.microsoft.com').get(/^\/v1\.0\/users\/[0-9a-f-]{36}/);
    token();
    graph().reply(404, { error: { code: 'Request_ResourceNotFound' } });
    assert.equal((await directory(config, { why: '', now: () => 0, supervisorTeam: null })).level, 'ok');
    token();
    graph().reply(403, { error: { code: 'Authorization_RequestDenied' } });
    const refused = await within('directory', 'teams.directory-unreachable', () =>
      directory(config, { why: '', now: () => 0, supervisorTeam: null }),
    );
    const [finding] = refused.findings;
    assert.equal(finding && 'code' in finding && finding.code, 'teams.directory.permission-missing');
  });

  it('reads the owners of the supervisors’ team, too, where one is set', async () => {
    const ask = () => directory(config, { why: '', now: () => 0, supervisorTeam: 'group-1' });
    const answer = (status: number, body: object) => {
      nock(login).post(path).reply(200, { access_token: 'token', expires_in: 3600 });
      nock('https://graph.microsoft.com')
        .get(/^\/v1\.0\/users\//)
        .reply(404, { error: { code: 'x' } });
      nock('https://graph.microsoft.com')
        .get(/^\/v1\.0\/groups\/group-1\/owners/)
        .reply(status, body);
    };
    answer(200, { value: [{ id: 'aad-kim' }] });
    assert.match((await ask()).said, /SUPERVISOR_TEAM has 1/);
    answer(200, { value: [] });
    assert.equal((await ask()).level, 'warning');
    answer(403, { error: { code: 'Authorization_RequestDenied' } });
    await assert.rejects(ask(), { code: 'teams.directory.permission-missing' });
  });
});
