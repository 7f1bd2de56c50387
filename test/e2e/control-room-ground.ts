import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Program, startProgram } from '../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { launchChromium } from './launch-chromium.ts';

const artefacts = 'test-artefacts';

export const agent = 'Tomás Herrera';

/** The whole program with its control room in a browser. */
export interface Ground {
  program: Program;
  readonly page: Page;
  readonly directory: string;
  /** What the page's console called an error. */
  readonly faults: string[];
  card(state: string): Locator;
  /** The steps of the chosen outreach, by what they are called. */
  stepTitles(): Promise<string[]>;
  free(name?: string): Promise<void>;
  /** The customer answers in the messenger that opened by itself, and the card says so. */
  answerAsTheCustomer(): Promise<void>;
  picture(name: string): Promise<void>;
}

/**
 * Gives `open`, which starts the program and opens the page as one test needs them; all of it is closed after the test,
 * with a picture of how it ended.
 */
export function controlRoomGround(): (
  env: Readonly<Record<string, string>>,
  viewport?: { readonly width: number; readonly height: number },
) => Promise<Ground> {
  let browser: Browser;
  let ground: Ground | undefined;
  let removeDirectory: (() => Promise<void>) | undefined;

  before(async () => {
    await mkdir(artefacts, { recursive: true });
    browser = await launchChromium();
  });

  after(() => browser?.close());

  afterEach(async function () {
    const name = this.currentTest?.title.replaceAll(/\W+/g, '-') ?? 'test';
    await ground?.picture(name);
    if (this.currentTest?.state === 'failed') process.stderr.write(ground?.program.output() ?? '');
    await ground?.page.close();
    await ground?.program.stop();
    await removeDirectory?.();
    ground = undefined;
  });

  return async (env, viewport = { width: 1280, height: 800 }) => {
    const directory = await temporaryDirectory();
    removeDirectory = directory.remove;
    const program = await startProgram({ dataDir: directory.path, env });
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const card = (state: string) => page.locator(`#chat .card[data-state="${state}"]`);
    ground = {
      program,
      page,
      directory: directory.path,
      faults,
      card,
      stepTitles: () => page.locator('#steps .step-title').allTextContents(),
      free: (name = agent) => page.getByRole('button', { name: `Make available: ${name}` }).click(),
      async answerAsTheCustomer() {
        await page.getByText('Online now').waitFor();
        await page.getByPlaceholder('Answer as the customer').fill('Yes please, I am still here.');
        await page.keyboard.press('Enter');
        await page.locator('.widget .mine .bubble', { hasText: 'I am still here' }).waitFor();
        await card('replied').waitFor();
      },
      picture: async (name) => {
        await page.screenshot({ path: `${artefacts}/${name}.png` });
      },
    };
    await page.goto(program.sandbox.baseUrl);
    await page.getByText('Bot installed').waitFor();
    return ground;
  };
}
