import { answerGuest } from './answer-guest.ts';
import { guestFrame } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';

/** Speaks the guest protocol on one socket until it closes; closing it ends no conversation. */
export function serveGuest(scene: GuestScene): void {
  const { socket, guests } = scene;
  socket.on('error', () => socket.terminate());
  socket.on('close', () => guests.leave(socket));
  socket.on('message', (data) => {
    const read = guestFrame.safeParse(parsed(data.toString()));
    const answer = read.success ? answerGuest(scene, read.data) : refusalOf(read.error.issues);
    if (answer === undefined) return;
    const tracingId = read.data?.tracingId;
    socket.send(
      JSON.stringify({
        type: 'response',
        code: 200,
        ...answer,
        ...(tracingId !== undefined && { tracingId }),
      }),
    );
  });
}

function refusalOf(issues: readonly { readonly code?: string; readonly message: string }[]): GuestAnswer {
  const missing = issues.some(
    ({ code, message }) => code === 'invalid_type' && message.includes('undefined'),
  );
  return missing ? guestRefusal(4020, 'A required parameter is missing.') : guestRefusal(400, 'Bad request.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
