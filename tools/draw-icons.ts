import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

/** Draws the app's icons from their SVG files, in Chromium (Debian's, or CHROMIUM=path). The PNG files are kept beside them. */
const sizes = { color: 192, outline: 32 };

const folder = new URL('../manifest/', import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
try {
  for (const [name, size] of Object.entries(sizes)) {
    const svg = await readFile(new URL(`${name}.svg`, folder), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>html,body{margin:0;background:none}svg{display:block}</style>${svg}`);
    await writeFile(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
