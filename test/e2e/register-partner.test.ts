import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { controlRoomGround } from './control-room-ground.ts';

describe('registering a partner in the control room', () => {
  const open = controlRoomGround();
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => directory.remove());

  it('asks for what it needs, can be left without filling it in, and shows all that is wrong beside what was typed', async () => {
    const none = join(directory.path, 'partners.json');
    await writeFile(none, '{"partners":[]}');
    const env = { PARTNERS_FILE: none, PARTNER_SOUTHRIDGE_SECRET: 'of another client' };
    const { page, program, picture, faults } = await open(env);
    await page
      .getByRole('button', { name: /^Sam Porter/ })
      .and(page.locator('[data-chat]'))
      .click();
    const says = async () => {
      await page.getByLabel('Write to the Reachback bot').fill('partners');
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: /^Register a partner/ })
        .last()
        .click();
      await page
        .getByLabel(/^Short id/)
        .last()
        .waitFor();
    };
    await says();
    await picture('partner-form');
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await page.locator('#chat .card', { hasText: 'Nothing was changed.' }).waitFor();

    await says();
    const [, south] = (await program.sandbox.state()).orgs;
    assert.ok(south);
    const fields: Readonly<Record<string, string>> = {
      'Short id': 'southridge',
      Name: 'Southridge Repairs',
      'Organisation id': south.id,
      Region: 'sandbox',
      'Client id': south.clientId,
      'Variable with the client secret': 'Hunter2-is-no-name',
      'Integration id': 'some',
      'Variable with the webhook token': 'PARTNER_SOUTHRIDGE_SECRET',
      Queues: 'Repairs',
    };
    const fill = async (label: string, text: string) =>
      page
        .getByLabel(new RegExp(`^${label}`))
        .last()
        .fill(text);
    for (const [label, text] of Object.entries(fields)) await fill(label, text);
    const save = page.getByRole('button', { name: /^Save/ });
    await save.click();
    const card = page.locator('#chat .card', { hasText: 'handoff.partner-secret-typed' });
    await card.waitFor();
    await picture('partner-form-refused');
    assert.equal(
      await page
        .getByLabel(/^Client id/)
        .last()
        .inputValue(),
      south.clientId,
    );
    assert.equal(
      await page
        .getByLabel(/^Variable with the client secret/)
        .last()
        .inputValue(),
      '',
    );

    await fill('Variable with the client secret', 'PARTNER_SOUTHRIDGE_SECRET');
    await save.click();
    await page.locator('#chat .card', { hasText: 'handoff.partner-client-refused' }).waitFor();
    await picture('partner-client-refused');
    assert.deepEqual(faults, []);
  });
});
