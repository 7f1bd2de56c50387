import { text } from 'node:stream/consumers';
import { explain } from '../../src/explain/explain.ts';
import { inWords } from './in-words.ts';

const given = process.argv.slice(2);
const asJson = given.includes('--json');
const words = given.filter((argument) => argument !== '--json' && argument !== '-');

const paste = words.length > 0 ? words.join(' ') : process.stdin.isTTY ? '' : await text(process.stdin);
if (paste.trim() === '') {
  console.error(
    "Usage: npm run explain -- '<an error, as it came>'   or   … | npm run explain   (--json for machines)",
  );
  process.exitCode = 2;
} else {
  const explained = explain(paste);
  console.log(asJson ? JSON.stringify(explained) : inWords(explained));
  if (explained.found.length === 0) process.exitCode = 1;
}
