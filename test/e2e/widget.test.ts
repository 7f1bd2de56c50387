import assert from 'node:assert/strict';
import type { WebSocketRoute } from 'playwright-core';
import { z } from 'zod';
import { waitFor } from '../../tools/program/wait-for.ts';
import { requestJson } from '../support/request-json.ts';
import { axeViolations } from './axe-violations.ts';
import { type WidgetGround, widgetGround } from './widget-ground.ts';

const contact = z.object({ externalIds: z.array(z.object({ value: z.string() })) });

describe('the example of a widget of one’s own', () => {
  const open = widgetGround();

  const bubble = ({ page }: WidgetGround, whose: 'mine' | 'theirs', text: string) =>
    page.locator(`.bubble.${whose}`, { hasText: text });
  const online = ({ page }: WidgetGround) => page.locator('.status', { hasText: 'Online' }).waitFor();

  /** Who wrote this, as the sandbox knows them. */
  async function writerOf({ program }: WidgetGround, text: string) {
    const wrote = await waitFor(
      async () =>
        (await program.sandbox.record()).find(
          (entry) => entry.kind === 'customer' && entry.event === 'wrote' && entry.message.text === text,
        ),
      { what: `“${text}” to arrive`, deadlineMs: 10_000 },
    );
    assert.ok(wrote.kind === 'customer');
    return wrote;
  }

  async function agentAnswers(
    { program }: WidgetGround,
    conversationId: string,
    text: string,
    agentId?: string,
  ): Promise<void> {
    const conversation = `${program.sandbox.baseUrl}/sandbox/v1/conversations/${conversationId}`;
    const steps = [
      ['answer', agentId === undefined ? {} : { agentId }],
      ['messages', { text }],
    ] as const;
    for (const [step, body] of steps) {
      const { status, body: told } = await requestJson('POST', `${conversation}/${step}`, body);
      if (step === 'messages') assert.equal(status, 200, JSON.stringify(told));
    }
  }

  async function externalIds({ program }: WidgetGround, contactId: string): Promise<string[]> {
    const { baseUrl } = program.sandbox;
    const [org] = (await program.sandbox.state()).orgs;
    assert.ok(org);
    const granted = await fetch(`${baseUrl}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${org.clientId}:${org.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token } = z.object({ access_token: z.string() }).parse(await granted.json());
    const answer = await fetch(`${baseUrl}/api/v2/externalcontacts/contacts/${contactId}`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    return contact.parse(await answer.json()).externalIds.map(({ value }) => value);
  }

  it('lets an old Zendesk user write to an agent and be answered, under their own contact, through a reload', async () => {
    const ground = await open();
    const { page, program, faults } = ground;
    await ground.picture('shop');
    assert.deepEqual(await axeViolations(page), []);
    await ground.signIn('Priya Nair');
    await ground.openChat();
    await page.getByText('Hello Priya! How can we help?').waitFor();
    await online(ground);
    const question = 'Where is my Harbour coat?';
    await ground.write(question);
    await bubble(ground, 'mine', question).waitFor();
    const { conversationId, customerId } = await writerOf(ground, question);
    await agentAnswers(ground, conversationId, 'It left this morning, Priya.');
    await bubble(ground, 'theirs', 'It left this morning, Priya.').waitFor();
    await ground.picture('answered');
    assert.deepEqual(await axeViolations(page), []);

    const contactId = await waitFor(
      async () =>
        (await program.sandbox.state()).orgs
          .flatMap(({ customers }) => customers)
          .find(({ id }) => id === customerId)?.externalContactId,
      { what: 'the conversation to be under a contact', deadlineMs: 15_000 },
    );
    assert.deepEqual((await externalIds(ground, contactId)).toSorted(), ['CRM-7001', 'zendesk|88412']);

    await page.reload();
    await ground.openChat();
    await bubble(ground, 'mine', question).waitFor();
    await bubble(ground, 'theirs', 'It left this morning, Priya.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Chat with us' }).waitFor();
    assert.deepEqual(faults, []);
  });

  it('comes back by itself when the connection is lost, with what was said meanwhile', async () => {
    const sockets: WebSocketRoute[] = [];
    let reachable = true;
    const ground = await open({
      before: (page) =>
        page.routeWebSocket(/\/v1\?/, (socket) => {
          if (!reachable) return void socket.close();
          socket.connectToServer();
          sockets.push(socket);
        }),
    });
    await ground.signIn('Jonas Weber');
    await ground.openChat();
    await online(ground);
    await ground.write('Do you mend boots?');
    const { conversationId } = await writerOf(ground, 'Do you mend boots?');
    reachable = false;
    for (const socket of sockets) await socket.close();
    await ground.page.getByText('Connection lost. Reconnecting…').waitFor();
    await agentAnswers(ground, conversationId, 'As often as you like.');
    reachable = true;
    await bubble(ground, 'theirs', 'As often as you like.').waitFor();
    await online(ground);
    assert.equal(await bubble(ground, 'mine', 'Do you mend boots?').count(), 1);
  });

  it('begins another conversation where the ended one takes no more words', async () => {
    const ground = await open();
    const { page, program, faults } = ground;
    const { baseUrl } = program.sandbox;
    await ground.signIn('Léa Fontaine');
    await ground.openChat();
    await online(ground);
    await ground.write('Do you mend boots?');
    const first = await writerOf(ground, 'Do you mend boots?');
    const { orgs } = await program.sandbox.state();
    const { channelId = '' } = orgs[0]?.customers.find(({ id }) => id === first.customerId) ?? {};
    await requestJson('POST', `${baseUrl}/sandbox/v1/deployments/${channelId}/messenger`, {
      conversationDisconnect: { enabled: true, type: 'ReadOnly' },
    });
    await agentAnswers(ground, first.conversationId, 'As often as you like.');
    await requestJson('POST', `${baseUrl}/sandbox/v1/conversations/${first.conversationId}/disconnect`, {});
    await page.getByText('This conversation has ended. Write to begin another.').waitFor();
    await ground.write('And coats?');
    const second = await writerOf(ground, 'And coats?');
    assert.notEqual(second.conversationId, first.conversationId);
    await agentAnswers(ground, second.conversationId, 'Coats as well.', orgs[0]?.agents[0]?.id);
    await bubble(ground, 'theirs', 'Coats as well.').waitFor();
    assert.equal(await bubble(ground, 'mine', 'And coats?').count(), 1);
    assert.deepEqual(faults, []);
  });

  it('renews its token while it is open, and asks for a new one when that one is over', async () => {
    const ground = await open({ before: (page) => page.clock.install() });
    const { page } = ground;
    const asked: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/widget/') && response.request().method() === 'POST')
        asked.push(`${pathname} ${response.status()}`);
    });
    const askedFor = (what: string, times: number) =>
      waitFor(() => asked.filter((each) => each === what).length === times, {
        what: `${what}, ${times} times`,
      });
    await ground.signIn('Léa Fontaine');
    await ground.openChat();
    await askedFor('/widget/token 200', 1);
    await page.clock.runFor(1_000);
    await online(ground);
    await page.clock.runFor(241_000);
    await askedFor('/widget/refresh 200', 1);

    await page.route('**/widget/refresh', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 401,
            headers: { 'access-control-allow-origin': ground.shop.url },
            json: { error: { code: 'widget.expired', message: 'It is over.' } },
          })
        : route.continue(),
    );
    await page.clock.runFor(241_000);
    await askedFor('/widget/refresh 401', 1);
    await askedFor('/widget/token 200', 2);
    await page.clock.runFor(1_000);
    await online(ground);
    await ground.write('Still here.');
    await writerOf(ground, 'Still here.');
    await bubble(ground, 'mine', 'Still here.').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await askedFor('/widget/revoke 204', 1);
  });

  it('says in plain words that a sign-in has expired', async () => {
    const ground = await open({ livesSeconds: -3_600 });
    await ground.signIn('Priya Nair');
    await ground.openChat();
    await ground.page.getByRole('alert').getByText('Your sign-in has expired.').waitFor();
    await ground.page.getByText('Not connected').waitFor();
    await ground.picture('expired');
    assert.deepEqual(await axeViolations(ground.page), []);
  });

  it('says that the chat cannot be reached from a page it does not accept, and reads nothing of the refusal', async () => {
    const ground = await open({ onlyOrigin: 'https://shop.elsewhere.example' });
    const statuses: number[] = [];
    ground.page.on('response', (response) => {
      if (response.url().includes('/widget/')) statuses.push(response.status());
    });
    await ground.signIn('Priya Nair');
    await ground.openChat();
    await ground.page.getByRole('alert').getByText('The chat cannot be reached.').waitFor();
    await ground.picture('refused-origin');
    assert.ok(!statuses.includes(200));
    assert.ok(ground.faults.some((fault) => /CORS policy/.test(fault)));
  });
});
