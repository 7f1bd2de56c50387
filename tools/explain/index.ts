import { text } from 'node:stream/consumers';
import { explain } from '../../src/explain/explain.ts';
import { answerHelp } from '../answer-help.ts';
import { heldBack } from './held-back.ts';
import { inWords, reasonInWords } from './in-words.ts';

const usage =
  "Usage: npm run explain -- '<an error, as it came>'   or   … | npm run -s explain   (--json for machines)";

answerHelp(usage);
const given = process.argv.slice(2);
const asJson = given.includes('--json');
const words = given.filter((argument) => argument !== '--json' && argument !== '-');

const paste = words.length > 0 ? words.join(' ') : process.stdin.isTTY ? '' : await text(process.stdin);
const reason = heldBack.find((each) => each.reason === paste.trim());
if (paste.trim() === '') {
  console.error(usage);
  process.exitCode = 2;
} else if (reason !== undefined) console.log(asJson ? JSON.stringify(reason) : reasonInWords(reason));
else {
  const explained = explain(paste);
  console.log(asJson ? JSON.stringify(explained) : inWords(explained));
  if (explained.found.length === 0) process.exitCode = 1;
}
