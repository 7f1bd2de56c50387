/** What of the policy supervisors may change, one by one. */
export const policyItems = [
  'mode',
  'quietHours',
  'timeZone',
  'contactAgainAfterHours',
  'approvalMinutes',
  'cobrowseControl',
  'text',
] as const;

export type PolicyItem = (typeof policyItems)[number];

/** Values as the environment writes them: `21:00-08:00`, `24`. */
export type PolicyValues = Readonly<Record<PolicyItem, string>>;
