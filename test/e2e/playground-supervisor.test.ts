import assert from 'node:assert/strict';
import { cardState } from '../../tools/program/card-state.ts';
import { waitFor } from '../../tools/program/wait-for.ts';
import { decideTheRest } from './decide-the-rest.ts';
import { type PlaygroundGround, playgroundGround } from './playground-ground.ts';

const sam = 'sam.porter@northwind.example';
const maya = 'maya.lindqvist@northwind.example';

describe('a supervisor in the Agents Playground', () => {
  const open = playgroundGround('supervisor');

  /** What customers were sent, by the sandbox's own record. */
  async function sent({ program }: PlaygroundGround): Promise<string[]> {
    const entries = await program.sandbox.record();
    return entries.flatMap((entry) =>
      entry.kind === 'customer' && (entry.event === 'shown' || entry.event === 'waiting')
        ? [entry.message.text]
        : [],
    );
  }

  /** The proposal's card in the channel, which is open. */
  async function proposed(ground: PlaygroundGround) {
    await ground.openChannel();
    await ground.free('Tomás Herrera');
    await ground.card('Write to this customer?').waitFor();
    await ground.card('All passed.').waitFor();
  }

  it('asks, is told what else it could have meant, and sees who is who and the policy', async () => {
    const ground = await open({ as: sam });
    const { page, card, say, picture } = ground;
    await picture('01-greeting');
    await say('status');
    await card('12 agents watched').waitFor();
    await picture('02-status');
    await say('polcy');
    await card('policy').last().waitFor();
    await page.getByText('polcy').last().waitFor();
    await picture('03-misspelt');
    await say('help');
    await card(/candidates/).waitFor();
    await picture('04-help');
    await say('who');
    await card('Tomás Herrera').waitFor();
    await picture('05-who');
    await say('policy');
    await card('Policy').last().waitFor();
    await picture('06-policy');
    await say('audit');
    await card('Latest messages').last().waitFor();
    await picture('07-audit');
  });

  it('approves in the channel, and the same card follows it to the customer’s answer', async () => {
    const ground = await open({ as: sam });
    const { page, card, program, picture } = ground;
    await proposed(ground);
    const cards = await page.locator('.ac-adaptiveCard:visible').count();
    await picture('11-proposal');
    await page.getByRole('button', { name: 'Approve and send', exact: true }).click();
    await card('Approved by Sam Porter').waitFor();
    await card('Reached the browser').waitFor();
    await picture('12-delivered');
    assert.equal((await sent(ground)).length, 1);
    const [customer] = await writtenTo(ground);
    assert.ok(customer);
    await program.sandbox.customerWrites(customer, 'Yes please, the *warmer* one.');
    await card('The customer replied').waitFor();
    await picture('13-replied');
    assert.equal(await page.locator('.ac-adaptiveCard:visible').count(), cards, 'no card was added');
  });

  it('edits and approves: the customer gets that text and no other', async () => {
    const ground = await open({ as: sam });
    const { page, card, picture } = ground;
    await proposed(ground);
    await page.getByRole('button', { name: 'Edit and approve', exact: true }).click();
    const text = page.getByRole('textbox', { name: 'Message to the customer, word for word' });
    await text.fill('Hello again. <b>The Polar</b> is the warmer one & in stock.');
    await picture('21-edit');
    await page.getByRole('button', { name: 'Approve this text', exact: true }).click();
    await card('Reached the browser').waitFor();
    await card('Hello again. <b>The Polar</b> is the warmer one & in stock.').waitFor();
    await picture('22-edited');
    assert.deepEqual(await sent(ground), ['Hello again. <b>The Polar</b> is the warmer one & in stock.']);
  });

  it('declines with a reason, and nobody is written to', async () => {
    const ground = await open({ as: sam });
    const { page, card, picture } = ground;
    await proposed(ground);
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await page
      .getByRole('textbox', { name: 'In your own words; the agent reads this' })
      .fill('She called us an hour ago.');
    await picture('31-decline');
    await page.getByRole('button', { name: 'Decline now', exact: true }).click();
    await card('Declined by Sam Porter').waitFor();
    await card('She called us an hour ago.').waitFor();
    await picture('32-declined');
    assert.deepEqual(await sent(ground), []);
    assert.equal(await page.getByRole('button', { name: 'Approve and send' }).count(), 0);
  });

  it('is told by whom it was decided when it presses too late', async () => {
    const ground = await open({ as: sam, env: { SUPERVISORS: `${sam},${maya}` } });
    const { page, card, holdUpdates, picture } = ground;
    await proposed(ground);
    holdUpdates(true);
    await approveElsewhere(ground);
    await waitFor(async () => (await sent(ground)).length === 1, { what: 'the message to arrive' });
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await page.getByRole('button', { name: 'Decline now', exact: true }).click();
    await card('the press of Sam Porter changed nothing').waitFor();
    await card('Approved by Maya Lindqvist').waitFor();
    await picture('41-too-late');
    assert.equal((await sent(ground)).length, 1);
  });

  it('decides a burst on one card, all at once', async () => {
    const ground = await open({ as: sam });
    const { page, card, program, openChannel, picture } = ground;
    await openChannel();
    const { orgs } = await program.sandbox.state();
    const agents = orgs[0]?.agents.filter(({ presence }) => presence !== 'Available') ?? [];
    await program.sandbox.setPresences(
      agents.slice(0, 6).map(({ id }) => id),
      'Available',
    );
    const all = page.getByRole('button', { name: /^Approve and send (all|the) / });
    await all.waitFor();
    await picture('51-burst');
    await all.click();
    await card(/Sam Porter/)
      .first()
      .waitFor();
    await waitFor(async () => (await sent(ground)).length > 1, { what: 'messages to arrive' });
    await decideTheRest(page);
    await picture('52-burst-approved');
  });
});

/** Maya approves what waits, in the sandbox's own Teams. */
async function approveElsewhere({ program }: PlaygroundGround): Promise<void> {
  const { teams } = await program.sandbox.state();
  const user = teams.users.find(({ email }) => email === maya);
  const card = (await program.sandbox.record()).findLast(
    (entry) => entry.kind === 'teams' && cardState(entry.activity) === 'awaiting-approval',
  );
  assert.ok(user !== undefined && card?.kind === 'teams');
  const outreachId = /"outreachId":"([^"]+)"/.exec(JSON.stringify(card.activity))?.[1];
  const { conversationId, activityId } = card;
  await program.sandbox.press(conversationId, {
    userId: user.id,
    activityId,
    verb: 'outreach.approve',
    data: { outreachId },
  });
}

async function writtenTo({ program }: PlaygroundGround): Promise<string[]> {
  return (await program.sandbox.record()).flatMap((entry) =>
    entry.kind === 'customer' ? [entry.customerId] : [],
  );
}
