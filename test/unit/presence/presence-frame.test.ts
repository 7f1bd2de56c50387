import { deepEqual, equal } from 'node:assert/strict';
import { presenceFrame, presenceTopic } from '../../../src/presence/presence-frame.ts';

const agentId = 'b9a3d2c4-0000-4000-8000-000000000001';
const now = Date.parse('2026-11-21T10:00:00Z');
const time = '2026-11-21T09:59:58.250Z';
const since = Date.parse(time);
const onQueue = {
  source: 'PURECLOUD',
  presenceDefinition: { id: 'e08eaf1b-ee47-4fa9-a231-1200e284798f', systemPresence: 'ON_QUEUE' },
  primary: true,
  message: '',
  modifiedDate: time,
};
const idle = { id: agentId, routingStatus: { status: 'IDLE', startTime: time } };

describe('presenceFrame', () => {
  const presence = { agentId, presence: { value: 'on-queue', since }, routing: null };
  const routing = { agentId, presence: null, routing: { value: 'IDLE', since } };

  for (const topic of [`v2.users.${agentId}.presence`, presenceTopic(agentId)])
    it(`reads a presence under ${topic}`, () => deepEqual(presenceFrame(topic, onQueue, now), presence));
  for (const topic of [`v2.users.${agentId}.routingStatus`, presenceTopic(agentId)])
    it(`reads a routing status under ${topic}`, () => deepEqual(presenceFrame(topic, idle, now), routing));

  it('invents no time where there is none', () =>
    deepEqual(presenceFrame(presenceTopic(agentId), { ...onQueue, modifiedDate: undefined }, now), {
      agentId,
      presence: { value: 'on-queue', since: null },
      routing: null,
    }));

  it('leaves out a presence of another source than the one that counts', () =>
    equal(presenceFrame(presenceTopic(agentId), { ...onQueue, primary: false }, now), 'other'));

  for (const topic of ['v2.routing.queues.q.conversations', `v2.users.${agentId}.conversations`, 'x', ''])
    it(`leaves ${topic} to others`, () => equal(presenceFrame(topic, onQueue, now), 'other'));

  for (const [name, body] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'AVAILABLE'],
    ['an unknown presence', { ...onQueue, presenceDefinition: { systemPresence: 'FOCUS' } }],
    ['a time that is none', { ...onQueue, modifiedDate: 'yesterday' }],
    ['a time far ahead', { ...onQueue, modifiedDate: '2099-01-01T00:00:00Z' }],
    ['an unknown routing status', { routingStatus: { status: 'ASLEEP', startTime: time } }],
    ['an empty body', {}],
  ] as const)
    it(`finds ${name} malformed`, () => equal(presenceFrame(presenceTopic(agentId), body, now), 'malformed'));
});
