import { styleText } from 'node:util';
import type { Check, Finding } from './finding.ts';

const groups: readonly { readonly title: string; readonly checks: readonly Check[] }[] = [
  { title: 'Configuration', checks: ['config', 'supervisors', 'quiet-hours'] },
  {
    title: 'Genesys Cloud',
    checks: ['api', 'login', 'clock', 'credentials', 'region', 'permissions', 'budget'],
  },
  {
    title: 'The organisation',
    checks: ['streaming', 'topics', 'queues', 'deployments', 'threading', 'offers'],
  },
  { title: 'Microsoft Teams', checks: ['teams', 'directory', 'endpoint'] },
  { title: 'The store', checks: ['store', 'disk'] },
];

const marks = { ok: '✓', warning: '!', problem: '✗' } as const;
const colours = { ok: 'green', warning: 'yellow', problem: 'red' } as const;

/** The findings for a person, by subject. `colour` only for a terminal. Pure. */
export function printFindings(findings: readonly Finding[], colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const lines = groups.flatMap(({ title, checks }) => {
    const own = checks.flatMap((check) => findings.filter((finding) => finding.check === check));
    return own.length === 0
      ? []
      : ['', paint('bold', title), ...own.flatMap((finding) => shown(finding, paint))];
  });
  return [...lines, '', sum(findings), ''].join('\n');
}

function shown(
  finding: Finding,
  paint: (style: Parameters<typeof styleText>[0], text: string) => string,
): string[] {
  const head = `  ${paint(colours[finding.level], marks[finding.level])} ${finding.said}`;
  if (finding.level === 'ok') return [head];
  const code = finding.code === undefined ? '' : ` ${paint('dim', `[${finding.code}]`)}`;
  return [
    `${head}${code}`,
    ...(finding.likely === undefined ? [] : [`      Likely: ${finding.likely}`]),
    `      Next:   ${finding.next}`,
  ];
}

function sum(findings: readonly Finding[]): string {
  const count = (level: Finding['level'], word: string): string => {
    const number = findings.filter((finding) => finding.level === level).length;
    return `${number === 0 ? 'no' : number} ${word}${number === 1 ? '' : 's'}`;
  };
  const said = `${count('problem', 'problem')}, ${count('warning', 'warning')}.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
}
