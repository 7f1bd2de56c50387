import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { waitFor } from '../../tools/program/wait-for.ts';
import { axeViolations } from './axe-violations.ts';
import { agent, controlRoomGround } from './control-room-ground.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** What stands in dialogs, and single lines, is laid out alike at both. */
const smaller = sizes.slice(0, 1);

describe('the control room for everybody', () => {
  const open = controlRoomGround();

  /** No violation, nothing that scrolls as a page; at both sizes unless told. */
  async function fine(page: Page, state: string, viewports = sizes): Promise<void> {
    // A step that comes while axe looks would be seen half faded in.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const viewport of viewports) {
      await page.setViewportSize(viewport);
      assert.deepEqual(await axeViolations(page), [], `${state} at ${viewport.width}`);
      const size = await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
      );
      assert.deepEqual(size, [viewport.width, viewport.height], state);
    }
  }

  const closeDialog = async (page: Page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('has no axe violation in any state of an outreach', async () => {
    const { page, card, free, answerAsTheCustomer, faults } = await open({ OUTREACH_MODE: 'supervisor' });
    await fine(page, 'at the start');
    await free();
    await card('awaiting-approval').waitFor();
    await fine(page, 'awaiting approval');
    await page.getByRole('button', { name: /^Approve and send/ }).click();
    await card('delivered').waitFor();
    await fine(page, 'delivered');
    await answerAsTheCustomer();
    await fine(page, 'replied');
    await page.emulateMedia({ forcedColors: 'active' });
    await fine(page, 'in forced colours');
    assert.deepEqual(faults, []);
  });

  it('has no axe violation in dialogs, searches, faults and at other times', async () => {
    const { page, free, program, faults } = await open({ OUTREACH_MODE: 'automatic' });
    await page.getByRole('button', { name: 'Make something fail' }).click();
    await fine(page, 'trials', smaller);
    await page.getByRole('button', { name: /^Let it fail.*slow down/ }).click();
    await page.getByRole('dialog').getByRole('listitem').filter({ hasText: '429' }).last().waitFor();
    await fine(page, 'armed', smaller);
    await closeDialog(page);
    await free();
    await page.locator('#steps .step.failed').waitFor();
    await fine(page, 'a failed step');
    await page.locator('#steps .step.failed').click();
    await fine(page, 'the raw request', smaller);
    await closeDialog(page);
    await page.getByRole('button', { name: /^All calls/ }).click();
    await fine(page, 'all calls', smaller);
    await closeDialog(page);
    await page.getByRole('searchbox', { name: 'Find a customer' }).fill('nobody of that name');
    await page.getByText('Nobody fits').waitFor();
    await fine(page, 'an empty search', smaller);
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByText('1 d ahead').waitFor();
    await page.getByLabel('Write to the Reachback bot').fill('help');
    await page.keyboard.press('Enter');
    await page.locator('#chat .post.person').waitFor();
    await fine(page, 'a day later, talking to the bot', smaller);
    await page.getByRole('button', { name: 'Reset' }).click();
    await fine(page, 'the question before a reset', smaller);
    await closeDialog(page);
    await program.stop();
    await page.getByText('Sandbox lost').waitFor();
    await fine(page, 'the sandbox gone', smaller);
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('ERR_CONNECTION')),
      [],
    );
  });

  it('can be used by keyboard alone, and the focus stays where it was', async () => {
    const { page, card } = await open({ OUTREACH_MODE: 'supervisor' });
    const focused = () =>
      page.evaluate(
        'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent',
      );
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to the agents');
    await page.keyboard.press('Enter');
    // Past the list of presences to the button of the first agent who is not free.
    const wanted = `Make available: ${agent}`;
    for (let presses = 0; presses < 40 && (await focused()) !== wanted; presses += 1)
      await page.keyboard.press('Tab');
    assert.equal(await focused(), wanted);
    await page.keyboard.press('Enter');
    await card('awaiting-approval').waitFor();
    assert.equal(await focused(), `Set busy: ${agent}`, 'the focus stays with the agent');

    const approve = page.getByRole('button', { name: /^Approve and send: Tomás Herrera to \w+/ });
    await approve.focus();
    await page.keyboard.press('Enter');
    await card('delivered').waitFor();
    const lost = await page.evaluate('document.activeElement === document.body');
    assert.equal(lost, false, 'the focus stays on the card whose buttons are gone');

    const step = page.getByRole('button', { name: /^Message accepted/ });
    await step.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Message accepted' }).waitFor();
    await closeDialog(page);
    assert.match(String(await focused()), /^Message accepted/, 'the focus is back on the step');
  });

  it('tells a screen reader once what happens', async () => {
    const { page, card, free, answerAsTheCustomer } = await open({ OUTREACH_MODE: 'supervisor' });
    await page.evaluate(`
      window.heard = [];
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) window.heard.push(node.textContent);
      }).observe(document.querySelector('#said'), { childList: true });
    `);
    await free();
    await card('awaiting-approval').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Maya Lindqvist' });
    await page.getByRole('button', { name: /^Approve and send/ }).click();
    await page.locator('.toast').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Sam Porter (supervisor)' });
    await page.getByRole('button', { name: /^Approve and send/ }).click();
    await answerAsTheCustomer();
    const expected = [
      /^Tomás Herrera is now Available$/,
      /^Card posted in #Outreach: Write to this customer\?$/,
      /^Only supervisors/,
      /got: “Hello/,
      /wrote: “Yes please, I am still here.”$/,
      /^Card updated in #Outreach: The customer replied$/,
    ];
    const heard = await waitFor(
      async () => {
        const all: unknown = await page.evaluate('window.heard');
        const texts = Array.isArray(all) ? all.map(String) : [];
        return expected.every((words) => texts.some((text) => words.test(text))) ? texts : undefined;
      },
      { what: 'every sentence to be said' },
    );
    for (const words of expected)
      assert.equal(heard.filter((text) => words.test(text)).length, 1, `${words} in ${heard.join(' | ')}`);
  });
});
