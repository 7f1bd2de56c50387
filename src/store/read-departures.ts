/** What the notes of earlier lives say, newest last. */
export interface ReadDepartures {
  /** Attempts that were begun in this boot of the computer, and whether a byte of them may have left. */
  readonly attempts: ReadonlyMap<string, 'begun' | 'left'>;
}

const note = /^(boot|begin|leave) (\S+(?: \d+)?)$/;

/**
 * Reads `boot <id>`, `begin <outreach> <version>` and `leave <outreach> <version>`, a line each. What stands before another boot of the
 * computer, or before anything that is none of these, is not believed: a note that is missing would be taken for a message that stayed. Pure.
 */
export function readDepartures(text: string, bootId: string): ReadDepartures {
  const attempts = new Map<string, 'begun' | 'left'>();
  // Cut in the middle of a note, and of which one nobody can say.
  if (text !== '' && !text.endsWith('\n')) return { attempts };
  let ours = false;
  for (const line of text.split('\n').slice(0, -1)) {
    const [, kind, what = ''] = note.exec(line) ?? [];
    if (kind === undefined) {
      attempts.clear();
      ours = false;
    } else if (kind === 'boot') {
      if (what !== bootId) attempts.clear();
      ours = what === bootId;
    } else if (ours) {
      // Never back to `begun`: what may have left once may have left.
      if (kind === 'leave') attempts.set(what, 'left');
      else if (!attempts.has(what)) attempts.set(what, 'begun');
    }
  }
  return { attempts };
}
