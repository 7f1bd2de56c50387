import assert from 'node:assert/strict';

const page = new URL('../../../../src/sandbox/page/', import.meta.url);
const { stepsOfFrames } = await import(new URL('timeline/steps-of-frames.js', page).href);

describe('the steps read from notification frames', () => {
  const time = (second: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString();
  const presence = (second: number, systemPresence: string, agentId = 'maya') => ({
    topic: `v2.users.${agentId}.presence`,
    at: time(second),
    frame: { eventBody: { presenceDefinition: { systemPresence }, modifiedDate: time(second) } },
  });
  const routing = (second: number, status: string) => ({
    topic: 'v2.users.maya.routingStatus',
    at: time(second),
    frame: { eventBody: { routingStatus: { status, startTime: time(second) } } },
  });
  const agents = [{ id: 'maya', name: 'Maya' }];
  const told = (...frames: object[]) =>
    stepsOfFrames(frames, agents).map(({ at, about }: { at: string; about: string }) => [at, about]);

  it('tell of each time an agent became free, once', () => {
    assert.deepEqual(
      told(
        presence(1, 'AVAILABLE'),
        presence(2, 'AVAILABLE'),
        presence(3, 'BUSY'),
        presence(4, 'ON_QUEUE'),
        routing(5, 'IDLE'),
        routing(6, 'INTERACTING'),
        routing(7, 'IDLE'),
      ),
      [
        [time(1), 'Maya: Available'],
        [time(5), 'Maya: On Queue'],
        [time(7), 'Maya: On Queue'],
      ],
    );
  });

  it('are the same as those seen as changes of state', () => {
    const [step] = stepsOfFrames([presence(1, 'AVAILABLE')], agents);
    assert.equal(step.id, `agent-maya-${time(1)}`);
  });

  it('tell nothing of unknown agents and other topics', () => {
    const other = { ...presence(1, 'AVAILABLE'), topic: 'v2.users.maya.activity' };
    assert.deepEqual(told(presence(1, 'AVAILABLE', 'nobody'), other), []);
  });
});
