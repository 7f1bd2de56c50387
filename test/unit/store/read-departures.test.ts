import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { readDepartures } from '../../../src/store/read-departures.ts';

const read = (text: string) => [...readDepartures(text, 'here').attempts];

describe('readDepartures', () => {
  it('tells what was begun from what may have left', () => {
    deepEqual(read('boot here\nbegin a 2\nleave a 2\nbegin b 2\n'), [
      ['a 2', 'left'],
      ['b 2', 'begun'],
    ]);
    deepEqual(read('boot here\nleave a 2\nbegin a 2\n'), [['a 2', 'left']], 'never back');
    deepEqual(read(''), []);
  });

  it('believes nothing from before the computer was started last', () => {
    deepEqual(read('begin a 2\n'), []);
    deepEqual(read('boot there\nbegin a 2\n'), []);
    deepEqual(read('boot here\nbegin a 2\nboot there\nbegin b 2\nboot here\nbegin c 2\n'), [
      ['c 2', 'begun'],
    ]);
    deepEqual(read('boot here\nbegin a 2\nboot here\nbegin b 2\n').length, 2);
  });

  it('believes nothing up to a note that is damaged, and nothing at all where the last one is cut', () => {
    deepEqual(read('boot here\nbegin a 2\nbegin b'), []);
    deepEqual(read('boot here\nbegin a 2\nbegin a 2leave b 2\nbegin c 2\n'), []);
    deepEqual(read('boot here\nbegin a 2\n\nboot here\nbegin c 2\n'), [['c 2', 'begun']]);
  });

  it('never takes for stayed what has left, wherever a note is cut short and others follow it', () => {
    const attempt = fc.record({ id: fc.uuid(), version: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(
        fc.array(attempt, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (sent, which, at) => {
          const notes = sent.flatMap(({ id, version }) => [
            `begin ${id} ${version}\n`,
            `leave ${id} ${version}\n`,
          ]);
          const index = which % notes.length;
          // No room for the end of it. A `leave` cut short keeps its message back, which then has not left.
          const short = (notes[index] ?? '').slice(0, at % (notes[index]?.length ?? 1));
          const text = `boot here\n${notes.with(index, short).join('')}`;
          const stayed = read(text).filter(([, how]) => how === 'begun');
          const keptBack = notes[index]?.startsWith('leave') ? notes[index]?.slice(6, -1) : null;
          for (const [what] of stayed) equal(what, keptBack);
        },
      ),
    );
  });
});
