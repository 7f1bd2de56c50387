import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type ContractFacts, chooseContract } from '../../../../src/journeys/cobrowse/contract-table.ts';

const page = new URL('../../../../docs/cobrowse.md', import.meta.url);
const facts: ContractFacts = {
  asked: 'view',
  deploymentControl: false,
  policyControl: false,
  sessionsOffered: true,
  agent: 'signed-in',
};

const wordsOf = {
  fit: ['as-asked', 'more-than-asked'],
  agent: ['signed-in', 'signed-out', 'unavailable'],
  sessions: ['offered', 'no sessions'],
} as const;

describe('the contract by which cobrowse is offered', () => {
  it('is the one the page prints, for every case it has', async () => {
    const text = await readFile(page, 'utf8');
    for (const fit of wordsOf.fit)
      for (const agent of wordsOf.agent)
        for (const sessions of wordsOf.sessions) {
          const choice = chooseContract({
            ...facts,
            agent,
            sessionsOffered: sessions === 'offered',
            deploymentControl: fit === 'more-than-asked',
          });
          const way = 'refused' in choice ? choice.refused.replace('cobrowse.', '') : choice.contract;
          ok('refused' in choice || choice.mode === 'view');
          const rows = text
            .split('\n')
            .filter((line) => line.startsWith(`| ${fit} | ${agent} | ${sessions} |`));
          deepEqual(rows, [`| ${fit} | ${agent} | ${sessions} | ${way} |`]);
        }
  });

  it('never gives control that policy or messenger does not allow', () => {
    const agents = ['signed-in', 'signed-out', 'unavailable'] as const;
    const flags = [true, false];
    for (const asked of ['view', 'control'] as const)
      for (const agent of agents)
        for (const deploymentControl of flags)
          for (const policyControl of flags)
            for (const sessionsOffered of flags) {
              const choice = chooseContract({
                asked,
                agent,
                deploymentControl,
                policyControl,
                sessionsOffered,
              });
              if ('refused' in choice) continue;
              ok(choice.mode === 'view' || (policyControl && deploymentControl));
              // The platform's own way gives what the messenger allows, whatever is asked.
              if (choice.contract === 'platform') equal(choice.mode, deploymentControl ? 'control' : 'view');
            }
  });

  it('refuses control by name, the policy first', () => {
    const asked = { ...facts, asked: 'control' } as const;
    deepEqual(chooseContract(asked), { refused: 'cobrowse.control-by-policy' });
    deepEqual(chooseContract({ ...asked, policyControl: true }), {
      refused: 'cobrowse.control-by-deployment',
    });
    const both = { ...asked, policyControl: true, deploymentControl: true };
    deepEqual(chooseContract(both), { contract: 'platform', mode: 'control' });
    deepEqual(chooseContract({ ...both, agent: 'signed-out' }), { contract: 'field', mode: 'control' });
  });

  it('lets a session with control stand for one to view only where the policy allows it', () => {
    const only = { ...facts, deploymentControl: true, sessionsOffered: false };
    deepEqual(chooseContract(only), { refused: 'cobrowse.view-not-kept' });
    deepEqual(chooseContract({ ...only, policyControl: true }), { contract: 'platform', mode: 'control' });
    deepEqual(chooseContract({ ...only, policyControl: true, agent: 'signed-out' }), {
      refused: 'cobrowse.not-signed-in',
    });
  });
});
