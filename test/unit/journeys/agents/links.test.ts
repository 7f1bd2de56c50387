import assert from 'node:assert/strict';
import { createLinks } from '../../../../src/journeys/agents/links.ts';
import type { Links } from '../../../../src/journeys/journeys.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const day = 24 * 60 * 60_000;
const pat = { key: 'aad-pat', name: 'Pat', email: 'pat@northwind.example' };
const sam = { key: 'aad-sam', name: 'Sam', email: 'sam@northwind.example' };
const kim = { key: 'aad-kim', name: 'Kim', email: 'kim@northwind.example' };
const ada = { id: 'agent-ada', name: 'Ada', email: 'ada@genesys.example' };

describe('links', () => {
  let clock: ReturnType<typeof manualClock>;
  let settings: ReturnType<typeof memorySettings>;
  let links: Links;
  let lines: string[];
  let ids: number;

  beforeEach(() => {
    clock = manualClock();
    settings = memorySettings();
    ids = 0;
    const recorded = recordingLog();
    lines = recorded.lines;
    links = createLinks({
      settings,
      now: clock.now,
      newId() {
        ids += 1;
        return `ask-${ids}`;
      },
      log: recorded.log,
    });
  });

  const decide = (askId: string, said: 'confirmed' | 'refused', by = sam) =>
    links.decide({ askId, said, by });

  it('hold from a supervisor’s yes until they are removed', async () => {
    const { id } = await links.ask(pat, ada);
    assert.equal((await links.linked()).size, 0);
    assert.equal((await decide(id, 'confirmed')).first, true);
    assert.partialDeepStrictEqual((await links.linked()).get('aad-pat'), { agentId: 'agent-ada', by: 'Sam' });
    assert.equal((await links.remove('aad-pat', 'Pat')).link?.agentId, 'agent-ada');
    assert.equal((await links.linked()).size, 0);
    assert.deepEqual(await links.remove('aad-pat', 'Pat'), { link: null, ask: null });
  });

  it('are made by the first decision; a later one is told who it was, even after the link is gone', async () => {
    const { id } = await links.ask(pat, ada);
    const both = await Promise.all([decide(id, 'refused'), decide(id, 'confirmed', kim)]);
    assert.deepEqual(
      both.map(({ first }) => first),
      [true, false],
    );
    for (const { ask } of both) assert.partialDeepStrictEqual(ask.verdict, { said: 'refused', by: 'Sam' });
    assert.equal((await links.linked()).size, 0);
    const again = await links.ask(pat, ada);
    await decide(again.id, 'confirmed');
    await links.remove('aad-pat', 'Pat');
    await decide(again.id, 'confirmed');
    assert.equal((await links.linked()).size, 0, 'an old card links nobody anew');
  });

  it('are nobody’s to confirm for themselves, by their key or by their e-mail', async () => {
    const { id } = await links.ask(pat, ada);
    await assert.rejects(decide(id, 'confirmed', pat), { code: 'teams.link-own' });
    await assert.rejects(
      decide(id, 'confirmed', { key: 'other', name: 'P', email: 'PAT@northwind.example' }),
      {
        code: 'teams.link-own',
      },
    );
    assert.equal((await links.linked()).size, 0);
  });

  it('are asked for one at a time, and the request can be taken back', async () => {
    const { id } = await links.ask(pat, ada);
    await assert.rejects(links.ask(pat, ada), { code: 'teams.link-pending' });
    assert.equal((await links.openAsk('aad-pat'))?.id, id);
    assert.equal((await links.remove('aad-pat', 'Pat')).ask?.verdict?.said, 'withdrawn');
    assert.equal((await decide(id, 'confirmed')).ask.verdict?.said, 'withdrawn');
    assert.equal((await links.linked()).size, 0);
    await links.ask(pat, ada);
  });

  it('are not made by what was never asked, was forgotten, or is older than a day', async () => {
    await assert.rejects(decide('forged', 'confirmed'), { code: 'teams.link-gone' });
    const unshown = await links.ask(pat, ada);
    await links.drop(unshown.id);
    await assert.rejects(decide(unshown.id, 'confirmed'), { code: 'teams.link-gone' });
    const { id } = await links.ask(pat, ada);
    await clock.advance(day);
    await assert.rejects(decide(id, 'confirmed'), { code: 'teams.link-gone' });
    assert.equal(await links.openAsk('aad-pat'), null);
    assert.equal((await links.linked()).size, 0);
  });

  it('count for nothing while they cannot be read, and are not written over', async () => {
    settings.kept.set('links', '{"spoilt');
    assert.equal((await links.linked()).size, 0);
    assert.deepEqual(codedLines(lines), ['store.row-invalid']);
    await assert.rejects(links.ask(pat, ada), { code: 'store.row-invalid' });
    assert.equal(settings.kept.get('links'), '{"spoilt');
  });

  it('give up rather than lose what another instance writes all the time', async () => {
    settings.swap = async () => false;
    await assert.rejects(links.ask(pat, ada), { code: 'store.unavailable' });
  });

  it('are asked for five times a day at most, also when each request is taken back', async () => {
    for (let time = 0; time < 5; time += 1) {
      await links.ask(pat, ada);
      await links.remove('aad-pat', 'Pat');
    }
    await assert.rejects(links.ask(pat, ada), { code: 'teams.link-too-often' });
    await links.ask(kim, ada);
    await clock.advance(day);
    await links.ask(pat, ada);
  });
});
