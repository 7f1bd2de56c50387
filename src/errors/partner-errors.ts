/** Registering a partner organisation, in Teams or in the file. */
export const partnerErrors = {
  'handoff.partner-malformed': {
    meaning: 'A field of the partner is not as it must be; nothing was registered.',
    likely: 'It was mistyped, or is missing.',
    next: 'Mend the fields that are named, then save again; docs/hand-off.md says what each one is.',
    retry: 'never',
  },
  'handoff.partner-secret-typed': {
    meaning:
      'A field that takes the name of a variable beginning with PARTNER_ got something else; it was neither kept nor logged.',
    likely: 'The secret itself was typed, or a variable was named that is not for partners.',
    next: 'Secrets do not belong in a chat: if it was one, let the partner issue another. Set the new one as a variable like PARTNER_SOUTHRIDGE_SECRET where Reachback runs, start it again, and type that name.',
    retry: 'never',
  },
  'handoff.partner-key-private': {
    meaning: 'The trust keys hold a private key; it was neither kept nor logged.',
    likely: 'The partner’s key file was pasted instead of its public keys.',
    next: 'Tell the partner to change that key: it was in a chat. Paste what its GET /hand-off/keys answers.',
    retry: 'never',
  },
  'handoff.partner-variable-unset': {
    meaning: 'A variable that holds a secret of the partner is not set; the partner is not in force.',
    likely: 'It was never set where Reachback runs, or it was set after the start.',
    next: 'Set it where Reachback runs, start Reachback again, then register the partner again if it was not kept.',
    retry: 'never',
  },
  'handoff.partner-row-invalid': {
    meaning: 'What is kept of a partner registered in Teams cannot be used; the others go on.',
    likely:
      'A newer version wrote it, somebody changed the store by hand, or a rule of this version is stricter.',
    next: 'Change the partner with “partners” in Teams, or take it out.',
    retry: 'never',
  },
  'handoff.partner-in-file': {
    meaning: 'The file of PARTNERS_FILE has a partner of this id or organisation, and the file wins.',
    likely: 'It is registered twice, is to be changed where it does not stand, or is the sandbox’s own.',
    next: 'Change it in the file and start Reachback again, or take it out there first.',
    retry: 'never',
  },
  'handoff.partner-id-taken': {
    meaning: 'Another partner registered in Teams has this id; nothing was registered.',
    likely: 'The partner is registered already.',
    next: 'Say “partners”, choose it and press Change, or take another id.',
    retry: 'never',
  },
  'handoff.partner-organisation-taken': {
    meaning: 'Another partner registered in Teams is of this organisation; this one is not in force.',
    likely: 'The same organisation was registered under two ids.',
    next: 'Change the other one, or take it out first.',
    retry: 'never',
  },
  'handoff.partner-is-ourselves': {
    meaning: 'This is our own organisation; nothing was registered.',
    likely: 'Our own organisation id was typed instead of the partner’s.',
    next: 'Ask the partner for the id on its Admin > Account Settings > Organization.',
    retry: 'never',
  },
  'handoff.partner-client-refused': {
    meaning: 'The partner’s region refused the OAuth client; nothing was registered.',
    likely:
      'Client id, the secret in the variable and the region do not belong together, or the client was disabled.',
    next: 'Compare all three with what the partner gave you: a client of the kind client credentials in the partner’s own organisation.',
    retry: 'never',
  },
  'handoff.partner-check-late': {
    meaning: 'The partner’s organisation has not answered yet; nothing was registered.',
    likely: 'Its region is slow just now, or cannot be reached from here.',
    next: 'Press Save again in a few seconds: its answer is still waited for.',
    retry: 'safe',
  },
  'handoff.partner-busy': {
    meaning:
      'Hand-offs to this partner are under way, and rest on what was to be changed; nothing was changed.',
    likely: 'Organisation, region, contract or integration was changed while customers are on a bridge.',
    next: 'Wait for their end or end them on their cards; or register the new way under another id.',
    retry: 'never',
  },
  'handoff.partner-changed-meanwhile': {
    meaning: 'Somebody else changed the partners meanwhile; nothing was done.',
    likely: 'Two supervisors were at it, or the card is old.',
    next: 'Say “partners” and look at how they stand now.',
    retry: 'never',
  },
} as const;
