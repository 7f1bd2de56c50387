import { answerGuest } from './answer-guest.ts';
import { guestFrame } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';
import { refusalOfFrame } from './refusal-of-frame.ts';

/** Speaks the guest protocol on one socket until it closes; closing it ends no conversation. */
export function serveGuest(scene: GuestScene): void {
  const { socket, guests } = scene;
  socket.on('error', () => socket.terminate());
  socket.on('close', () => guests.leave(socket));
  socket.on('message', (data, isBinary) => {
    for (const frame of framesFor(scene, isBinary ? '' : data.toString())) socket.send(JSON.stringify(frame));
  });
}

/** What one frame of a guest is answered with, in full. */
function framesFor(scene: GuestScene, text: string): object[] {
  let request: unknown;
  try {
    request = JSON.parse(text);
  } catch {
    return [complete(notJson)];
  }
  const read = guestFrame.safeParse(request);
  const answers = read.success ? answered(scene, read.data) : [refusalOfFrame(request, read.error.issues)];
  return answers.map((answer) => complete(answer, tracingIdOf(request)));
}

function answered(scene: GuestScene, frame: Parameters<typeof answerGuest>[1]): GuestAnswer[] {
  try {
    return answerGuest(scene, frame);
  } catch (error) {
    scene.log(`A guest's ${frame.action} failed: ${error instanceof Error ? error.stack : error}`);
    return [guestRefusal(5000, 'Request failed.')];
  }
}

/** unverified: that what is no JSON gets this class and not `string`. */
const notJson: GuestAnswer = {
  class: 'Error',
  code: 400,
  body: {
    name: 'BadRequest',
    message: 'The frame is not JSON.',
    errorCode: 400,
    errorMessage: 'The frame is not JSON.',
  },
};

function complete(
  { type = 'response', class: name, code = 200, body }: GuestAnswer,
  tracingId?: string,
): object {
  return { type, class: name, code, body, ...(tracingId !== undefined && { tracingId }) };
}

function tracingIdOf(request: unknown): string | undefined {
  const has = typeof request === 'object' && request !== null && 'tracingId' in request;
  return has && typeof request.tracingId === 'string' ? request.tracingId : undefined;
}
