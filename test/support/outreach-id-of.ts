import assert from 'node:assert/strict';

/** The outreach a posted approval card is about, from its buttons. */
export function outreachIdOf(activity: unknown): string {
  const id = /"outreachId":"([^"]+)"/.exec(JSON.stringify(activity))?.[1];
  assert.ok(id, 'the card has no button with an outreachId');
  return id;
}
