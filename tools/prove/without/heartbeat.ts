import { type ChannelSocket, openChannelSocket as kept } from '../../../src/genesys/channel-socket.ts';

/** Nobody asks a socket that has gone silent whether it lives. */
export function openChannelSocket(parts: Parameters<typeof kept>[0]): Promise<ChannelSocket> {
  return kept({ ...parts, timings: { ...parts.timings, quietMs: 86_400_000 } });
}
