import type { FaultKind } from './fault-kinds.ts';
import type { SocketGround } from './socket-ground.ts';

export interface Struck {
  /** When, by this process's clock (`performance.now`). */
  readonly at: number;
  /** When the program was seen to do something about it, by the same clock; null while it was not. */
  noticedAt(): number | null;
}

/** Breaks the notification socket of one channel, the way asked for; with null it is only watched, for something hits it along. */
export async function strike(
  { world, proxy, agentsOf }: SocketGround,
  kind: FaultKind | null,
  shard: number,
): Promise<Struck> {
  const topic = `v2.users.${agentsOf[shard]?.[0]}`;
  const ofShard = proxy.subscribings.filter(({ topics }) => topics.includes(topic));
  const channelId = ofShard.at(-1)?.channelId;
  const line = proxy.lines.findLast((each) => each.channelId === channelId && each.endedByProgram() === null);
  if (channelId === undefined || line === undefined) throw new Error(`channel ${shard} has no open socket`);
  const linesBefore = proxy.lines.length;
  const subscribed = ofShard.length;
  const arm = (fault: Readonly<Record<string, unknown>>) =>
    world.sandbox.fault({ on: 'channel', channelId, ...fault });
  const at = performance.now();
  switch (kind) {
    case null:
      break;
    case 'half-open':
      line.freeze();
      break;
    case 'token-end':
      await world.sandbox.fault({ on: 'token', what: 'revoke' });
      break;
    case 'close':
      await arm({ what: 'close', closeCode: 1001 });
      break;
    case 'cut':
      await arm({ what: 'close', closeCode: 1006 });
      break;
    case 'refused-again':
      await arm({ what: 'refuse', status: 503, count: 2 });
      await arm({ what: 'close', closeCode: 1012 });
      break;
    default:
      await arm({ what: kind });
  }
  return {
    at,
    noticedAt() {
      const again = proxy.subscribings.filter(({ topics }) => topics.includes(topic))[subscribed];
      const opened = proxy.lines.slice(linesBefore).some((each) => each.channelId === channelId);
      if (kind === 'drop-subscription') return again?.at ?? line.endedByProgram();
      return line.endedByProgram() ?? (opened ? performance.now() : null);
    },
  };
}
