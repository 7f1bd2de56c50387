/** What is written to the customer unless OUTREACH_TEXT says otherwise. */
export const defaultText =
  '{customer, select, none {Hello} other {Hello {customer}}}, this is {agent} from {queue, select, none {customer care} other {{queue}}}. ' +
  'You were in touch with us earlier. I am free now: can I help you further? Just reply here.';
