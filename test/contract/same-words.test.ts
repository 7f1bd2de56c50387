import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { refusalWords } from '../../bot/actions/refusal-words.ts';
import { cardView } from '../../bot/cards/card-view.ts';
import { outreachCard } from '../../bot/cards/outreach-card.ts';
import { type CatalogueEntry, catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { explain } from '../../src/explain/explain.ts';
import { createLog } from '../../src/observe/log.ts';
import { coded } from '../../tools/doctor/finding.ts';
import { inWords } from '../../tools/explain/in-words.ts';
import { exampleOutreach } from '../support/example-outreach.ts';

const codes = Object.keys(catalogue).filter(isErrorCode);

describe('an error says the same words everywhere', () => {
  /** Where each code is told, and what is said there. */
  const places: Readonly<Record<string, (code: (typeof codes)[number]) => string>> = {
    'the Teams card': (code) =>
      JSON.stringify(outreachCard(cardView(exampleOutreach({ state: 'failed', reason: code }), 'en'), 'en')),
    'the log': (code) => {
      const lines: string[] = [];
      const log = createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) });
      log.warn({ code }, 'something happened');
      return lines.join('');
    },
    'the log, of an error thrown': (code) => {
      const lines: string[] = [];
      const log = createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) });
      log.warn({ err: new ReachbackError(code) }, 'something happened');
      return lines.join('');
    },
    'the doctor': (code) => JSON.stringify(coded('api', 'problem', code)),
    'npm run explain': (code) => inWords(explain(code)),
  };
  for (const [place, said] of Object.entries(places))
    it(place, () => {
      for (const code of codes) {
        const { meaning, likely, next }: CatalogueEntry = catalogue[code];
        const told = said(code);
        for (const words of [code, meaning, likely, next])
          assert.ok(
            told.includes(words) || told.includes(JSON.stringify(words).slice(1, -1)),
            `${place} does not say “${words}” of ${code}`,
          );
      }
    });

  it('the answer to a press', () => {
    for (const code of codes) {
      const told = refusalWords(new ReachbackError(code), 'en');
      const { meaning, next }: CatalogueEntry = catalogue[code];
      for (const words of [code, meaning, next]) assert.ok(told.includes(words), `${code}: ${told}`);
    }
  });

  it('docs/operations.md', async () => {
    const page = await readFile('docs/operations.md', 'utf8');
    for (const code of codes) {
      const { meaning, likely, next }: CatalogueEntry = catalogue[code];
      const [, section = ''] = page.split(`#### \`${code}\`\n`);
      for (const words of [meaning, likely, next]) assert.ok(section.slice(0, 3_000).includes(words), code);
    }
  });
});
