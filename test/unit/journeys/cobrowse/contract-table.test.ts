import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  type ContractFacts,
  chooseContract,
  contractTable,
} from '../../../../src/journeys/cobrowse/contract-table.ts';

const page = new URL('../../../../docs/cobrowse.md', import.meta.url);
const facts: ContractFacts = {
  asked: 'view',
  deploymentControl: false,
  policyControl: false,
  sessionsOffered: true,
  agent: 'signed-in',
};

describe('the contract by which cobrowse is offered', () => {
  for (const [fit, rows] of Object.entries(contractTable)) {
    for (const [agent, sessions, way] of rows) {
      it(`is ${way} where the messenger gives ${fit}, the agent is ${agent} and there are ${sessions}`, () => {
        const choice = chooseContract({
          ...facts,
          agent,
          sessionsOffered: sessions === 'offered',
          deploymentControl: fit === 'more-than-asked',
        });
        deepEqual(
          choice,
          way === 'platform' || way === 'field'
            ? { contract: way, mode: 'view' }
            : { refused: `cobrowse.${way}` },
        );
      });
    }
  }

  it('names every case once, and stands in the page as it is here', async () => {
    for (const rows of Object.values(contractTable))
      equal(new Set(rows.map(([agent, sessions]) => `${agent} ${sessions}`)).size, 6);
    const text = await readFile(page, 'utf8');
    for (const [fit, rows] of Object.entries(contractTable))
      for (const [agent, sessions, way] of rows)
        ok(
          text.includes(`| ${fit} | ${agent} | ${sessions} | ${way} |`),
          `${fit} ${agent} ${sessions} ${way}`,
        );
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
