import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { type Program, startProgram } from '../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { launchChromium } from './launch-chromium.ts';

const artefacts = 'test-artefacts';
const agent = 'Tomás Herrera';

describe('the control room', () => {
  let browser: Browser;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let program: Program;
  let page: Page;
  let faults: string[];

  before(async () => {
    await mkdir(artefacts, { recursive: true });
    browser = await launchChromium();
  });

  after(() => browser?.close());

  afterEach(async function () {
    const name = this.currentTest?.title.replaceAll(/\W+/g, '-') ?? 'test';
    await page?.screenshot({ path: `${artefacts}/${name}.png` });
    if (this.currentTest?.state === 'failed') process.stderr.write(program?.output() ?? '');
    await page?.close();
    await program?.stop();
    await directory?.remove();
  });

  async function open(env: Record<string, string>, viewport = { width: 1280, height: 800 }): Promise<void> {
    directory = await temporaryDirectory();
    program = await startProgram({ dataDir: directory.path, env });
    page = await browser.newPage({ viewport });
    page.setDefaultTimeout(15_000);
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(program.sandbox.baseUrl);
    await page.getByText('Bot installed').waitFor();
  }

  const card = (state: string) => page.locator(`#chat .card[data-state="${state}"]`);
  const free = () => page.getByRole('button', { name: `Make available: ${agent}` }).click();
  const shown = () => page.locator('.widget .theirs .bubble').last().textContent();

  /** The customer answers in the messenger that opened by itself, and the card says so. */
  async function answerAsTheCustomer(): Promise<void> {
    await page.getByText('Online now').waitFor();
    await page.getByPlaceholder('Answer as the customer').fill('Yes please, I am still here.');
    await page.keyboard.press('Enter');
    await page.locator('.widget .mine .bubble', { hasText: 'I am still here' }).waitFor();
    await card('replied').waitFor();
  }

  it('shows an outreach from presence to reply, automatically', async () => {
    await open({ OUTREACH_MODE: 'automatic' });
    await free();
    const text = await page.locator('#chat .card').first().textContent();
    assert.match(text ?? '', new RegExp(agent));
    await page.locator('.widget .theirs').last().waitFor();
    const message = (await shown()) ?? '';
    assert.ok(text?.includes(message), `the card quotes what the customer sees: ${message}`);
    await page.getByRole('button', { name: /^Message sent/ }).click();
    await page.getByRole('dialog').getByText(message.slice(0, 20)).first().waitFor();
    await page.keyboard.press('Escape');
    await answerAsTheCustomer();
    await page.reload();
    await card('replied').waitFor();
    assert.deepEqual(faults, []);
  });

  it('waits for a supervisor, and for nobody else', async () => {
    await open({ OUTREACH_MODE: 'supervisor' });
    await free();
    await card('awaiting-approval').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Maya Lindqvist' });
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.locator('.toast').waitFor();
    await page.screenshot({ path: `${artefacts}/refused.png` });
    await card('awaiting-approval').waitFor();
    assert.equal(await page.locator('.widget').count(), 0, 'no customer was reached');

    await page.getByLabel('You are').selectOption({ label: 'Sam Porter (supervisor)' });
    await page.getByRole('button', { name: 'Approve' }).click();
    await card('delivered').or(card('sending')).or(card('approved')).or(card('sent')).first().waitFor();
    await page.locator('.toast').waitFor({ state: 'detached', timeout: 3000 });
    await answerAsTheCustomer();
    await page.locator('#chat .card').getByText('Sam Porter').first().waitFor();
    assert.deepEqual(faults, []);
  });

  it('is usable by keyboard alone and does not scroll as a page', async () => {
    await open({ OUTREACH_MODE: 'automatic' }, { width: 1920, height: 1080 });
    await page.getByRole('button', { name: `Make available: ${agent}` }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#chat .card').first().waitFor();
    const focused = await page.evaluate('document.activeElement?.getAttribute("aria-label")');
    assert.equal(focused, `Set busy: ${agent}`, 'the focus stays with the agent');
    for (const viewport of [
      { width: 1920, height: 1080 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(viewport);
      const size = await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
      );
      assert.deepEqual(size, [viewport.width, viewport.height]);
    }
    assert.deepEqual(faults, []);
  });

  it('finds its way back when the program is started anew', async () => {
    await open({ OUTREACH_MODE: 'automatic' });
    await free();
    await page.getByText('Online now').waitFor();
    await card('delivered').waitFor();
    const sandboxPort = Number(new URL(program.sandbox.baseUrl).port);
    await program.stop();
    await page.getByText('Connection lost').waitFor();
    await page.getByText('Bot not known').waitFor();
    await page.screenshot({ path: `${artefacts}/lost.png` });
    program = await startProgram({ dataDir: directory.path, sandboxPort });
    await page.getByText('Online now').waitFor();
    await page.getByText('Bot installed').waitFor();
    await page.getByPlaceholder('Answer as the customer').fill('Yes please, I am still here.');
    await page.keyboard.press('Enter');
    await card('replied').waitFor();
  });

  it('starts over', async () => {
    await open({ OUTREACH_MODE: 'automatic' });
    await free();
    await page.locator('#chat .card').first().waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.screenshot({ path: `${artefacts}/reset.png` });
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Nothing here yet').waitFor();
    await page.getByText('in the agents’ own chats').waitFor();
    await page.getByRole('button', { name: `Make available: ${agent}` }).waitFor();
    assert.equal(await page.locator('.card').count(), 0);
    assert.deepEqual(faults, []);
  });
});
