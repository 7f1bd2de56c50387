import { deepEqual, ok } from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import {
  type FaultGround,
  presencesOn,
  settled,
  startFaultGround,
} from '../../support/sandbox/fault-ground.ts';
import { agentNamed } from '../../support/sandbox/platform-ground.ts';

describe('faults of events', () => {
  let ground: FaultGround;
  beforeEach(async () => {
    ground = await startFaultGround();
  });
  afterEach(() => ground.close());

  async function watched() {
    const agent = agentNamed(ground.org, 'Priya Raman');
    await ground.setPresence(agent.id, 'Offline');
    const topic = `v2.users.${agent.id}.presence`;
    const { socket } = await ground.channel([topic]);
    const set = (presence: string) => ground.setPresence(agent.id, presence);
    const come = (count: number) =>
      waitFor(() => presencesOn(socket).length >= count, { what: `${count} events` });
    return { socket, topic, set, come };
  }

  it('lose one', async () => {
    const { socket, topic, set } = await watched();
    await ground.arm({ on: 'topic', topic, what: 'lose' });
    await set('Busy');
    await set('Meal');
    await settled(socket);
    deepEqual(presencesOn(socket), ['MEAL']);
  });

  it('send one twice, the very same', async () => {
    const { socket, topic, set, come } = await watched();
    await ground.arm({ on: 'topic', topic, what: 'duplicate' });
    await set('Busy');
    await come(2);
    await set('Meal');
    await come(3);
    deepEqual(presencesOn(socket), ['BUSY', 'BUSY', 'MEAL']);
    const [first, second] = socket.frames.filter(({ topicName }) => topicName === topic);
    deepEqual(first, second);
  });

  it('send one late', async () => {
    const { socket, topic, set, come } = await watched();
    await ground.arm({ on: 'topic', topic, what: 'late', delayMs: 60_000 });
    await set('Busy');
    await set('Meal');
    await settled(socket);
    deepEqual(presencesOn(socket), ['MEAL']);
    ground.advance(60_000);
    await come(2);
    deepEqual(presencesOn(socket), ['MEAL', 'BUSY']);
  });

  it('send one after the next', async () => {
    const { socket, topic, set, come } = await watched();
    await ground.arm({ on: 'topic', topic, what: 'reorder' });
    for (const presence of ['Busy', 'Meal', 'Break']) await set(presence);
    await come(3);
    deepEqual(presencesOn(socket), ['MEAL', 'BUSY', 'BREAK']);
  });

  it('hold one back no longer than told when none follows', async () => {
    const { socket, topic, set, come } = await watched();
    await ground.arm({ on: 'topic', topic, what: 'reorder', delayMs: 20 });
    await set('Busy');
    await come(1);
    deepEqual(presencesOn(socket), ['BUSY']);
  });

  it('hit a share of them, the same ones for the same seed', async () => {
    const { socket, topic, set } = await watched();
    const run = async (): Promise<string[]> => {
      await ground.control('DELETE', '/faults');
      await ground.arm({ on: 'topic', topic, what: 'lose', share: 0.5, seed: 'once more' });
      const before = presencesOn(socket).length;
      for (const presence of [
        'Busy',
        'Meal',
        'Break',
        'Away',
        'Training',
        'Meeting',
        'Busy',
        'Meal',
        'Offline',
      ])
        await set(presence);
      await settled(socket);
      return presencesOn(socket).slice(before);
    };
    const first = await run();
    ok(first.length > 0 && first.length < 9);
    deepEqual(await run(), first);
  });

  it('spend nothing on events nobody is subscribed to', async () => {
    const { socket, topic, set } = await watched();
    await ground.arm({ on: 'topic', topic: '.', what: 'lose' });
    const other = agentNamed(ground.org, 'Mei Chen');
    await ground.setPresence(other.id, 'Busy');
    await set('Busy');
    await set('Meal');
    await settled(socket);
    deepEqual([presencesOn(socket), topic.length > 0], [['MEAL'], true]);
  });
});
