import assert from 'node:assert/strict';
import { z } from 'zod';
import { allowedMethods } from '../../src/sandbox/platform/allowed-methods.ts';
import type { Endpoint } from '../../src/sandbox/platform/endpoint.ts';
import { contractCalls } from './calls/contract-calls.ts';
import { type SdkScene, startSdkScene } from './calls/sdk-scene.ts';
import { errorBody } from './shapes/error-shapes.ts';

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;
const logged = z.object({
  entries: z.array(z.object({ method: z.string(), path: z.string(), status: z.number() })),
});

describe('the official SDK', () => {
  let scene: SdkScene;
  let endpoints: Endpoint[];
  before(async () => {
    scene = await startSdkScene();
    ({ endpoints } = (await scene.control('GET', '/endpoints')).body);
    await scene.close();
  });
  beforeEach(async () => {
    scene = await startSdkScene();
  });
  afterEach(() => scene.close());

  it('has a call for every endpoint the sandbox lists, and for no other', () => {
    assert.deepEqual(Object.keys(contractCalls).sort(), endpoints.map(nameOf).sort());
    for (const endpoint of endpoints) {
      const by = endpoint.source === 'SDK 262' ? 'sdk' : 'hand';
      assert.equal(contractCalls[nameOf(endpoint)]?.by, by, `${nameOf(endpoint)} is of: ${endpoint.source}`);
    }
  });

  for (const [name, { by, shape, refused, run }] of Object.entries(contractCalls)) {
    it(`${by === 'sdk' ? 'calls' : 'leaves to plain HTTP'} ${name}, and the answer is as it should be`, async () => {
      if (refused === undefined) {
        const answer = await run(scene);
        const result = shape.safeParse(answer);
        assert.ok(result.success, result.error && z.prettifyError(result.error));
      } else {
        await assert.rejects(run(scene), (error) => {
          const { status, code } = errorBody.parse(error);
          assert.deepEqual({ status, code }, refused);
          return true;
        });
      }
      if (by === 'hand') return;
      const { entries } = logged.parse((await scene.control('GET', '/requests')).body);
      const [method] = name.split(' ', 1);
      const [endpoint] = endpoints.filter((each) => nameOf(each) === name);
      assert.ok(
        endpoint &&
          entries.some((each) => each.method === method && allowedMethods([endpoint], each.path).length > 0),
        'the call went to another endpoint',
      );
    });
  }
});
