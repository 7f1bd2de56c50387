import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

/** Everything WCAG 2.0 to 2.2 asks at levels A and AA, and axe's best practices; no rule is switched off. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const result = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })),
    }),
  ),
  passes: z.number(),
});

/** What axe finds wrong with the page as it stands, a line each; rejects when axe did not look at anything. */
export async function axeViolations(page: Page): Promise<string[]> {
  // What is still moving or fading has colours of no rule's concern.
  await page.evaluate('for (const each of document.getAnimations()) each.finish()');
  // Evaluated by the debugger: the page's own policy forbids scripts that are not its own.
  await page.evaluate(axe.source);
  const found = result.parse(
    await page.evaluate(
      `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} }, resultTypes: ['violations'] })
        .then(({ violations, passes }) => ({ violations, passes: passes.length }))`,
    ),
  );
  if (found.passes < 10) throw new Error(`axe ran only ${found.passes} rules`);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
}
