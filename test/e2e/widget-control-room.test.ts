import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type WidgetGround, widgetGround } from './widget-ground.ts';

const question = 'Do you mend boots?';

describe('a widget of one’s own, with the control room beside it', () => {
  const open = widgetGround();

  const visitor = (room: Page, name: string) => room.locator('.visitor', { hasText: name });
  const picture = (room: Page, name: string) => room.screenshot({ path: `test-artefacts/${name}.png` });
  async function arm(room: Page, trial: RegExp): Promise<void> {
    await room.getByRole('button', { name: 'Make something fail' }).click();
    await room.getByRole('button', { name: trial }).click();
    await room.locator('.armed li:not(.none)').first().waitFor();
    await room.keyboard.press('Escape');
  }
  async function write(ground: WidgetGround): Promise<void> {
    await ground.signIn('Priya Nair');
    await ground.openChat();
    await ground.page.locator('.status', { hasText: 'Online' }).waitFor();
    await ground.write(question);
  }

  it('makes one contact though the answer is lost, and links the conversation at the second try', async () => {
    const ground = await open();
    const room = await ground.controlRoom();
    await arm(room, /^Let it fail.*Widget: a contact is made/);
    await arm(room, /^Let it fail.*Widget: a conversation is not linked/);
    await write(ground);
    await room.getByText('It has happened').waitFor();
    await visitor(room, 'Priya Nair').waitFor();
    await picture(room, 'widget-room-linked');
    await room.getByRole('button', { name: /^All calls/ }).click();
    await room
      .getByText(/PUT.*externalcontacts\/conversations/)
      .first()
      .waitFor();
    await picture(room, 'widget-room-calls');
    const { orgs } = await ground.program.sandbox.state();
    const known = orgs[0]?.customers.filter(({ name }) => name === 'Priya Nair') ?? [];
    assert.equal(known.length, 1);
    assert.deepEqual(ground.faults, []);
  });

  it('shows the customer what is sent from a button in Teams', async () => {
    const ground = await open();
    const room = await ground.controlRoom();
    await write(ground);
    await visitor(room, 'Priya Nair').click();
    await room.getByRole('button', { name: 'An agent answers' }).click();
    await room.getByRole('button', { name: 'Agent ends it' }).click();
    await ground.page.getByText('This conversation has ended.').waitFor();
    await room
      .getByRole('button', { name: /^Daniel Okafor/ })
      .and(room.locator('[data-chat]'))
      .click();
    await room.getByLabel('Write to the Reachback bot').fill('candidates');
    await room.keyboard.press('Enter');
    const card = room.locator('#chat .card', { hasText: 'Customers you can write to' });
    // The last one this agent served.
    await card
      .getByRole('button', { name: /^Write/ })
      .first()
      .click();
    await picture(room, 'widget-room-candidates');
    await card.getByRole('button', { name: /^Send/ }).filter({ visible: true }).click();
    await room
      .getByRole('button', { name: /^Outreach/ })
      .and(room.locator('[data-chat]'))
      .click();
    await room.getByRole('button', { name: /^Approve and send/ }).click();
    const arrived = ground.page.locator('.bubble.theirs', { hasText: 'this is Daniel Okafor' });
    await arrived.waitFor();
    assert.equal(await arrived.count(), 1);
    assert.equal(await ground.page.getByText('This conversation has ended.').count(), 0);
    await picture(room, 'widget-room-reached');
    await ground.picture('reached');
    assert.deepEqual(ground.faults, []);
  });
});
