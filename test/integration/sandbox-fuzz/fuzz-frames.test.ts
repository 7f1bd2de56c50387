import assert from 'node:assert/strict';
import { once } from 'node:events';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';
import { channelFrameProblem, guestFrameProblem } from './frame-problem.ts';
import { fuzzSeed } from './fuzz-seed.ts';
import { mangle, manglings } from './mangle.ts';
import { sampleFrames } from './sample-frames.ts';
import { worldProblems } from './world-problems.ts';

type Sent = string | Buffer;

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '{}', '[]', 'null', '{"action":', `"${'x'.repeat(50_000)}"`, '{"action":"__proto__"}'),
  fc.json({ maxDepth: 3 }),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);

/** Frames that are right, nearly right, and nothing of the kind. */
function framesLike(samples: readonly unknown[]): fc.Arbitrary<Sent> {
  const near = fc
    .tuple(fc.constantFrom(...samples), manglings)
    .map(([sample, changes]) => JSON.stringify(mangle(sample, changes)) ?? '');
  return fc.oneof({ weight: 5, arbitrary: near }, { weight: 1, arbitrary: junk });
}

describe('the sandbox under any frame', () => {
  let ground: PlatformGround;
  let faults: string[];
  const open = new Set<WebSocket>();

  beforeEach(async () => {
    faults = [];
    ground = await startPlatform({ settings: { deliveryStepMs: 0 }, log: (line) => faults.push(line) });
  });
  afterEach(async () => {
    for (const socket of open) socket.terminate();
    open.clear();
    await ground.close();
  });

  /** Plays the frames over sockets to `url`, a new one whenever the sandbox has closed one; gives what came back wrong. */
  async function play(
    url: () => string,
    frames: readonly Sent[],
    problem: (frame: unknown) => string | undefined,
    greetings: readonly Sent[] = [],
  ) {
    const wrong: string[] = [];
    let answers = 0;
    const connect = async (lane: number): Promise<WebSocket> => {
      const socket = new WebSocket(url());
      open.add(socket);
      socket.on('error', () => {});
      socket.on('message', (data) => {
        answers += 1;
        const text = data.toString();
        const fault = problem(JSON.parse(text));
        if (fault !== undefined) wrong.push(`${fault}: ${text.slice(0, 300)}`);
      });
      await once(socket, 'open');
      const greeting = greetings[lane % greetings.length];
      if (greeting !== undefined) socket.send(greeting);
      return socket;
    };
    const lanes = Array.from({ length: 10 }, async (_, lane) => {
      let socket = await connect(lane);
      for (const [index, frame] of frames.entries()) {
        if (index % 10 !== lane) continue;
        if (socket.readyState !== WebSocket.OPEN) socket = await connect(lane);
        socket.send(frame);
        // A turn of the loop now and then lets answers, closures and other lanes in between.
        if (index % 50 === lane) await turnOf(socket);
      }
      return socket;
    });
    for (const socket of await Promise.all(lanes)) {
      socket.close();
      if (socket.readyState !== WebSocket.CLOSED) await once(socket, 'close');
    }
    return { wrong, answers };
  }

  /** Until the sandbox has answered what came before; a second passes there, so that a session may write again. */
  async function turnOf(socket: WebSocket): Promise<void> {
    await new Promise<void>((resolve) => {
      const heard = (): void => {
        socket.off('pong', heard).off('close', heard);
        resolve();
      };
      socket.on('pong', heard).on('close', heard);
      if (socket.readyState === WebSocket.OPEN) socket.ping();
      else heard();
    });
    ground.advance(1_000);
  }

  async function stillWell(seed: number): Promise<void> {
    assert.deepEqual(faults, [], `FUZZ_SEED=${seed}`);
    await waitFor(() => worldProblems(ground.world).length === 0, {
      what: 'a consistent world',
      deadlineMs: 2_000,
    }).catch(() => assert.deepEqual(worldProblems(ground.world), [], `FUZZ_SEED=${seed}`));
  }

  it('on guests’ sockets: 2500 of them, each answer one of the protocol, nothing inconsistent after', async () => {
    const seed = fuzzSeed('guests’ frames');
    const [deploymentId = ''] = ground.org.deployments.keys();
    const guests = [...ground.org.customers.values()].filter((each) => each.deploymentId === deploymentId);
    const tokens = [guests[0]?.token ?? '', 'a-new-browser'];
    const frames = fc.sample(framesLike(sampleFrames(deploymentId, tokens)), { seed, numRuns: 2_500 });
    const url = () => `${ground.url.replace('http', 'ws')}/v1?deploymentId=${deploymentId}`;
    const { wrong, answers } = await play(
      url,
      frames,
      guestFrameProblem,
      tokens.map((token) => JSON.stringify({ action: 'configureSession', token, deploymentId })),
    );
    assert.deepEqual(wrong.slice(0, 5), [], `FUZZ_SEED=${seed}`);
    assert.ok(answers > 400, `only ${answers} answers`);
    const wrote = ground.world.record.filter(({ event }) => event === 'wrote').length;
    assert.ok(wrote > 10, `only ${wrote} messages came through`);
    await stillWell(seed);
    const after = await openSocket(url());
    after.send({ action: 'configureSession', token: 'after-all-that', deploymentId, tracingId: 'well' });
    const session = await waitFor(() => after.frames.find(({ tracingId }) => tracingId === 'well'), {
      what: 'an answer after all that',
    });
    assert.equal(session.class, 'SessionResponse');
    await after.close();
  });

  it('on notification sockets: 1000 of them, and events still arrive', async () => {
    const seed = fuzzSeed('frames on notification sockets');
    const [agent] = ground.org.agents.values();
    const topic = `v2.users.${agent?.id}.presence`;
    const samples = [
      { message: 'ping' },
      { message: 'subscribe', topics: [topic], correlationId: 'a' },
      { message: 'subscribe', topics: [`v2.users.${agent?.id}?presence&routingStatus`, 'v2.nothing'] },
      { message: 'unsubscribe', topics: [topic] },
    ];
    const channels = await Promise.all(
      Array.from(
        { length: 10 },
        async () => (await ground.call('POST', '/api/v2/notifications/channels')).body,
      ),
    );
    let turn = 0;
    const url = (): string => {
      turn += 1;
      return channels[turn % channels.length].connectUri;
    };
    const frames = fc.sample(framesLike(samples), { seed, numRuns: 1_000 });
    const { wrong, answers } = await play(url, frames, channelFrameProblem);
    assert.deepEqual(wrong.slice(0, 5), [], `FUZZ_SEED=${seed}`);
    assert.ok(answers > 200, `only ${answers} answers`);
    await stillWell(seed);
    const [first] = channels;
    await ground.call('PUT', `/api/v2/notifications/channels/${first.id}/subscriptions`, [{ id: topic }]);
    const socket = await openSocket(first.connectUri);
    const presence = agent?.presence === 'Busy' ? 'Away' : 'Busy';
    await fetch(`${ground.url}/sandbox/v1/agents/${agent?.id}/presence`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ presence }),
    });
    await waitFor(() => socket.frames.some(({ topicName }) => topicName === topic), { what: 'the event' });
    await socket.close();
  });
});
