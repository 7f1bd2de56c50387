import { createHash } from 'node:crypto';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { Page } from '../server.ts';

export type SignedInView =
  | { readonly agentName: string }
  | {
      readonly problem:
        | 'link-spent'
        | 'cancelled'
        | 'code-refused'
        | 'client-refused'
        | 'other-person'
        | 'not-set-up'
        | 'unanswered';
      /** Of the error catalogue. */
      readonly code: string;
    };

const statuses = {
  'link-spent': 410,
  cancelled: 403,
  'code-refused': 403,
  'client-refused': 502,
  'other-person': 403,
  'not-set-up': 404,
  unanswered: 502,
} as const;

const style = `
:root { color-scheme: light dark; --back: #f5f5f5; --card: #fff; --text: #242424; --soft: #5c5c5c; --good: #0e700e; --bad: #b10e1c; --line: #e0e0e0 }
@media (prefers-color-scheme: dark) { :root { --back: #1f1f1f; --card: #292929; --text: #fff; --soft: #c7c7c7; --good: #6bcf6b; --bad: #ff99a4; --line: #424242 } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--back); color: var(--text); font: 16px/1.6 "Segoe UI", system-ui, sans-serif }
main { width: 100%; max-width: 30rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow-wrap: anywhere }
.mark { display: grid; place-items: center; width: 3rem; height: 3rem; margin-bottom: 1rem; border: 2px solid; border-radius: 50%; font-size: 1.5rem; font-weight: 600; line-height: 1 }
.good { color: var(--good) } .bad { color: var(--bad) }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25 }
p { margin: 0 0 .75rem } p:last-child { margin: 0 }
.soft { color: var(--soft); font-size: .875rem }
`;

/** Only this very style, and nothing else at all. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page an agent comes back to from signing in: what became of it, and what to do now. Pure. */
export function signedInPage(view: SignedInView, locale: Locale): Page {
  const words = wordsOf(locale);
  const problem = 'problem' in view;
  const title = words(problem ? 'sign-in.page.failed-title' : 'sign-in.page.done-title');
  const [about, next, soft] = problem
    ? [
        words(`sign-in.page.${view.problem}`),
        view.problem === 'not-set-up' ? null : words('sign-in.page.again'),
        words('step.code', { code: view.code }),
      ]
    : [words('sign-in.page.done', { agent: view.agentName }), null, words('sign-in.page.close')];
  const html = `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
<main>
<div class="mark ${problem ? 'bad' : 'good'}" aria-hidden="true">${problem ? '!' : '✓'}</div>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
${next === null ? '' : `<p>${escaped(next)}</p>\n`}<p class="soft">${escaped(soft)}</p>
</main>
</html>
`;
  return {
    status: problem ? statuses[view.problem] : 200,
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'content-language': locale,
      'cache-control': 'no-store',
      // The address holds the code: no page it leads to is told of it.
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      vary: 'accept-language',
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
