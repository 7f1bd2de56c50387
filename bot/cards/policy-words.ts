import { createWording } from '../../src/outreach/wording.ts';
import type { MessageKey } from '../locales/en.ts';
import type { Words } from '../locales/words.ts';
import type { PolicyTexts } from './policy-view.ts';

export const policyLabels: Readonly<Record<keyof PolicyTexts, MessageKey>> = {
  mode: 'policy.mode',
  quietHours: 'policy.quiet-hours',
  timeZone: 'policy.time-zone',
  contactAgainAfterHours: 'policy.contact-again',
  approvalMinutes: 'policy.approval',
  cobrowseControl: 'policy.cobrowse',
  text: 'policy.text',
};

/** A value of the policy in words; the message with the names' places marked. */
export function policyWords(item: keyof PolicyTexts, written: string, words: Words): string {
  switch (item) {
    case 'mode':
      return words(written === 'automatic' ? 'status.mode.automatic' : 'status.mode.supervisor');
    case 'quietHours': {
      const [from = '', to = ''] = written.split('-');
      return written === 'off'
        ? words('policy.quiet-hours.off')
        : words('policy.quiet-hours.span', { from, to });
    }
    case 'timeZone':
      return words('policy.time-zone.value', { zone: written });
    case 'contactAgainAfterHours':
      return words('policy.contact-again.value', { hours: Number(written) });
    case 'approvalMinutes':
      return words('policy.approval.value', { minutes: Number(written) });
    case 'cobrowseControl':
      return words(written === 'on' ? 'policy.cobrowse.on' : 'policy.cobrowse.off');
    case 'text':
      return filledIn(written, words);
  }
}

function filledIn(text: string, words: Words): string {
  return createWording(text)({
    customer: words('policy.place.customer'),
    agent: words('policy.place.agent'),
    queue: words('policy.place.queue'),
  });
}
