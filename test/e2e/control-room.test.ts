import assert from 'node:assert/strict';
import { startProgram } from '../../tools/program/start-program.ts';
import { agent, controlRoomGround } from './control-room-ground.ts';

describe('the control room', () => {
  const open = controlRoomGround();

  it('shows an outreach from presence to reply, automatically', async () => {
    const { page, card, free, answerAsTheCustomer, faults } = await open({ OUTREACH_MODE: 'automatic' });
    await free();
    const text = await page.locator('#chat .card[data-state]').first().textContent();
    assert.match(text ?? '', new RegExp(agent));
    await page.locator('.widget .theirs').last().waitFor();
    const message = (await page.locator('.widget .theirs .bubble').last().textContent()) ?? '';
    assert.ok(text?.includes(message), `the card quotes what the customer sees: ${message}`);
    await answerAsTheCustomer();
    await page.reload();
    await card('replied').waitFor();
    assert.deepEqual(faults, []);
  });

  it('waits for a supervisor, and for nobody else', async () => {
    const { page, card, free, answerAsTheCustomer, faults, picture } = await open({
      OUTREACH_MODE: 'supervisor',
    });
    await free();
    await card('awaiting-approval').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Maya Lindqvist' });
    await page.getByRole('button', { name: /^Approve and send/ }).click();
    await page.locator('.toast').waitFor();
    await picture('refused');
    await card('awaiting-approval').waitFor();
    assert.equal(await page.locator('.widget').count(), 0, 'no customer was reached');
    await page.locator('#steps .step.failed', { hasText: 'Approve refused' }).waitFor();

    await page.getByLabel('You are').selectOption({ label: 'Sam Porter (supervisor)' });
    await page.getByRole('button', { name: /^Approve and send/ }).click();
    await card('delivered').or(card('sending')).or(card('approved')).or(card('sent')).first().waitFor();
    await page.locator('.toast').waitFor({ state: 'detached', timeout: 3000 });
    await answerAsTheCustomer();
    await page.locator('#chat .card').getByText('Sam Porter').first().waitFor();

    const text = await page.locator('body').innerText();
    assert.match(text, /\b\d{2}:\d{2}:\d{2}\b/);
    assert.doesNotMatch(text, /\d\s?[AP]M\b/i, 'every time is written in one manner');
    assert.doesNotMatch(text, /\{\{/);
    assert.deepEqual(faults, []);
  });

  it('lets the agents’ side answer and end a conversation, and shows the other organisation', async () => {
    const { page, free, card, answerAsTheCustomer, faults } = await open({ OUTREACH_MODE: 'supervisor' });
    await free();
    await card('awaiting-approval').waitFor();
    await page.getByRole('button', { name: /^Approve and send/ }).click();
    await answerAsTheCustomer();
    await page.getByRole('button', { name: 'An agent answers' }).click();
    await page.getByText(/^In a chat with /).waitFor();
    await page.getByRole('button', { name: 'Agent ends it' }).click();
    await page.getByText('The conversation was ended by the other side.').waitFor();
    await page.getByText(/^In a chat with /).waitFor({ state: 'hidden' });

    await page.getByLabel('Organisation').selectOption({ label: 'Southridge Repairs' });
    await page.getByText('No messenger open').waitFor();
    await page.getByRole('button', { name: 'Make available: Sanne Jansen' }).click();
    await page.getByRole('button', { name: /^Sanne Jansen.*Nobody written to/ }).click();
    await page.getByText('The bot is signed in to Northwind').waitFor();
    assert.deepEqual(faults, []);
  });

  it('finds its way back when the program is started anew', async () => {
    const ground = await open({ OUTREACH_MODE: 'automatic' });
    const { page, card, free, picture, directory } = ground;
    await free();
    await page.getByText('Online now').waitFor();
    await card('delivered').waitFor();
    const sandboxPort = Number(new URL(ground.program.sandbox.baseUrl).port);
    await ground.program.stop();
    await page.getByText('Connection lost').waitFor();
    await page.getByText('Bot not known').waitFor();
    await picture('lost');
    ground.program = await startProgram({ dataDir: directory, sandboxPort });
    await page.getByText('Online now').waitFor();
    await page.getByText('Bot installed').waitFor();
    await page.getByPlaceholder('Answer as the customer').fill('Yes please, I am still here.');
    await page.keyboard.press('Enter');
    await card('replied').waitFor();
  });

  it('starts over', async () => {
    const { page, free, picture, faults } = await open({ OUTREACH_MODE: 'automatic' });
    await free();
    await page.locator('#chat .card[data-state]').first().waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await picture('reset');
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: `Make available: ${agent}` }).waitFor();
    await page.getByText('No outreach yet').waitFor();
    assert.equal(await page.locator('.card[data-state]').count(), 0);
    await page.reload();
    await page.getByText('No outreach yet').waitFor();
    assert.deepEqual(faults, []);
  });
});
