import { isFitText } from '../outreach/is-fit-text.ts';
import { createWording } from '../outreach/wording.ts';

/** Whether a text to the customer can be written out with the names there are, and without them, and might then be sent. */
export function isWording(text: string): boolean {
  try {
    const wording = createWording(text);
    return [
      wording({ customer: null, agent: 'A', queue: null }),
      wording({ customer: 'C', agent: 'A', queue: 'Q' }),
    ].every((written) => written !== '' && isFitText(written));
  } catch {
    return false;
  }
}
