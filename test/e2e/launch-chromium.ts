import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Chromium from CHROMIUM or where Debian puts it; says how to get one when there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Install it (Debian, Ubuntu: apt-get install chromium) or set ` +
        'CHROMIUM to the path of a Chromium or Chrome.',
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
