import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { locales } from '../../../../bot/locales/locale.ts';
import { answerSignedIn } from '../../../../bot/pages/answer-signed-in.ts';
import { signedInPage } from '../../../../bot/pages/signed-in-page.ts';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const back = { state: 'the-state', code: 'the-code', acceptLanguage: 'en' };

describe('the page an agent comes back to from signing in', () => {
  it('may load nothing but its own style, runs nothing and is not framed, kept or indexed', () => {
    const { html, headers } = signedInPage({ agentName: 'Ada' }, 'en');
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    assert.equal(
      headers['content-security-policy'],
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.doesNotMatch(html, /<script|style=|\son\w+=|src=|href=/);
  });

  it('shows a name letter by letter', () => {
    const { html } = signedInPage({ agentName: '<img onerror="x"> & {agent}' }, 'en');
    assert.match(html, /&#60;img onerror=&#34;x&#34;&#62; &#38; \{agent\}/);
  });

  for (const locale of locales)
    it(`says it in the browser’s language: ${locale}`, async () => {
      const signIns = { finish: async () => ({ agentName: 'Ada' }) };
      const { log } = recordingLog();
      const acceptLanguage = `xx, ${locale}-ZZ;q=0.9, en;q=0.1`;
      const page = await answerSignedIn({ ...back, acceptLanguage }, { signIns, language: 'en', log });
      assert.equal(page.status, 200);
      assert.match(page.html, new RegExp(`<html lang="${locale}">`));
      assert.equal(page.headers['content-language'], locale);
    });

  const failures: [ErrorCode, number, RegExp][] = [
    ['reply.sign-in.link-spent', 410, /not valid any more.*Say “sign in”/s],
    ['reply.sign-in.cancelled', 403, /did not sign you in/],
    ['reply.sign-in.code-refused', 403, /did not confirm/],
    ['reply.sign-in.client-refused', 502, /not set up rightly/],
    ['reply.sign-in.other-person', 403, /Somebody else signed in/],
    ['reply.sign-in.not-set-up', 404, /not set up in this installation/],
    ['genesys.token-unavailable', 502, /did not answer just now/],
    ['genesys.refused', 403, /did not confirm/],
  ];
  for (const [code, status, words] of failures)
    it(`tells ${code} with a way on and the code, and logs neither state nor code`, async () => {
      const { log, lines } = recordingLog();
      const signIns = { finish: () => Promise.reject(new ReachbackError(code)) };
      const page = await answerSignedIn(back, { signIns, language: 'de', log });
      assert.equal(page.status, status);
      assert.match(page.html, words);
      assert.ok(page.html.includes(`Code ${code}`));
      assert.deepEqual(codedLines(lines), [code]);
      assert.doesNotMatch(`${page.html} ${JSON.stringify(lines)}`, /the-state|the-code/);
    });
});
