import { type CatalogueEntry, catalogue } from '../../src/errors/catalogue.ts';
import { groups } from './groups.ts';

const begin = '<!-- npm run operations-page writes what follows -->';
const end = '<!-- and up to here -->';

const may = {
  safe: 'yes: it does no harm',
  never: 'no: the cause must be mended first',
  unknown: 'only after looking: it may have been carried out',
} as const;

/** The page with its list of codes replaced by the catalogue. Throws when it has no place for one. Pure. */
export function withCatalogue(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the page has no place for the catalogue');
  return `${before}${begin}\n\n${sections()}\n\n${end}${after}`;
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
