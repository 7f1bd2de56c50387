import assert from 'node:assert/strict';
import { conversationControl } from '../../tools/program/conversation-control.ts';
import { waitFor } from '../../tools/program/wait-for.ts';
import { agent, controlRoomGround, type Ground } from './control-room-ground.ts';

describe('cobrowse in the control room', () => {
  const open = controlRoomGround();

  /** A customer answered an outreach, the agent took the conversation, and their chat is open. */
  async function talking(): Promise<Ground> {
    const ground = await open({ OUTREACH_MODE: 'automatic' });
    const { page, program, free, answerAsTheCustomer } = ground;
    await free();
    await answerAsTheCustomer();
    const { orgs } = await program.sandbox.state();
    const { id = '' } = orgs[0]?.agents.find(({ name }) => name === agent) ?? {};
    const wrote = await waitFor(
      async () =>
        (await program.sandbox.record()).findLast(
          (entry) => entry.kind === 'customer' && entry.event === 'wrote',
        ),
      { what: 'the answer' },
    );
    assert.ok(wrote.kind === 'customer');
    await conversationControl(program.sandbox.baseUrl).agentAnswers(wrote.conversationId, id);
    await page.getByText(`In a chat with ${agent}`).waitFor();
    return ground;
  }

  it('goes from the agent’s button to the customer’s screen and back', async () => {
    const { page, picture, faults, stepTitles } = await talking();
    const chat = page.locator('#chat');
    await chat
      .getByRole('button', { name: /^Start cobrowse/ })
      .first()
      .click();
    await page.getByText('The agent asks to look at this page with you.').waitFor();
    const offered = chat.locator('.card', { hasText: 'Cobrowse offered' });
    await offered.waitFor();
    assert.doesNotMatch((await offered.textContent()) ?? '', /started/i);
    await picture('cobrowse-offered');
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('The agent sees this page.').waitFor();
    await chat.locator('.card', { hasText: 'The customer accepted' }).waitFor();
    await picture('cobrowse-accepted');
    await page.getByRole('button', { name: 'Stop sharing' }).click();
    await page.getByText('You stopped sharing.').waitFor();
    await chat.locator('.card', { hasText: 'Cobrowse has ended' }).waitFor({ timeout: 40_000 });
    await picture('cobrowse-ended');
    const steps = await stepTitles();
    for (const title of [
      'Cobrowse offered',
      'Customer let the agent look along',
      'Customer stopped sharing the page',
    ])
      assert.ok(steps.includes(title), `${title} in ${steps.join(', ')}`);
    assert.deepEqual(faults, []);
  });

  it('shows the agent that the customer declined', async () => {
    const { page, picture, faults } = await talking();
    const chat = page.locator('#chat');
    await chat
      .getByRole('button', { name: /^Start cobrowse/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await page.getByText('You declined. Nothing was shared.').waitFor();
    await chat.locator('.card', { hasText: 'The customer declined' }).waitFor();
    await picture('cobrowse-declined');
    assert.deepEqual(faults, []);
  });
});
