import assert from 'node:assert/strict';
import { waitFor } from '../../tools/program/wait-for.ts';
import { agent, controlRoomGround } from './control-room-ground.ts';

describe('the timeline of the control room', () => {
  const open = controlRoomGround();

  it('shows each step of an outreach as it happens, with the raw request behind it', async () => {
    const { page, card, free, stepTitles, answerAsTheCustomer, faults } = await open({
      OUTREACH_MODE: 'supervisor',
    });
    await free();
    await card('awaiting-approval').waitFor();
    const waits = page.getByRole('button', { name: /Tomás Herrera.*Needs a yes/ });
    await waits.waitFor();
    assert.deepEqual(await stepTitles(), ['Agent became free', 'Truth check', 'Card posted']);
    await page.getByRole('button', { name: /^Approve and send/ }).click();
    await answerAsTheCustomer();
    await page
      .getByRole('button', { name: /^Cards? updated.*(Outreach|In 2 chats): The customer replied/ })
      .waitFor();
    const titles = await stepTitles();
    const story = [
      'Agent became free',
      'Truth check',
      'Card posted',
      'Approved by Sam Porter',
      'Card updated',
      'Message accepted',
      'Shown to the customer',
      'Customer wrote',
    ];
    assert.deepEqual(
      titles.filter((title, index) => story.includes(title) && titles.indexOf(title) === index),
      story,
    );
    assert.match(titles.at(-1) ?? '', /^Cards? (updated|posted)$/);

    await page.getByRole('button', { name: /^Message accepted/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Message accepted' });
    assert.match((await dialog.textContent()) ?? '', /POST \/api\/v2\/conversations\/[\s\S]*Status20\d/);
    assert.match((await dialog.textContent()) ?? '', /Correlation id[\da-f]{8}-/);
    assert.match(
      (await dialog.getByRole('region', { name: 'Request to Genesys Cloud' }).textContent()) ?? '',
      /Hello/,
    );
    await dialog.getByRole('button', { name: 'Copy: Answer' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Agent became free/ }).click();
    await page.getByRole('region', { name: /^Frame of presence, on 1 socket/ }).waitFor();
    await page.keyboard.press('Escape');

    await page
      .getByRole('button', { name: /^Card posted/ })
      .first()
      .click();
    await page.getByRole('region', { name: 'What Teams shows' }).waitFor();
    await page.getByRole('region', { name: 'Request to Teams' }).waitFor();
    await page.keyboard.press('Escape');
    const times = await page.evaluate(
      '[...document.querySelectorAll("#steps time")].map((each) => each.dateTime)',
    );
    assert.ok(Array.isArray(times) && times.every((time) => !Number.isNaN(Date.parse(String(time)))));

    await page.reload();
    await page.getByRole('button', { name: /Tomás Herrera.*Replied/ }).waitFor();
    assert.deepEqual(await stepTitles(), titles, 'a page opened afterwards tells the same');
    assert.deepEqual(faults, []);
  });

  it('says why an agent who is free again too soon leads to nothing', async () => {
    const { page, free, card } = await open({ OUTREACH_MODE: 'supervisor' });
    await free();
    await card('awaiting-approval').waitFor();
    await page.getByRole('button', { name: `Set busy: ${agent}` }).click();
    await free();
    await page.getByText('Passed over: back too soon').waitFor();
    await page.getByText('Within 10 s that counts as flapping').waitFor();
    assert.equal(await page.locator('#outreaches li').count(), 2);
  });

  it('shows what is made to fail, in red and with its code, and what came of it', async () => {
    const { page, card, free, picture } = await open({ OUTREACH_MODE: 'automatic' });
    await page.getByRole('button', { name: 'Make something fail' }).click();
    await page.getByRole('button', { name: /^Let it fail.*503/ }).click();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('Nothing: everything works').waitFor();
    await page.getByRole('button', { name: /^Let it fail.*stores the message/ }).click();
    await page.getByRole('dialog').getByText('Nothing: everything works').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByText('Will fail').waitFor();
    await free();
    await page.locator('#steps .step.failed', { hasText: 'the connection broke before an answer' }).waitFor();
    await page.getByText('It has happened', { exact: true }).waitFor();
    await picture('lost-answer');
    await card('sent').or(card('delivered')).first().waitFor();
    assert.equal(await page.locator('#steps .step', { hasText: 'Shown to the customer' }).count(), 1);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('It has happened', { exact: true }).waitFor({ state: 'hidden' });
  });

  it('stays readable with ten outreaches and 500 calls, and keeps the reader’s place', async () => {
    const { page, program, faults } = await open({ OUTREACH_MODE: 'automatic' });
    const { baseUrl, state, setPresence } = program.sandbox;
    const [org] = (await state()).orgs;
    assert.ok(org);
    const agents = org.agents.filter(({ presence }) => presence !== 'Available').slice(0, 11);
    for (const { id, presence } of agents) {
      if (presence === 'On Queue') await setPresence(id, 'Busy');
    }
    for (const { id } of agents.slice(0, 10)) await setPresence(id, 'Available');
    const rows = page.locator('#outreaches .outreach');
    const chosen = page.locator('#outreaches [aria-current="true"]');
    await waitFor(async () => (await rows.count()) >= 10, { what: 'ten outreaches' });
    await Promise.all(Array.from({ length: 500 }, (_, number) => fetch(`${baseUrl}/api/v2/users/${number}`)));
    await page.getByRole('button', { name: /^All calls \((5[5-9]\d|6\d\d)\)/ }).waitFor();

    // Reads the oldest, well down the list, while something new comes in.
    const oldest = rows.last();
    const id = await oldest.getAttribute('data-outreach');
    // Rows that still come in move the others: chosen is what was meant, or chosen again.
    await waitFor(
      async () => {
        await oldest.click();
        return (await chosen.getAttribute('data-outreach')) === id;
      },
      { what: 'the oldest to be chosen' },
    );
    await page.evaluate('document.querySelector("#outreaches").scrollTop = 9999');
    const place = async () => (await oldest.boundingBox())?.y;
    const before = await place();
    const next = agents[10];
    assert.ok(next);
    await setPresence(next.id, 'Available');
    await waitFor(async () => (await rows.count()) >= 11, { what: 'another outreach' });
    assert.equal(await chosen.getAttribute('data-outreach'), id);
    assert.ok(Math.abs(Number(await place()) - Number(before)) <= 1, 'the list stayed where it was read');

    await page.getByLabel('Find an outreach').fill(next.name);
    await waitFor(async () => (await rows.count()) < 3, { what: 'the list to be narrowed' });

    await page.getByRole('button', { name: /^All calls/ }).click();
    const calls = page.getByRole('dialog').locator('tbody tr');
    assert.ok((await calls.count()) > 500);
    await page.evaluate('document.querySelector(".calls").scrollTop = 600');
    await calls.nth(30).getByRole('button').click();
    await page.getByRole('button', { name: 'Back to all calls' }).click();
    const scrolled = await page.evaluate('document.querySelector(".calls").scrollTop');
    assert.ok(Math.abs(Number(scrolled) - 600) < 60, `back where it was read: ${scrolled}`);
    await page.getByLabel(/^Filter by/).fill('agentless');
    await waitFor(async () => (await calls.count()) < 30, { what: 'the calls to be narrowed' });
    assert.deepEqual(faults, []);
  });
});
