import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Shop, startShop } from '../../examples/widget/server/start-shop.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { noBot } from '../../tools/program/no-bot.ts';
import { sandboxEnv } from '../../tools/program/sandbox-env.ts';
import { type Program, startProgram } from '../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { launchChromium } from './launch-chromium.ts';

const artefacts = 'test-artefacts';

/** The example shop in a browser, on the real program with its sandbox. */
export interface WidgetGround {
  readonly program: Program;
  readonly shop: Shop;
  readonly page: Page;
  /** What the page's console called an error. */
  readonly faults: string[];
  signIn(name: string): Promise<void>;
  openChat(): Promise<void>;
  write(text: string): Promise<void>;
  picture(name: string): Promise<void>;
  /** The control room of the same program, in a window of its own. */
  controlRoom(): Promise<Page>;
}

/** Gives `open`; everything is closed after the test, with a picture of how it ended. `before` prepares the page before it loads. */
export function widgetGround(): (options?: {
  livesSeconds?: number;
  /** The program takes the sandbox for a real organisation, with a widget for the pages of this origin alone. */
  onlyOrigin?: string;
  before?: (page: Page) => Promise<void>;
}) => Promise<WidgetGround> {
  let browser: Browser;
  const opened: (() => Promise<unknown>)[] = [];

  before(async () => {
    await mkdir(artefacts, { recursive: true });
    browser = await launchChromium();
  });

  after(() => browser?.close());

  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  /** The environment of a program in a sandbox of its own, or on one as if it were a real organisation. */
  async function organisation(
    onlyOrigin: string | undefined,
    dataDir: string,
  ): Promise<Record<string, string>> {
    if (onlyOrigin === undefined) return {};
    const sandbox = await startSandbox({ port: 0, botEndpoint: noBot });
    opened.push(sandbox.close);
    const [org] = sandbox.world.orgs.values();
    const secret = 'a secret of the shop for this test alone';
    await writeFile(
      join(dataDir, 'widget-site-keys.json'),
      JSON.stringify([{ kid: 'shop', secret: secret.replaceAll(' ', '-') }]),
    );
    return {
      ...(await sandboxEnv(sandbox.baseUrl)),
      SANDBOX_PORT: new URL(sandbox.baseUrl).port,
      WIDGET_ORIGINS: onlyOrigin,
      WIDGET_DEPLOYMENT_ID: [...(org?.deployments.keys() ?? [])][0] ?? '',
      WIDGET_MESSAGING_URL: `${sandbox.baseUrl.replace('http', 'ws')}/v1`,
      WIDGET_SECRETS: `shop:${secret.replaceAll(' ', '-')}`,
      WIDGET_AUDIENCE: 'reachback',
      WIDGET_ISSUER: 'sandbox-site',
    };
  }

  return async (options = {}) => {
    const directory = await temporaryDirectory();
    opened.push(directory.remove);
    const program = await startProgram({
      dataDir: directory.path,
      env: { ...(await organisation(options.onlyOrigin, directory.path)), OUTREACH_MODE: 'supervisor' },
    });
    opened.push(() => program.stop());
    const shop = await startShop({
      port: 0,
      backendUrl: program.url,
      dataDir: directory.path,
      ...(options.livesSeconds !== undefined && { livesSeconds: options.livesSeconds }),
    });
    opened.push(shop.stop);
    const page = await browser.newPage({ viewport: { width: 1180, height: 800 } });
    opened.push(() => page.close());
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await options.before?.(page);
    await page.goto(shop.url);
    return {
      program,
      shop,
      page,
      faults,
      async signIn(name) {
        const option = page.getByRole('option', { name: new RegExp(`^${name}`) });
        await page.getByLabel('Zendesk user').selectOption((await option.getAttribute('value')) ?? '');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByText(`Signed in as ${name}`).waitFor();
      },
      async openChat() {
        await page.getByRole('button', { name: 'Chat with us' }).click();
        await page.getByRole('region', { name: 'Chat with Contoso' }).waitFor();
      },
      async write(text) {
        await page.getByLabel('Your message').fill(text);
        await page.keyboard.press('Enter');
      },
      picture: async (name) => void (await page.screenshot({ path: `${artefacts}/widget-${name}.png` })),
      async controlRoom() {
        const room = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        opened.push(() => room.close());
        room.setDefaultTimeout(15_000);
        await room.goto(program.sandbox.baseUrl);
        await room.getByText('Bot installed').waitFor();
        return room;
      },
    };
  };
}
