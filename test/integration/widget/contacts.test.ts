import assert from 'node:assert/strict';
import { z } from 'zod';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { contactsWith } from './contacts-with.ts';
import { codeOf, startWidget, type WidgetGround } from './widget-ground.ts';

describe('the contacts of a widget’s customers, on the real program', () => {
  let ground: WidgetGround;
  before(async () => {
    ground = await startWidget();
  });
  after(() => ground.stop());

  it('are one contact of fifty first requests at once, through lost answers', async () => {
    await ground.program.sandbox.fault({
      method: 'POST',
      path: '/externalcontacts/contacts$',
      when: 'after',
      reset: true,
      count: 1,
    });
    await Promise.all(Array.from({ length: 50 }, () => ground.issue({ sub: 'zd-fifty' })));
    assert.equal((await contactsWith(ground, 'zd-fifty')).total, 1);
  });

  it('are found by a key of the CRM, and get the old id', async () => {
    await ground.issue({ sub: 'zd-crm', external_id: 'CRM-1001' });
    const [contact] = (await contactsWith(ground, 'CRM-1001')).entities;
    assert.deepEqual(contact?.externalIds.map(({ value }) => value).sort(), ['CRM-1001', 'zd-crm']);
    await ground.issue({ sub: 'zd-crm' });
    assert.equal((await contactsWith(ground, 'zd-crm')).total, 1);
  });

  it('stay as they are where two ids are of two people', async () => {
    await ground.issue({ sub: 'zd-one', external_id: 'CRM-1002' });
    await ground.issue({ sub: 'zd-two' });
    for (const external_id of ['CRM-1002', 'CRM-1003']) {
      if (external_id === 'CRM-1003') await ground.issue({ sub: 'zd-three', external_id });
      const answer = await ground.ask('/widget/token', {
        assertion: await ground.assertion({ sub: 'zd-two', external_id }),
      });
      assert.equal(answer.status, 409);
      assert.equal(codeOf(answer), 'widget.two-people');
    }
  });

  it('have each conversation the guest begins, where their history is; the log tells nothing of it', async () => {
    for (const text of ['Where is my order?', 'And the other one?'])
      await ground.write(await ground.issue({ sub: 'zd-writer', name: 'Willa Writer' }), text);
    const [contact] = (await contactsWith(ground, 'zd-writer')).entities;
    // As an agent's desktop asks for the conversations of a contact.
    const history = async () =>
      z.object({ totalHits: z.number() }).parse(
        await ground.platform('POST', '/api/v2/analytics/conversations/details/query', {
          interval: `${new Date(Date.now() - 3_600_000).toISOString()}/${new Date(Date.now() + 3_600_000).toISOString()}`,
          segmentFilters: [
            { type: 'and', predicates: [{ dimension: 'externalContactId', value: contact?.id }] },
          ],
        }),
      ).totalHits;
    await waitFor(async () => (await history()) === 2, {
      what: 'both conversations under the contact',
      deadlineMs: 15_000,
    });
    for (const word of ['zd-writer', 'Where is my order'])
      assert.ok(!ground.program.output().includes(word), word);
  });

  it('have it although the platform fails at first', async () => {
    await ground.program.sandbox.fault({
      method: 'PUT',
      path: '/externalcontacts/conversations/',
      status: 400,
      count: 1,
    });
    const given = await ground.issue({ sub: 'zd-late' });
    await ground.write(given, 'Hello?');
    const [contact] = (await contactsWith(ground, 'zd-late')).entities;
    await waitFor(
      async () =>
        (await ground.program.sandbox.state()).orgs[0]?.customers.some(
          ({ externalContactId }) => externalContactId === contact?.id,
        ),
      { what: 'the conversation to be linked', deadlineMs: 10_000 },
    );
  });
});
