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

  it('shows that an offer ran out, and why the next one was refused', async () => {
    const { page, program, picture, faults, stepTitles } = await talking();
    const chat = page.locator('#chat');
    await chat
      .getByRole('button', { name: /^Start cobrowse/ })
      .first()
      .click();
    await page.getByText('The agent asks to look at this page with you.').waitFor();
    await conversationControl(program.sandbox.baseUrl).advance(61);
    await page.getByText('The offer ran out. Nothing was shared.').waitFor();
    const ranOut = chat.locator('.card', { hasText: 'The customer did not answer in time' });
    await ranOut.waitFor();
    await picture('cobrowse-ran-out');
    await page.getByRole('button', { name: 'Make something fail' }).click();
    await page.getByRole('button', { name: /^Let it fail.*Cobrowse: Genesys refuses/ }).click();
    await picture('cobrowse-trials');
    await page.getByRole('button', { name: 'Close', exact: true }).and(page.locator('#dialog *')).click();
    await ranOut.getByRole('button', { name: /^Offer again/ }).click();
    const refused = chat.locator('.card', { hasText: 'Genesys did not take the offer' });
    await refused.getByText('genesys.cobrowse.participants-form').waitFor();
    await page.locator('#steps .step.failed', { hasText: 'Cobrowse not offered' }).waitFor();
    await picture('cobrowse-refused');
    assert.equal(
      (await stepTitles()).filter((title) => title === 'An agent offered to look along').length,
      1,
    );
    assert.deepEqual(faults, []);
  });
});
