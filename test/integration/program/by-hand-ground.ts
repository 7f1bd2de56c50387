import assert from 'node:assert/strict';
import { z } from 'zod';
import { startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { sceneOf } from '../../support/scene.ts';

const button = z.object({
  verb: z.literal('candidate.send'),
  data: z.object({ conversationId: z.string(), nonce: z.string(), place: z.number() }),
});

const row = z.object({
  items: z
    .array(z.unknown())
    .transform((items) => items.at(-1))
    .pipe(
      z.object({
        actions: z.tuple([
          z.object({
            card: z.object({
              body: z.tuple([z.object({ id: z.string(), value: z.string() })]),
              actions: z.tuple([button]),
            }),
          }),
        ]),
      }),
    ),
});

const card = z.object({ body: z.array(z.looseObject({ id: z.string().optional() })) });
const posted = z.object({ attachments: z.tuple([z.object({ content: card })]) });
const said = z.object({ value: z.string() });
const shown = z.object({ value: card });
const invoke = z.looseObject({ id: z.string(), name: z.literal('adaptiveCard/action') });

/** A list or a notice: the welcome of an install may come in between. */
function isAnswer(activity: unknown): boolean {
  const told = posted.safeParse(activity);
  const [head] = told.success ? told.data.attachments[0].content.body : [];
  return /^(candidates|history|notice-)/.test(head?.id ?? '');
}

/** One customer on somebody's list, with the form beside. */
export interface Listed {
  readonly conversationId: string;
  readonly draft: string;
  readonly data: z.infer<typeof button>['data'];
  readonly activityId: string;
  readonly email: string;
}

/** The real program with its sandbox, and what agents do in it by hand. */
export async function byHandGround(env: Readonly<Record<string, string>> = {}) {
  const directory = await temporaryDirectory();
  const program = await startProgram({ dataDir: directory.path, env: { LOG_LEVEL: 'info', ...env } });
  const { sandbox, url } = program;
  const scene = await sceneOf(program);

  /** What the bot answers to a command in somebody's chat: its activity. */
  async function answerTo(email: string, command: string, place = scene.chatOf(email).conversationId) {
    const { userId } = scene.chatOf(email);
    const since = (await sandbox.record()).length;
    await sandbox.say(place, userId, command);
    return waitFor(
      async () => {
        const entry = (await sandbox.record())
          .slice(since)
          .find(
            (each) =>
              each.kind === 'teams' &&
              each.event === 'posted' &&
              each.conversationId.startsWith(place) &&
              isAnswer(each.activity),
          );
        return entry?.kind === 'teams' ? entry : null;
      },
      { what: `an answer to ${command}` },
    );
  }

  const customerOf = async (conversationId: string) => {
    const { orgs } = await sandbox.state();
    const found = orgs
      .flatMap(({ customers }) => customers)
      .find(({ conversations }) => conversations.some(({ id }) => id === conversationId));
    assert.ok(found, 'somebody has that conversation');
    return found;
  };

  return {
    sandbox,
    scene,
    output: () => program.output(),
    answerTo,
    customerOf,
    async stop() {
      await program.stop();
      await directory.remove();
    },
    /** An agent says "candidates": the customers listed, best first. */
    async candidates(email: string): Promise<Listed[]> {
      const { activity, activityId } = await answerTo(email, 'candidates');
      const { body } = posted.parse(activity).attachments[0].content;
      return body
        .filter(({ id }) => /^candidate-\d$/.test(id ?? ''))
        .map((each) => {
          const form = row.parse(each).items.actions[0].card;
          const { data } = form.actions[0];
          const { conversationId } = data;
          return { conversationId, draft: form.body[0].value, data, activityId, email };
        });
    },
    /** Somebody presses Send beside a customer; `data` as a client that was tampered with sends it. Gives what Teams shows them. */
    async send(
      listed: Listed,
      text: string,
      data: Readonly<Record<string, unknown>> = {},
      email = listed.email,
    ) {
      const { conversationId, userId } = scene.chatOf(email);
      // Whoever it was drawn for, it is pressed on a card of one's own.
      const { activityId } = email === listed.email ? listed : await answerTo(email, 'candidates');
      const { body } = await sandbox.press(conversationId, {
        userId,
        activityId,
        verb: 'candidate.send',
        data: { ...listed.data, [`candidateText${listed.data.place}`]: text, ...data },
      });
      const words = said.safeParse(body);
      return words.success ? words.data.value : JSON.stringify(shown.parse(body).value);
    },
    /** Teams delivers the last press again, so many times at once; gives the answers. */
    async deliverAgain(times: number): Promise<string[]> {
      const presses = (await sandbox.requests()).flatMap(({ requestBody }) => {
        const told = invoke.safeParse(requestBody);
        return told.success ? [told.data] : [];
      });
      return Promise.all(
        Array.from({ length: times }, async () => {
          const again = await fetch(`${url}/api/messages`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(presses.at(-1)),
          });
          return again.text();
        }),
      );
    },
    /** What reached anybody with these words. */
    async reached(text: string) {
      return (await scene.messagesToCustomers()).filter(({ message }) => message.text === text);
    },
    /** Waits for these words to reach somebody. */
    arrives: (text: string) =>
      waitFor(
        async () => (await scene.messagesToCustomers()).find(({ message }) => message.text === text) ?? null,
        { what: `“${text}” to arrive`, deadlineMs: 10_000 },
      ),
  };
}
