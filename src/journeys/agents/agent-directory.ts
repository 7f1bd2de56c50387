import type { Queue } from '../../genesys/wire/queue.ts';
import type { User } from '../../genesys/wire/user.ts';

export interface DirectoryAgent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly queueIds: readonly string[];
}

export interface QueueMembership {
  readonly queue: Queue;
  readonly members: readonly User[];
}

export interface AgentDirectory {
  /** Takes in what the platform says now; everything known before is forgotten. */
  replace(queues: readonly QueueMembership[]): void;
  agents(): readonly DirectoryAgent[];
  agent(id: string): DirectoryAgent | null;
  /** Case does not matter. */
  agentByEmail(email: string): DirectoryAgent | null;
  queueIds(): readonly string[];
  queueName(id: string): string | null;
}

/** Who works here and where, from the queues watched and their members. An agent of several queues is one agent. */
export function createAgentDirectory(): AgentDirectory {
  let agents = new Map<string, DirectoryAgent>();
  let byEmail = new Map<string, DirectoryAgent>();
  let queueNames = new Map<string, string>();
  return {
    replace(queues) {
      agents = agentsOf(queues);
      queueNames = new Map(queues.map(({ queue }) => [queue.id, queue.name]));
      byEmail = new Map();
      for (const agent of agents.values())
        if (agent.email !== null) byEmail.set(agent.email.toLowerCase(), agent);
    },
    agents: () => [...agents.values()],
    agent: (id) => agents.get(id) ?? null,
    agentByEmail: (email) => byEmail.get(email.toLowerCase()) ?? null,
    queueIds: () => [...queueNames.keys()],
    queueName: (id) => queueNames.get(id) ?? null,
  };
}

function agentsOf(queues: readonly QueueMembership[]): Map<string, DirectoryAgent> {
  const agents = new Map<string, DirectoryAgent>();
  for (const { queue, members } of queues) {
    for (const { id, name, email } of members) {
      const queueIds = [...(agents.get(id)?.queueIds ?? []), queue.id];
      agents.set(id, { id, name, email, queueIds });
    }
  }
  return agents;
}
