import { agent, controlRoomGround } from './control-room-ground.ts';
import { decideTheRest } from './decide-the-rest.ts';

describe('the desk of agents and supervisors in the control room', () => {
  const open = controlRoomGround();

  it('lets an agent write to one of the customers they could reach', async () => {
    const { page, picture } = await open({ OUTREACH_MODE: 'automatic' });
    await page
      .getByRole('button', { name: /^Tomás Herrera/ })
      .and(page.locator('[data-chat]'))
      .click();
    await page.getByLabel('Write to the Reachback bot').fill('candidates');
    await page.keyboard.press('Enter');
    const card = page.locator('#chat .card', { hasText: 'Customers you can write to' });
    await card
      .getByRole('button', { name: /^Write/ })
      .first()
      .click();
    await picture('desk-candidates');
    await card.getByRole('button', { name: /^Send/ }).first().click();
    await page.locator('#chat .card[data-state]').first().waitFor();
    await page.locator('#chat .card', { hasText: 'Asked for by Tomás Herrera' }).first().waitFor();
    await picture('desk-candidate-sent');
  });

  it('shows a supervisor the policy, and changes it after a second look', async () => {
    const { page, picture } = await open({ OUTREACH_MODE: 'supervisor' });
    await page
      .getByRole('button', { name: /^Sam Porter/ })
      .and(page.locator('[data-chat]'))
      .click();
    await page.getByLabel('Write to the Reachback bot').fill('policy');
    await page.keyboard.press('Enter');
    const chat = page.getByRole('region', { name: 'Posts' });
    await chat.getByRole('button', { name: /^Mode/ }).click();
    await chat
      .getByRole('combobox', { name: 'Mode' })
      .selectOption({ label: 'Automatic: messages go out without approval' });
    await picture('desk-policy');
    await chat.getByRole('button', { name: /^Save/ }).filter({ visible: true }).click();
    await chat.getByText('Are you sure?').waitFor();
    await picture('desk-policy-sure');
    await chat.getByRole('button', { name: /^Yes, from now on/ }).click();
    await chat.getByText('Saved. In force from now on.').waitFor();
    await picture('desk-policy-changed');
  });

  it('decides a burst one by one and all at once', async () => {
    const { page, program, picture } = await open({ OUTREACH_MODE: 'supervisor' });
    const [org] = (await program.sandbox.state()).orgs;
    const others =
      org?.agents.filter(({ name, presence }) => name !== agent && presence !== 'Available') ?? [];
    await program.sandbox.setPresences(
      others.slice(0, 6).map(({ id }) => id),
      'Available',
    );
    await page.getByRole('button', { name: /^Approve and send (all|the) / }).waitFor();
    await picture('desk-burst');
    await page
      .getByRole('button', { name: /^Decline/ })
      .first()
      .click();
    await page
      .getByText(/Declined/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Approve and send (all|the) / }).click();
    await decideTheRest(page);
    await picture('desk-burst-decided');
  });
});
