import { type CatalogueEntry, catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import { heldBack } from '../explain/held-back.ts';
import type { Group } from './group.ts';
import { groups } from './groups.ts';
import { planOf } from './plan-of.ts';

const begin = '<!-- npm run operations-page writes what follows -->';
const end = '<!-- and up to here -->';

const may = {
  safe: 'yes: it does no harm',
  never: 'no: while nothing changes, the answer stays the same',
  unknown: 'only after looking: it may have been carried out',
} as const;

/** The page with its list of codes replaced by the catalogue, and after it the reasons why nothing is sent. Throws when it has no place for one. Pure. */
export function withCatalogue(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the page has no place for the catalogue');
  return `${before}${begin}\n\n${sections()}\n\n${reasons()}\n\n${end}${after}`;
}

function sections(): string {
  let left = Object.keys(catalogue).filter(isErrorCode).toSorted();
  const written = groups.map((group) => {
    const { title, starts, plan } = group;
    const belongs = (code: ErrorCode) => starts.some((start) => code.startsWith(start));
    const mine = left.filter(belongs);
    left = left.filter((code) => !belongs(code));
    const codes = mine.map((code) => section(code, group)).join('\n\n');
    return `### ${title}\n\n**Tried again:** ${plan}\n\n${codes}`;
  });
  if (left.length > 0) throw new Error(`no group for ${left.join(', ')}`);
  return written.join('\n\n');
}

function reasons(): string {
  const rows = heldBack.map(({ reason, meaning, next }) => `| \`${reason}\` | ${meaning} | ${next} |`);
  const head = ['| reason | what it means | what to do |', '|---|---|---|'];
  return `## Why a customer is left alone

These are no errors: a rule said no, and nothing was sent. The reason stands on the card that was *held back*, in its audit trail, in the
log and in \`reachback_left_alone_total\`; \`npm run explain -- no-route\` says the same. When each is asked: [routes](routes.md).

${[...head, ...rows].join('\n')}`;
}

function section(code: ErrorCode, group: Group): string {
  const { of, meaning, likely, next, retry }: CatalogueEntry = catalogue[code];
  const plan = planOf(code, group);
  if (plan === null) throw new Error(`no plan for ${code}`);
  return [
    `#### \`${code}\``,
    '',
    `${meaning}${of === undefined ? '' : ` A case of \`${of}\`.`}`,
    '',
    `- Likely: ${likely}`,
    `- Next: ${next}`,
    `- May it be tried again: ${may[retry]}.`,
    `- What Reachback does: ${plan}`,
  ].join('\n');
}
