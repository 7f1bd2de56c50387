import assert from 'node:assert/strict';
import { z } from 'zod';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { requestJson } from '../../support/request-json.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

const button = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) });
const card = z.looseObject({ actions: z.tuple([button]) });
const results = z.object({
  body: z.object({
    composeExtension: z.object({
      type: z.literal('result'),
      attachments: z
        .array(
          z.object({
            content: card,
            preview: z.object({ content: z.object({ title: z.string(), text: z.string() }) }),
          }),
        )
        .min(1),
    }),
  }),
});
const message = z.object({
  body: z.object({ composeExtension: z.object({ type: z.literal('message'), text: z.string() }) }),
});
const form = z.object({ body: z.object({ value: card }) });

describe('the message extension, in the real program', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let program: Program;
  let scene: Scene;
  /** The chat of an agent and the supervisor, which the bot is not in. */
  let chat: string;
  let agent: { readonly name: string; readonly userId: string };

  before(async () => {
    directory = await temporaryDirectory();
    program = await startProgram({ dataDir: directory.path, env: { OUTREACH_MODE: 'supervisor' } });
    scene = await sceneOf(program);
    const [idle] = scene.idleAgents;
    assert.ok(idle);
    agent = { name: idle.name, userId: scene.chatOf(idle.email).userId };
    const { body } = await control('/teams/chats', { userIds: [agent.userId, scene.supervisor.id] });
    chat = `/teams/conversations/${encodeURIComponent(String(body.id))}`;
  });
  after(async () => {
    await program.stop();
    await directory.remove();
  });

  const control = (path: string, body: unknown) =>
    requestJson('POST', `${program.sandbox.baseUrl}/sandbox/v1${path}`, body);
  const search = async (userId: string, text = '') =>
    (await control(`${chat}/queries`, { userId, text })).body;

  it('takes a customer from the compose box to a message a supervisor approved, and says nothing in the chat itself', async () => {
    const [picked] = results.parse(await search(agent.userId)).body.composeExtension.attachments;
    assert.ok(picked);
    assert.doesNotMatch(picked.preview.content.text, /not now/, 'who may be written to comes first');
    const { body: sent } = await control(`${chat}/cards`, { userId: agent.userId, card: picked.content });
    const press = async ({ verb, data }: z.infer<typeof button>, userId: string, text?: string) =>
      (
        await control(`${chat}/actions`, {
          userId,
          activityId: sent.activityId,
          verb,
          data: { ...data, ...(text !== undefined && { proposeText: text }) },
        })
      ).body;
    const [open] = picked.content.actions;
    const opened = form.parse(await press(open, agent.userId)).body.value;
    assert.match(JSON.stringify(opened), new RegExp(`this is ${agent.name}`));
    const [propose] = opened.actions;
    const text = `Hello from ${agent.name}, out of the compose box.`;
    assert.match(JSON.stringify(await press(propose, agent.userId, text)), /waits for a supervisor/);

    const waiting = await scene.cardShowing(scene.channelId, 'awaiting-approval');
    assert.match(JSON.stringify(waiting.activity), /out of the compose box/);
    const copied = { verb: 'outreach.approve', data: { outreachId: outreachIdOf(waiting.activity) } };
    assert.match(JSON.stringify(await press(copied, scene.supervisor.id)), /teams\.action-unknown/);
    await program.sandbox.press(scene.channelId, {
      userId: scene.supervisor.id,
      activityId: waiting.activityId,
      verb: 'outreach.approve',
      data: { outreachId: outreachIdOf(waiting.activity) },
    });
    await scene.recorded(
      'the message at the customer’s',
      (entry) => entry.kind === 'customer' && entry.event !== 'wrote' && entry.message.text === text,
    );
    // The same form once more: it has been counted.
    await press(propose, agent.userId, text);
    const messages = await scene.messagesToCustomers();
    assert.deepEqual(
      messages.map((each) => each.message.text),
      [text],
    );
    const inChat = (await program.sandbox.requests()).filter(
      ({ method, path }) => method !== 'GET' && path.startsWith('/teams/') && path.includes('unq.gbl.spaces'),
    );
    assert.deepEqual(inChat, [], 'the bot wrote nothing where it is not');
  });

  it('finds by name, for a supervisor too, and says so when there is nobody', async () => {
    const { attachments } = results.parse(await search(scene.supervisor.id)).body.composeExtension;
    const named = attachments.find(({ preview }) => preview.content.title !== 'Anonymous visitor');
    const name = named?.preview.content.title ?? '';
    const found = results.parse(await search(scene.supervisor.id, name.toLowerCase().slice(0, 4)));
    assert.ok(found.body.composeExtension.attachments.some(({ preview }) => preview.content.title === name));
    assert.match(
      message.parse(await search(agent.userId, 'zzz')).body.composeExtension.text,
      /Nobody named “zzz”/,
    );
  });
});
