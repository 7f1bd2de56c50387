import { setTimeout as pause } from 'node:timers/promises';
import type { BridgeLife } from './bridge-life.ts';
import type { TwoOrganisations } from './two-organisations.ts';

/** A moment in which a later reply comes before an earlier one. */
export interface Overtaking {
  /** A hand-off takes part with what lets its partner say the next thing; resolves when the moment is over. */
  join(partnerSays: () => Promise<void>): Promise<void>;
  /** Resolves when it is over, or nobody came for a minute. */
  readonly over: Promise<void>;
}

/**
 * So many hand-offs wait for each other. Then the program is away while each partner says something, and back when they say the next thing: that
 * comes by its webhook at once, the first one, whose webhook was given up meanwhile, only by the conversation, which cannot be read for a moment.
 */
export function createOvertaking(given: {
  readonly world: TwoOrganisations;
  readonly life: BridgeLife;
  readonly partnerOrgId: string;
  readonly hands: number;
  readonly times: number;
}): Overtaking {
  const { world, life, partnerOrgId, hands, times } = given;
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const joined: (() => Promise<void>)[] = [];
  void pause(60_000, undefined, { ref: false }).then(resolve);

  async function play(): Promise<void> {
    await pause(5_000 / times);
    await life.kill();
    for (const says of joined) await says();
    // One try and five more, five seconds of the sandbox's clock apart.
    for (let tries = 0; tries < 7; tries += 1) {
      await pause(50);
      await world.advance(5.2);
    }
    const fault = await world.arm({
      method: 'GET',
      path: '^/api/v2/conversations/[^/]+$',
      orgId: partnerOrgId,
      status: 503,
      count: 1_000_000,
    });
    await life.start();
    for (const says of joined) await says();
    // Long enough for a busy computer to bring the second one to the customer, if nothing held it back.
    await pause(1_500);
    await world.disarm(fault);
  }

  return {
    over,
    async join(partnerSays) {
      joined.push(partnerSays);
      if (joined.length === hands) await play().finally(resolve);
      await over;
    },
  };
}
