import { WebSocket } from 'ws';
import { z } from 'zod';

/** Holds the sockets and notes when which agent's presence arrived (monotonic clock); tells `count` or, for `report`, all of it. */
const { uris } = z.object({ uris: z.array(z.string()) }).parse(JSON.parse(process.env.LISTENER ?? ''));
const frame = z.object({ topicName: z.string() });
const received = new Map<string, number[]>();
let count = 0;

const sockets = uris.map((uri) => new WebSocket(uri, { perMessageDeflate: false }));
for (const socket of sockets) {
  socket.on('message', (data) => {
    const at = Number(process.hrtime.bigint()) / 1e6;
    const { topicName } = frame.parse(JSON.parse(data.toString()));
    const agentId = /^v2\.users\.(.+)\.presence$/.exec(topicName)?.[1];
    if (agentId === undefined) return;
    count += 1;
    const times = received.get(agentId);
    if (times === undefined) received.set(agentId, [at]);
    else times.push(at);
  });
}
await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
process.send?.('ready');
process.on('message', (wish) => {
  if (wish === 'count') {
    process.send?.({ count });
    return;
  }
  process.send?.({ received: [...received] });
  received.clear();
  count = 0;
});
process.on('disconnect', () => process.exit(0));
