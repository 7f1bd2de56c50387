import assert from 'node:assert/strict';
import { waitFor } from '../../tools/program/wait-for.ts';
import { playgroundGround } from './playground-ground.ts';

const tomas = 'tomas.herrera@northwind.example';

describe('an agent in the Agents Playground', () => {
  const open = playgroundGround('agent');

  it('asks whom to write to, writes, and answers the customer who replied', async () => {
    const ground = await open({ as: tomas, env: { OUTREACH_MODE: 'automatic' } });
    const { page, card, program, say, picture } = ground;
    await picture('01-greeting');
    await say('on-queue');
    await page
      .getByText(/On Queue/)
      .last()
      .waitFor();
    await picture('02-on-queue');
    await say('status');
    await card('Presence feed').waitFor();
    await picture('03-status');
    await say('candidates');
    const write = page.getByRole('button', { name: 'Write', exact: true });
    await write.first().waitFor();
    await picture('04-candidates');
    await write.first().click();
    const text = page.getByRole('textbox').filter({ visible: true });
    await picture('05-write');
    await text.first().waitFor();
    await page
      .getByRole('button', { name: /^(Send|Ask)/ })
      .filter({ visible: true })
      .first()
      .click();
    const [customerId] = await waitFor(
      async () => {
        const written = (await program.sandbox.record()).flatMap((entry) =>
          entry.kind === 'customer' && entry.event !== 'wrote' ? [entry.customerId] : [],
        );
        return written.length > 0 ? written : undefined;
      },
      { what: 'a message to a customer', deadlineMs: 15_000 },
    );
    await picture('06-sent');
    await program.sandbox.customerWrites(customerId ?? '', 'Yes! Is *it* <b>in stock</b>?');
    await card('Yes! Is *it* <b>in stock</b>?').waitFor();
    await page.getByText('Open in Genesys', { exact: true }).waitFor();
    await picture('07-replied');
    await say('history');
    await card('History').last().waitFor();
    await picture('08-history');
    await say('pause 30m');
    await card(/Paused/)
      .last()
      .waitFor();
    await picture('09-pause');
    await say('language');
    await card('Deutsch').waitFor();
    await picture('10-language');
  });

  it('searches recent customers from the compose box and proposes a message', async () => {
    const { page, card, picture, program } = await open({ as: tomas });
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByText('Search Command').click();
    const search = page.getByPlaceholder('Enter a search term');
    await search.fill('Meh');
    await page.keyboard.press('Enter');
    const found = page.getByText('Rohan Mehta');
    await page.getByText('Hannah Weiss').waitFor({ state: 'detached' });
    await found.waitFor();
    await picture('21-search');
    await found.click();
    await page.getByRole('button', { name: 'Propose a message' }).waitFor();
    await picture('22-chosen');
    await page.getByRole('button', { name: 'Send Message' }).click();
    await card('Customer of the last 24 hours').waitFor();
    await page.getByRole('button', { name: 'Propose a message' }).click();
    await page.getByRole('textbox', { name: 'Message to the customer, word for word' }).waitFor();
    await picture('23-propose');
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await waitFor(
      async () => {
        const shown = JSON.stringify(await program.sandbox.record());
        return shown.includes('Write to this customer?') && shown.includes('Asked for by Tomás Herrera');
      },
      { what: 'a card in the channel' },
    );
    await card('Message proposed').waitFor();
    await picture('24-proposed');
    assert.equal(await card('What I do').count(), 0, 'a card is no command');
  });
});
