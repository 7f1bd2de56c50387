import assert from 'node:assert/strict';
import { z } from 'zod';
import { handOffSides } from '../../tools/demo/hand-off-sides.ts';
import { conversationControl } from '../../tools/program/conversation-control.ts';
import { waitFor } from '../../tools/program/wait-for.ts';
import { agent, controlRoomGround, type Ground } from './control-room-ground.ts';

const clients = z.object({ permissions: z.array(z.string()) });
const reply = 'Hello, this is Southridge. We mend that seam.';

describe('handing a conversation to the other organisation in the control room', () => {
  const open = controlRoomGround();

  /** The agent presses “Hand off” on the card of the customer’s answer and fills the form in. */
  async function handOff({ page, program, free, answerAsTheCustomer }: Ground): Promise<void> {
    await free();
    await answerAsTheCustomer();
    const { sandbox } = program;
    const wrote = (await sandbox.record()).findLast(
      (entry) => entry.kind === 'customer' && entry.event === 'wrote',
    );
    const tomas = (await sandbox.state()).orgs[0]?.agents.find(({ name }) => name === agent);
    assert.ok(wrote?.kind === 'customer' && tomas);
    await conversationControl(sandbox.baseUrl).agentAnswers(wrote.conversationId, tomas.id);
    await page.getByText(`In a chat with ${agent}`).waitFor();
    await page
      .getByRole('button', { name: /^Hand off/ })
      .first()
      .click();
    await page
      .getByRole('combobox', { name: 'Partner and queue' })
      .selectOption({ label: 'Southridge Repairs · Repairs' });
    await page.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'It is their subject' });
    await page.getByLabel(/^Note for the partner/).fill('Third seam this year.');
    await page.getByRole('button', { name: /^Hand off now/ }).click();
  }

  it('goes from the button in Teams to the partner’s desk and back to the customer’s screen', async () => {
    const ground = await open({ OUTREACH_MODE: 'automatic' });
    const { page, program, picture, faults } = ground;
    await handOff(ground);
    const card = page.locator('#chat .card', { hasText: 'Connected with Southridge Repairs' });
    await card.waitFor();
    await picture('hand-off-bridged');
    const sides = handOffSides(program.sandbox);
    const there = await waitFor(() => sides.arrived(''), { what: 'the customer at the partner' });
    await waitFor(
      async () => (await sides.partnerReads(there)).texts.some((text) => text.includes('I am still here')),
      { what: 'the partner to read what was said', deadlineMs: 15_000 },
    );
    await sides.partnerWrites(there.conversationId, reply);
    await page.locator('.widget .theirs .bubble', { hasText: reply }).waitFor();
    assert.equal(await page.locator('.widget .theirs .bubble', { hasText: reply }).count(), 1);
    await card.getByText('1 answer came back').waitFor();
    await picture('hand-off-answered');

    await page
      .getByRole('button', { name: /^Southridge Repairs/ })
      .and(page.locator('[data-chat]'))
      .click();
    await page.locator('#chat .card', { hasText: 'Third seam this year.' }).waitFor();
    assert.equal(
      await page
        .locator('#chat')
        .getByRole('button', { name: /^End hand-off/ })
        .count(),
      0,
    );
    await picture('hand-off-partner-channel');

    await page
      .getByRole('button', { name: new RegExp(`^${agent}`) })
      .and(page.locator('[data-chat]'))
      .click();
    await page.getByRole('button', { name: /^End hand-off/ }).click();
    await page.locator('#chat .card', { hasText: `${agent} ended the hand-off` }).waitFor();
    await picture('hand-off-ended');
    assert.deepEqual(faults, []);
  });

  it('is read and answered at the partner’s desk, and the customer reads that when they come back to their window', async () => {
    const ground = await open({ OUTREACH_MODE: 'automatic' });
    const { page, picture, faults } = ground;
    await handOff(ground);
    await page.locator('#chat .card', { hasText: 'Connected with Southridge Repairs' }).waitFor();
    const organisation = page.getByLabel('Organisation');
    await organisation.selectOption({ label: 'Southridge Repairs' });
    const rohan = page.locator('.visitor', { hasText: 'Rohan Mehta' });
    await page.locator('.visitor', { hasText: 'handed over' }).click();
    const desk = page.getByRole('region', { name: 'What Rohan Mehta and the agent wrote' });
    await desk.getByText('Hand-off: it is your subject').waitFor();
    await desk.getByText('I am still here').waitFor();
    await page.getByRole('button', { name: 'An agent answers' }).click();
    await page.getByText(/^In a chat with/).waitFor();
    await page.getByPlaceholder('Answer as the agent').fill(reply);
    await page.keyboard.press('Enter');
    await desk.getByText(reply).waitFor();
    await page.locator('#steps .step', { hasText: 'Shown to the customer' }).last().waitFor();
    await picture('hand-off-partner-desk');
    await organisation.selectOption({ label: 'Northwind' });
    await rohan.click();
    await page.locator('.widget .theirs .bubble', { hasText: reply }).waitFor();
    assert.deepEqual(faults, []);
  });

  it('shows on the card why nothing gets through, and goes on by itself when it can', async () => {
    const ground = await open({ OUTREACH_MODE: 'automatic' });
    const { page, program, picture } = ground;
    const partnerId = (await program.sandbox.state()).orgs[1]?.clientId ?? '';
    const grant = (permissions: readonly string[]) =>
      fetch(`${program.sandbox.baseUrl}/sandbox/v1/clients/${partnerId}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ permissions }),
      });
    const all = clients.parse(await (await grant(['routing:queue:view'])).json());
    assert.deepEqual(all.permissions, ['routing:queue:view']);
    await handOff(ground);
    const card = page.locator('#chat .card', { hasText: 'Connected with Southridge Repairs' });
    await card.getByText(/messages? waits?: one side cannot be reached just now/).waitFor();
    await card.getByText('genesys.permission-missing').waitFor();
    await picture('hand-off-waiting');
    await grant([
      'conversation:message:receive',
      'conversation:communication:view',
      'conversation:webmessaging:view',
    ]);
    await card.getByText('genesys.permission-missing').waitFor({ state: 'detached', timeout: 30_000 });
    const sides = handOffSides(program.sandbox);
    const there = await waitFor(() => sides.arrived(''), { what: 'the customer at the partner' });
    const read = await waitFor(
      async () => {
        const { texts } = await sides.partnerReads(there);
        const found = texts.filter((text) => text.includes('I am still here'));
        return found.length === 0 ? undefined : found;
      },
      { what: 'the partner to read what was said', deadlineMs: 15_000 },
    );
    assert.equal(read.length, 1);
    await picture('hand-off-through');
  });
});
