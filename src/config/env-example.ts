import { type VariableNote, variableNotes } from './variable-notes.ts';

const groups: readonly VariableNote['group'][] = [
  'Process',
  'Genesys Cloud',
  'Microsoft Teams',
  'Outreach',
  'Widget',
];

/** The text of .env.example, from the notes of every variable. */
export function envExample(): string {
  const head =
    '# Every variable the bot reads. All are optional: with none, the sandbox is started.\n# Copy to .env and uncomment what you need.\n';
  const parts = groups.map((group) => {
    const lines = Object.entries(variableNotes)
      .filter(([, note]) => note.group === group)
      .map(([name, note]) => `\n# ${note.meaning}\n# ${note.fix}\n# ${name}=${note.example}\n`);
    return `\n# ---- ${group} ----\n${lines.join('')}`;
  });
  return head + parts.join('');
}
