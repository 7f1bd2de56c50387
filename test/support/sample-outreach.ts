import type { Outreach } from '../../src/outreach/outreach.ts';
import { exampleOutreach } from './outreach-example.ts';

/** An outreach that is the same in every run, as golden files need it; times around 2026-11-21 14:00 UTC. */
export function sampleOutreach(changes: Partial<Outreach> = {}): Outreach {
  const proposedAt = Date.UTC(2026, 10, 21, 14, 0, 0);
  return exampleOutreach({
    id: '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01',
    mode: 'supervisor',
    agentName: 'Ada Lindqvist',
    customerName: 'Noor Haddad',
    queueName: 'Orders and returns',
    sessionLastActivityAt: proposedAt - 40 * 60_000,
    sessionEndedAt: proposedAt - 38 * 60_000,
    text: 'Hello Noor, this is Ada from Northwind. I saw our chat broke off earlier.\nCan I still help you with your return?',
    createdAt: proposedAt,
    updatedAt: proposedAt,
    ...changes,
  });
}
