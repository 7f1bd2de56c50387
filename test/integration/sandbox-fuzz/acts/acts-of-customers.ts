import { WebSocket } from 'ws';
import { type Act, type Pick, someCustomer } from './act.ts';
import { heard, type Play } from './play.ts';

const presence = (type: string): object => ({
  type: 'Event',
  events: [{ eventType: 'Presence', presence: { type } }],
});

/** A customer's socket, told to be theirs, and what it then sends. */
async function says(play: Play, pick: Pick, ...frames: ((token: string) => object)[]): Promise<void> {
  const { token, deploymentId } = someCustomer(play, pick);
  const configure = { action: 'configureSession', token, deploymentId };
  await play.open(`/v1?deploymentId=${deploymentId}`, configure, ...frames.map((each) => each(token)));
}

const message = (body: object) => (token: string) => ({ action: 'onMessage', token, message: body });

/** What customers do, in a messenger of ours and in one that speaks the protocol. */
export const customerActs: Readonly<Record<string, Act>> = {
  'a customer writes': (play, pick) =>
    play.control('POST', `/customers/${someCustomer(play, pick).id}/messages`, {
      text: `Hello ${pick.nat(99)}`,
    }),
  'a customer writes by frame': (play, pick) =>
    says(play, pick, message({ type: 'Text', text: `Hi ${pick.nat(99)}` })),
  'a browser opens or closes': (play, pick) =>
    play.control('POST', `/customers/${someCustomer(play, pick).id}/browser`, { open: pick.oneIn(2) }),
  'a customer clears': (play, pick) => says(play, pick, message(presence('Clear'))),
  'a customer joins': (play, pick) => says(play, pick, message(presence('Join'))),
  'a customer hangs up': (play, pick) =>
    says(play, pick, (token) => ({ action: 'disconnectCustomer', token })),
  'a customer starts anew': (play, pick) => {
    const { token, deploymentId } = someCustomer(play, pick);
    return play.open(`/v1?deploymentId=${deploymentId}`, {
      action: 'configureSession',
      token,
      deploymentId,
      startNew: true,
    });
  },
  'a stranger comes': (play, pick) => {
    const deploymentId = pick.of(play.org.deployments.keys());
    const token = `stranger-${pick.nat(3)}-${deploymentId}`;
    return play.open(
      `/v1?deploymentId=${deploymentId}`,
      { action: 'configureSession', token, deploymentId },
      { action: 'onMessage', token, message: { type: 'Text', text: 'Anybody there?' } },
    );
  },
  'a customer closes every window': (play, pick) =>
    says(play, pick, (token) => ({ action: 'closeSession', token, closeAllConnections: pick.oneIn(2) })),
  'a socket is lost': async (play, pick) => {
    const socket = pick.of(play.sockets);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    if (pick.oneIn(2) || socket.readyState !== WebSocket.OPEN) socket.terminate();
    else {
      await heard(socket);
      socket.terminate();
    }
    await closed;
  },
  'a cobrowse is answered': (play, pick) =>
    play.control('POST', `/cobrowses/${pick.of(play.org.cobrowses.keys())}`, { accept: pick.oneIn(2) }),
};
