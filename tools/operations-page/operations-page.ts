import { type CatalogueEntry, catalogue } from '../../src/errors/catalogue.ts';
import { heldBack } from '../explain/held-back.ts';
import { groups } from './groups.ts';

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
  const entries: [string, CatalogueEntry][] = Object.entries(catalogue);
  let left = entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const written = groups.map(({ title, starts, plan }) => {
    const belongs = ([code]: [string, CatalogueEntry]) => starts.some((start) => code.startsWith(start));
    const mine = left.filter(belongs);
    left = left.filter((entry) => !belongs(entry));
    return `### ${title}\n\n**Tried again:** ${plan}\n\n${mine.map(section).join('\n\n')}`;
  });
  if (left.length > 0) throw new Error(`no group for ${left.map(([code]) => code).join(', ')}`);
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

function section([code, { of, meaning, likely, next, retry }]: [string, CatalogueEntry]): string {
  return [
    `#### \`${code}\``,
    '',
    `${meaning}${of === undefined ? '' : ` A case of \`${of}\`.`}`,
    '',
    `- Likely: ${likely}`,
    `- Next: ${next}`,
    `- May it be tried again: ${may[retry]}.`,
  ].join('\n');
}
