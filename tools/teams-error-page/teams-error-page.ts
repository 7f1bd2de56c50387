import { type AfterRefusal, afterRefusalOf } from '../../bot/card-sync/after-refusal.ts';
import { catalogue } from '../../src/errors/catalogue.ts';
import type { KnownRefusal } from '../../src/errors/refusals/known-refusal.ts';
import { teamsRefusals } from '../../src/errors/refusals/teams-refusals.ts';
import { afterRefusalWords } from './after-refusal-words.ts';

const begin = '<!-- npm run teams-error-page writes what follows -->';
const end = '<!-- and up to here -->';

const told: Readonly<Record<AfterRefusal, string>> = {
  retry: 'the log',
  rest: 'the log',
  leave: 'the channel’s card, why its agent cannot be told; supervisors, by `status`; the log',
  replace: 'the new card',
  shrink: 'the short card; the log',
  refuse: 'the person, in the answer',
};

/** The page with its table replaced by the one the product goes by. Throws when it has no place for one. Pure. */
export function withTeamsErrors(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the page has no place for the table');
  const head = [
    '| status | Teams says | to | what it means | what is done | who is told | source |',
    '|---|---|---|---|---|---|---|',
  ];
  return `${before}${begin}\n\n${[...head, ...teamsRefusals.map(row)].join('\n')}\n\n${end}${after}`;
}

function row({ code, at, status = [], says, words, source, unverified }: KnownRefusal): string {
  const action = afterRefusalOf(code);
  const cells = [
    status.join(', '),
    says?.map((said) => `\`${said}\``).join(', ') ?? (words === undefined ? 'anything else' : `“${words}”`),
    at ?? 'any call',
    `${catalogue[code].meaning} (\`${code}\`)`,
    afterRefusalWords[action],
    told[action],
    `${source}${unverified === true ? ', *unverified*' : ''}`,
  ];
  return `| ${cells.join(' | ')} |`;
}
