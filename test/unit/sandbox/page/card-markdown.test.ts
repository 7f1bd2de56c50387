import assert from 'node:assert/strict';

const page = new URL('../../../../src/sandbox/page/', import.meta.url);
const { cardMarkdown } = await import(new URL('teams/card-markdown.js', page).href);

describe('the markdown of cards in the control room', () => {
  const cases: [what: string, text: string, html: string][] = [
    ['lets no tag through', '<img src=x onerror="a()">', '&lt;img src=x onerror=&quot;a()&quot;&gt;'],
    ['lets no tag through inside bold', '**<b>**', '<strong>&lt;b&gt;</strong>'],
    ['lets no escaped tag through', '\\<script\\>', '\\&lt;script&gt;'],
    ['shows bold and italics', 'a **b c** _d_.', 'a <strong>b c</strong> <em>d</em>.'],
    ['leaves names with underscores alone', 'snake_case_name', 'snake_case_name'],
    ['shows an escaped sign as itself', '2 \\* 3 \\_x\\_', '2 * 3 _x_'],
    ['keeps lines', 'one\r\ntwo\nthree', 'one<br>two<br>three'],
    ['leaves links as they were typed', '[a](javascript:b)', '[a](javascript:b)'],
  ];
  for (const [what, text, html] of cases) it(what, () => assert.equal(cardMarkdown(text), html));
});
