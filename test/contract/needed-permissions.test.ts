import assert from 'node:assert/strict';
import { missingPermissions } from '../../src/genesys/missing-permissions.ts';
import { neededPermissions } from '../../src/genesys/needed-permissions.ts';
import { botPermissions } from '../../src/sandbox/seed/permissions.ts';
import { type PlatformGround, startPlatform } from '../support/sandbox/platform-ground.ts';

/** The doctor alone asks for it, and does without. */
const ofTheDoctor = 'webDeployments:deployment:view';

describe('the permissions the product needs', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  it('are those of the seeded role, which just suffices for all the product asks', () => {
    const missing = missingPermissions(neededPermissions, botPermissions);
    assert.deepEqual(
      missing.map(({ permission }) => permission),
      [ofTheDoctor],
    );
    for (const permission of botPermissions) {
      const without = botPermissions.filter((each) => each !== permission);
      const now = missingPermissions(neededPermissions, without).map((each) => each.permission);
      assert.ok(
        now.some((each) => each.split(' or ').includes(permission)),
        `${permission} is needed for nothing we know`,
      );
    }
  });

  it('are those the platform asks for at the endpoints they are listed for', async () => {
    const { endpoints } = JSON.parse(await (await fetch(`${ground.url}/sandbox/v1/endpoints`)).text());
    for (const { for: purpose, permissions } of neededPermissions) {
      const [, method, path = ''] = /^([A-Z]+) (\/\S+)/.exec(purpose) ?? [];
      if (method === undefined) continue;
      const form = (each: string) => each.replaceAll(/\{\w+\}/g, '{}');
      const asked = endpoints.find(
        (each: { method: string; path: string }) => each.method === method && form(each.path) === form(path),
      );
      // For one's own presence the platform asks for no right; ours is never one's own.
      const { exceptOwn: _, ...needed } = asked?.permissions ?? {};
      assert.deepEqual(needed, permissions, purpose);
    }
  });
});
