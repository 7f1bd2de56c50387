import type { Queue } from '../genesys/wire/queue.ts';
import type { User } from '../genesys/wire/user.ts';

export interface DirectoryAgent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly queueIds: readonly string[];
}

export interface AgentDirectory {
  readonly agents: readonly DirectoryAgent[];
  agent(id: string): DirectoryAgent | null;
  /** Case does not matter. */
  agentByEmail(email: string): DirectoryAgent | null;
  queueName(id: string): string | null;
  readonly queueIds: readonly string[];
}

/** Who works here and where, from the queues watched and their members. An agent of several queues is one agent. */
export function createAgentDirectory(
  queues: readonly { readonly queue: Queue; readonly members: readonly User[] }[],
): AgentDirectory {
  const agents = new Map<string, DirectoryAgent>();
  for (const { queue, members } of queues) {
    for (const { id, name, email } of members) {
      const known = agents.get(id);
      agents.set(id, { id, name, email: email ?? null, queueIds: [...(known?.queueIds ?? []), queue.id] });
    }
  }
  const byEmail = new Map(
    [...agents.values()].flatMap((agent) =>
      agent.email === null ? [] : [[agent.email.toLowerCase(), agent]],
    ),
  );
  const queueNames = new Map(queues.map(({ queue }) => [queue.id, queue.name]));
  return {
    agents: [...agents.values()],
    agent: (id) => agents.get(id) ?? null,
    agentByEmail: (email) => byEmail.get(email.toLowerCase()) ?? null,
    queueName: (id) => queueNames.get(id) ?? null,
    queueIds: [...queueNames.keys()],
  };
}
