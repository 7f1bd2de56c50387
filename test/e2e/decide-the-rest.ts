import type { Page } from 'playwright-core';

/** After “Approve and send …” on a shared card: says no to the one, if any, that would be held back, so that nothing waits any more. */
export async function decideTheRest(page: Page): Promise<void> {
  await page
    .getByText(/nothing waits any more|^1 message waits for a decision/)
    .first()
    .waitFor();
  const left = page.getByRole('button', { name: /^Decline/ });
  if ((await left.count()) > 0) await left.last().click();
  await page.getByText('nothing waits any more').first().waitFor();
}
