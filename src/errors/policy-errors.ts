/** Why a change of the policy, or a look into the audit trail, was refused; and what became of a policy nobody can read. */
export const policyErrors = {
  'policy.supervisors-only': {
    meaning: 'Only supervisors may change the policy; nothing was changed.',
    likely: 'The person’s e-mail is missing from SUPERVISORS or is spelt otherwise there than in Teams.',
    next: 'Ask a supervisor to change it; anybody in charge may read it with “policy”.',
    retry: 'never',
  },
  'policy.mode-unknown': {
    meaning: 'That is no mode of the policy; nothing was changed.',
    likely: 'The card was posted by another version of the bot.',
    next: 'Say “policy” and choose one of the two modes on the new card.',
    retry: 'never',
  },
  'policy.quiet-hours-malformed': {
    meaning: 'The quiet hours were not understood; nothing was changed.',
    likely:
      'Minutes are missing, an hour has one digit (it is 08:00, not 8:00 or 8), or they begin and end at the same time.',
    next: 'Write them as 21:00-08:00, or “off” for none.',
    retry: 'never',
  },
  'policy.time-zone-unknown': {
    meaning: 'That time zone is not known; nothing was changed.',
    likely: 'It is the name of a city or an abbreviation, not one of the IANA time zone database.',
    next: 'Write it as continent and city, such as Europe/Berlin or America/New_York.',
    retry: 'never',
  },
  'policy.hours-out-of-range': {
    meaning: 'The hours a customer is left alone are not a whole number from 1 to 8760; nothing was changed.',
    likely: 'The field was left empty, or days were meant.',
    next: 'Write hours, such as 24 for a day or 168 for a week.',
    retry: 'never',
  },
  'policy.minutes-out-of-range': {
    meaning: 'The minutes an approval waits are not a whole number from 1 to 1440; nothing was changed.',
    likely: 'The field was left empty, or hours were meant.',
    next: 'Write minutes, such as 10, or 60 for an hour.',
    retry: 'never',
  },
  'policy.cobrowse-malformed': {
    meaning: 'Whether agents may act on customers’ pages is neither on nor off; nothing was changed.',
    likely: 'The card was posted by another version of the bot.',
    next: 'Say “policy” and choose on the new card.',
    retry: 'never',
  },
  'policy.text-malformed': {
    meaning: 'The message is no text that could be written to a customer; nothing was changed.',
    likely:
      'It is empty, a brace is open or too many, it names something else than {customer}, {agent} and {queue}, or it holds control characters from another program.',
    next: 'Keep it under 2,000 characters with {customer}, {agent} and {queue} alone; a “select” may say what stands there when one is not known.',
    retry: 'never',
  },
  'policy.row-invalid': {
    meaning:
      'The stored policy cannot be read in full: every message needs approval, and what cannot be read is as the environment says.',
    likely:
      'A newer version wrote it before this older one was started, or somebody edited the database by hand.',
    next: 'Say “policy” to the bot as a supervisor and set what should hold; until then nothing is sent without approval.',
    retry: 'never',
  },
  'audit.supervisors-only': {
    meaning: 'Only supervisors may read the audit trail.',
    likely: 'The person’s e-mail is missing from SUPERVISORS or is spelt otherwise there than in Teams.',
    next: 'Ask a supervisor; what became of your own messages stands on their cards.',
    retry: 'never',
  },
  'audit.not-found': {
    meaning: 'There is no outreach with that id, and none to a customer whose name begins so.',
    likely: 'The name is spelt otherwise in Genesys Cloud, or this customer was never proposed.',
    next: 'Try the beginning of the first name alone, or say “audit” and choose from the latest.',
    retry: 'never',
  },
} as const;
