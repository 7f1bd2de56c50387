import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page, WebSocketRoute } from 'playwright-core';
import { playAs } from '../../tools/playground/play-as.ts';
import { type Program, startProgram } from '../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { launchChromium } from './launch-chromium.ts';

const artefacts = 'test-artefacts/playground';

/** The program with the Microsoft 365 Agents Playground as somebody's Teams, in a browser. */
export interface PlaygroundGround {
  readonly program: Program;
  readonly page: Page;
  /** Every card on the page with these words in it. */
  card(words: string | RegExp): Locator;
  /** To the bot, in the open personal chat. */
  say(text: string): Promise<void>;
  /** Goes to the team's channel; the first time the app is installed there by it. */
  openChannel(): Promise<void>;
  /** Makes an agent of the sandbox available. */
  free(name: string): Promise<void>;
  /** From here on nothing new reaches the page, as on a train in a tunnel; `false`: all that waited does. */
  holdUpdates(held: boolean): void;
  picture(step: string): Promise<void>;
}

/**
 * Gives `open`, which starts the program and the Playground for the person with this e-mail and waits for the bot's greeting; all of it is
 * closed after the test. The page is given nothing but the loopback; its fonts from elsewhere are missing.
 */
export function playgroundGround(
  suite: string,
): (who: { as: string; env?: Readonly<Record<string, string>> }) => Promise<PlaygroundGround> {
  let browser: Browser;
  const opened: (() => Promise<unknown>)[] = [];
  let shown: Pick<PlaygroundGround, 'picture' | 'program'> | undefined;

  before(async () => {
    await mkdir(artefacts, { recursive: true });
    browser = await launchChromium();
  });

  after(() => browser?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await shown?.picture(`failed-${this.currentTest.title.replaceAll(/\W+/g, '-')}`);
      process.stderr.write(shown?.program.output() ?? '');
    }
    shown = undefined;
    for (const close of opened.splice(0).reverse()) await close();
  });

  return async ({ as, env = {} }) => {
    const directory = await temporaryDirectory();
    opened.push(directory.remove);
    const program = await startProgram({
      dataDir: directory.path,
      env: { OUTREACH_MODE: 'supervisor', ...env },
    });
    opened.push(() => program.stop());
    const playground = await playAs(program, { email: as, port: 0, directory: directory.path });
    opened.push(() => playground.stop());
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
    opened.push(() => page.close());
    page.setDefaultTimeout(15_000);
    await page.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    const holdUpdates = await holdable(page);
    const picture = async (step: string) => {
      await page.screenshot({ path: `${artefacts}/${suite}-${step}.png`, animations: 'disabled' });
    };
    shown = { picture, program };
    await page.goto(playground.url, { waitUntil: 'domcontentloaded' });
    const card = (words: string | RegExp) =>
      page.locator('.ac-adaptiveCard:visible').filter({ hasText: words });
    await card('Hello, I am Reachback').waitFor();
    return {
      program,
      page,
      card,
      async say(text) {
        await page.locator('[contenteditable=true]').first().click();
        await page.keyboard.type(text);
        await page.getByRole('button', { name: 'Send Message' }).click();
      },
      async openChannel() {
        await page.getByRole('treeitem', { name: 'Customer Care - Outreach' }).click();
        await card('Its card comes to this channel').waitFor();
      },
      async free(name) {
        const { orgs } = await program.sandbox.state();
        const agent = orgs[0]?.agents.find((each) => each.name === name);
        await program.sandbox.setPresence(agent?.id ?? name, 'Available');
      },
      holdUpdates,
      picture,
    };
  };
}

/** Puts itself between the page and the socket its conversations come through. */
async function holdable(page: Page): Promise<(held: boolean) => void> {
  let holding = false;
  const waiting: (() => void)[] = [];
  const join = (route: WebSocketRoute) => {
    const server = route.connectToServer();
    route.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      if (holding) waiting.push(() => route.send(message));
      else route.send(message);
    });
  };
  await page.routeWebSocket(/_ws_conversation/, join);
  return (held) => {
    holding = held;
    if (!held) for (const deliver of waiting.splice(0)) deliver();
  };
}
