import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import type { UserSignIn } from '../../../../src/genesys/user-sign-in.ts';
import { createAgentSignIn } from '../../../../src/journeys/agents/agent-sign-in.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const ada = { personKey: 'aad-ada', agentId: 'agent-ada' };
const bo = { personKey: 'aad-bo', agentId: 'agent-bo' };
const code = (name: string) => (error: unknown) => error instanceof ReachbackError && error.code === name;

/** A platform at which whoever comes with a code is the agent of that name. */
function ground() {
  const clock = manualClock();
  const { log, lines } = recordingLog();
  const changed: string[] = [];
  const ended: string[] = [];
  const asked: { state: string; challenge: string }[] = [];
  const proofs: { code: string; verifier: string }[] = [];
  let down = false;
  const signIn: UserSignIn = {
    address(ask) {
      asked.push(ask);
      return `https://login.example/?state=${ask.state}`;
    },
    async byCode(proof) {
      proofs.push(proof);
      return { accessToken: `token of ${proof.code}`, endsAt: clock.now() + 3_600_000, refreshToken: null };
    },
    renew: () => Promise.reject(new Error('nothing to renew with')),
  };
  const signIns = createAgentSignIn({
    callAs:
      (token): PlatformCall =>
      async (request) => {
        const who = (await token.get()).slice('token of '.length);
        if (request.method === 'DELETE') ended.push(who);
        else if (down) throw new ReachbackError('genesys.server-error');
        const body = request.answer.parse({ id: `agent-${who}`, name: who });
        return { body, status: 200, correlationId: null };
      },
    changed: (agentId) => changed.push(agentId),
    now: clock.now,
    log,
  });
  signIns.offer(signIn);
  const stateOf = (link: string) => new URL(link).searchParams.get('state');
  return {
    signIns,
    clock,
    changed,
    ended,
    asked,
    proofs,
    lines,
    stateOf,
    fails: () => {
      down = true;
    },
  };
}

describe('agents’ own sign-in', () => {
  it('is not offered where it is not set up', () => {
    const { log } = recordingLog();
    const signIns = createAgentSignIn({
      callAs: () => () => Promise.reject(new Error('nobody')),
      changed() {},
      now: () => 0,
      log,
    });
    assert.equal(signIns.offered(), false);
    assert.throws(() => signIns.link(ada), code('reply.sign-in.not-set-up'));
  });

  it('signs in who the link was for, by a verifier only it knows, and tells whose cards changed', async () => {
    const { signIns, asked, proofs, stateOf, changed } = ground();
    const state = stateOf(signIns.link(ada));
    assert.equal(signIns.isSignedIn(ada), false);
    assert.deepEqual(await signIns.finish({ state, code: 'ada' }), { agentName: 'ada' });
    const [proof] = proofs;
    assert.equal(
      createHash('sha256')
        .update(proof?.verifier ?? '')
        .digest('base64url'),
      asked[0]?.challenge,
    );
    assert.equal(signIns.isSignedIn(ada), true);
    assert.deepEqual(changed, ['agent-ada']);
    assert.equal(signIns.isSignedIn(bo), false);
    assert.equal(signIns.callOf({ ...ada, agentId: 'agent-bo' }), null, 'linked to another agent since');
    assert.equal(signIns.isSignedIn(ada), false, 'which ends it');
  });

  it('refuses everybody else, and ends their token', async () => {
    const { signIns, stateOf, ended } = ground();
    const state = stateOf(signIns.link(ada));
    await assert.rejects(signIns.finish({ state, code: 'bo' }), code('reply.sign-in.other-person'));
    assert.deepEqual(ended, ['bo']);
    assert.equal(signIns.isSignedIn(ada), false);
    assert.equal(signIns.isSignedIn(bo), false);
  });

  it('keeps nothing where it cannot be seen who it is', async () => {
    const { signIns, stateOf, ended, fails } = ground();
    const state = stateOf(signIns.link(ada));
    fails();
    await assert.rejects(signIns.finish({ state, code: 'ada' }), code('genesys.server-error'));
    assert.deepEqual(ended, ['ada']);
    assert.equal(signIns.isSignedIn(ada), false);
  });

  it('takes a link once, within ten minutes, the newest of a person only', async () => {
    const { signIns, stateOf, clock, proofs } = ground();
    const older = stateOf(signIns.link(ada));
    const others = stateOf(signIns.link(bo));
    const newer = stateOf(signIns.link(ada));
    await assert.rejects(signIns.finish({ state: older, code: 'ada' }), code('reply.sign-in.link-spent'));
    await signIns.finish({ state: newer, code: 'ada' });
    await assert.rejects(signIns.finish({ state: newer, code: 'ada' }), code('reply.sign-in.link-spent'));
    await clock.advance(599_999);
    const late = stateOf(signIns.link(ada));
    await signIns.finish({ state: others, code: 'bo' });
    await clock.advance(600_000);
    for (const state of [late, null, '', 'made-up'])
      await assert.rejects(signIns.finish({ state, code: 'ada' }), code('reply.sign-in.link-spent'));
    assert.equal(proofs.length, 2, 'no code went on without a good state');
  });

  it('says so when the person turned back', async () => {
    const { signIns, stateOf } = ground();
    const state = stateOf(signIns.link(ada));
    await assert.rejects(signIns.finish({ state, code: null }), code('reply.sign-in.cancelled'));
    await assert.rejects(signIns.finish({ state, code: 'ada' }), code('reply.sign-in.link-spent'));
  });

  it('ends by signing out, by time and by a newer sign-in, the old token with it', async () => {
    const { signIns, stateOf, ended, changed, clock } = ground();
    assert.equal(await signIns.signOut(ada), false);
    await signIns.finish({ state: stateOf(signIns.link(ada)), code: 'ada' });
    await signIns.finish({ state: stateOf(signIns.link(ada)), code: 'ada' });
    assert.deepEqual(ended, ['ada']);
    const link = stateOf(signIns.link(ada));
    assert.equal(await signIns.signOut(ada), true);
    assert.deepEqual(ended, ['ada', 'ada']);
    assert.equal(signIns.isSignedIn(ada), false);
    assert.equal(changed.length, 3);
    await assert.rejects(signIns.finish({ state: link, code: 'ada' }), code('reply.sign-in.link-spent'));
    await signIns.finish({ state: stateOf(signIns.link(ada)), code: 'ada' });
    await clock.advance(3_600_000);
    assert.equal(signIns.isSignedIn(ada), false);
    assert.equal(signIns.callOf(ada), null);
  });

  it('logs neither states nor codes nor tokens', async () => {
    const { signIns, stateOf, lines } = ground();
    const state = stateOf(signIns.link(ada));
    await signIns.finish({ state, code: 'ada' });
    await signIns.signOut(ada);
    assert.ok(lines.length > 0);
    assert.ok(!JSON.stringify(lines).includes(state ?? ''));
    assert.doesNotMatch(JSON.stringify(lines), /token of/);
  });
});
