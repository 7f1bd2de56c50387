import { createWording } from '../outreach/wording.ts';

/** Whether a text to the customer can be written out with the names there are, and without them. */
export function isWording(text: string): boolean {
  try {
    const wording = createWording(text);
    return (
      wording({ customer: null, agent: 'A', queue: null }) !== '' &&
      wording({ customer: 'C', agent: 'A', queue: 'Q' }) !== ''
    );
  } catch {
    return false;
  }
}
