import type { SandboxSettings } from './sandbox.ts';

type Pace = Pick<SandboxSettings, 'notificationDelayMs' | 'deliveryStepMs'>;

/** How long the platform takes to tell and to deliver. unverified: the realistic figures; none are published. */
export const paces: Readonly<Record<'realistic' | 'quick', Pace>> = {
  realistic: {
    notificationDelayMs: { agents: 250, conversations: 400, undelivered: 800 },
    deliveryStepMs: 250,
  },
  quick: {
    notificationDelayMs: { agents: 0, conversations: 0, undelivered: 0 },
    deliveryStepMs: 5,
  },
};
