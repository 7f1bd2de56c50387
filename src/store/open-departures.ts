import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readDepartures } from './read-departures.ts';
import type { Departures } from './shapes/departures.ts';
import { storeError } from './store-error.ts';

/** So many notes are carried over; a life that was killed left a few dozen at most without an answer. */
const kept = 2_000;

/**
 * Opens `<directory>/departures.log` of the process that has the directory to itself. `boot`: which start of the computer this is. Null where
 * there is no room for notes: then nothing is known.
 */
export function openDepartures(directory: string, boot: string): Departures | null {
  const path = join(directory, 'departures.log');
  const { attempts } = readDepartures(readOrNull(path) ?? '', boot);
  try {
    const carried = [...attempts]
      .slice(-kept)
      .flatMap(([what, how]) => [`begin ${what}\n`, ...(how === 'left' ? [`leave ${what}\n`] : [])]);
    // In its place at once or not at all: half of it would be notes that are missing.
    writeFileSync(`${path}.new`, `boot ${boot}\n${carried.join('')}`);
    renameSync(`${path}.new`, path);
    const file = openSync(path, 'a');
    return {
      begin(outreachId, version) {
        try {
          writeSync(file, `begin ${outreachId} ${version}\n`);
        } catch {
          // Not known, then: the attempt is as safe as ever, and a crash leaves it unknown.
        }
      },
      leave(outreachId, version) {
        const line = `leave ${outreachId} ${version}\n`;
        try {
          if (writeSync(file, line) !== Buffer.byteLength(line)) throw new Error('half a note');
        } catch (cause) {
          throw storeError(cause);
        }
      },
      surelyStayed: (outreachId, version) => attempts.get(`${outreachId} ${version}`) === 'begun',
      close: () => closeSync(file),
    };
  } catch {
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
