import { customerWrites } from '../acts/customer-writes.ts';
import { endByCustomer } from '../acts/end-by-customer.ts';
import type { Customer, Org } from '../org.ts';
import type { GuestFrame } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';

const longestText = 4096; // unverified
const mostCustomData = 2048;

/** Takes what the guest wrote, or refuses it; the echo of a text goes to all windows and is no answer of its own. */
export function takeGuestMessage(
  { sandbox, guests, allowance }: GuestScene,
  org: Org,
  customer: Customer,
  { message, channel, tracingId }: Extract<GuestFrame, { action: 'onMessage' }>,
): GuestAnswer | undefined {
  const retryAfter = allowance(customer.token);
  if (retryAfter > 0) {
    const errorMessage = 'Message rate too high for this session';
    return {
      class: 'TooManyRequestsErrorMessage',
      code: 429,
      body: { retryAfter, errorCode: 4029, errorMessage },
    };
  }
  const attributes = channel?.metadata?.customAttributes ?? message.channel?.metadata?.customAttributes;
  if (Buffer.byteLength(JSON.stringify(attributes ?? {})) > mostCustomData) {
    return guestRefusal(4013, `Custom Attributes in channel metadata is larger than ${mostCustomData} bytes`);
  }
  if (message.type === 'Text') {
    if (message.text.length > longestText) {
      return guestRefusal(4011, `message too long. length should be below ${longestText}`);
    }
    customerWrites(sandbox, org, customer, message.text, { tracingId, attributes });
    return undefined;
  }
  // Typing and Join need no answer here: nothing in the sandbox begins by itself.
  if (message.events.some(({ presence }) => presence?.type === 'Clear')) {
    endByCustomer(sandbox, org, customer);
    guests.send(customer.token, { type: 'message', class: 'SessionClearedEvent', code: 200, body: {} });
  }
  return undefined;
}
