import assert from 'node:assert/strict';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

export type Fault = Readonly<Record<string, unknown>>;

/** What a request that sends a message is known by, as a fault's `path`. */
export const sendPath = '/messages/agentless$|/messaging/external-messages$';

/** The real program on its sandbox, with agents to become available. */
export interface ProgramGround {
  readonly program: Program;
  readonly scene: Scene;
  /** Lets the next idle agent become available under faults; gives the agent's chat and what customers see from then on. */
  freeAnAgent(...faults: readonly Fault[]): Promise<{ chat: string; messages: Scene['messagesToCustomers'] }>;
  /** Arms all of these for sends and frees an agent for each; gives the agents' chats. */
  freeAgentsUnder(faults: readonly Fault[]): Promise<string[]>;
  /** Waits until a card in this chat says that the message was sent. */
  toldSent(chat: string): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startProgramGround(): Promise<ProgramGround> {
  const directory = await temporaryDirectory();
  const program = await startProgram({ dataDir: directory.path, env: { LOG_LEVEL: 'warn' } });
  const scene = await sceneOf(program);
  const idle = [...scene.idleAgents];
  const freeAnAgent: ProgramGround['freeAnAgent'] = async (...faults) => {
    const agent = idle.shift();
    assert.ok(agent, 'every idle agent was freed before');
    const before = (await scene.messagesToCustomers()).length;
    for (const fault of faults) await program.sandbox.fault(fault);
    await program.sandbox.setPresence(agent.id, 'Available');
    return {
      chat: scene.chatOf(agent.email).conversationId,
      messages: async () => (await scene.messagesToCustomers()).slice(before),
    };
  };
  return {
    program,
    scene,
    freeAnAgent,
    async freeAgentsUnder(faults) {
      for (const fault of faults) await program.sandbox.fault({ method: 'POST', path: sendPath, ...fault });
      const freed = await Promise.all(faults.map(() => freeAnAgent()));
      return freed.map(({ chat }) => chat);
    },
    toldSent: (chat) =>
      scene.recorded(
        'the card to tell that it was sent',
        (entry) =>
          entry.kind === 'teams' &&
          entry.conversationId === chat &&
          /state-(sent|delivered|undelivered)/.test(JSON.stringify(entry.activity)),
      ),
    async stop() {
      await program.stop();
      await directory.remove();
    },
  };
}
