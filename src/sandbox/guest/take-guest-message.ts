import { customerWrites, type GuestExtras } from '../acts/messages/customer-writes.ts';
import type { Customer } from '../world/customer.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Org } from '../world/org.ts';
import { attachmentContent, uploaded } from './attachments/use-attachment.ts';
import type { GuestRequest } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';
import { maxCustomDataBytes } from './session/session-response.ts';
import { takeGuestEvent } from './take-guest-event.ts';

const longestText = 4096; // unverified

/**
 * onMessage: takes what the guest wrote or did, or refuses it; the echo of a message goes to all windows and is no answer
 * of its own. Every onMessage counts for the rate, events too (unverified).
 */
export function takeGuestMessage(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  customer: Customer,
  { message, channel, tracingId }: GuestRequest<'onMessage'>,
): GuestAnswer[] {
  const { sandbox, allowance } = scene;
  const { auth } = deployment.messenger;
  const retryAfter = allowance(customer.token);
  if (retryAfter > 0) {
    const errorMessage = 'Message rate too high for this session';
    const body = { retryAfter, errorCode: 4029, errorMessage };
    return [{ class: 'TooManyRequestsErrorMessage', code: 429, body }];
  }
  // unverified: the code of both refusals.
  if (auth.enabled && !auth.allowSessionUpgrade && customer.signedInAs === undefined) {
    return [guestRefusal(401, 'User is unauthorized')];
  }
  const attributes = channel?.metadata?.customAttributes ?? message.channel?.metadata?.customAttributes;
  if (Buffer.byteLength(JSON.stringify(attributes ?? {})) > maxCustomDataBytes) {
    const text = `Custom Attributes in channel metadata is larger than ${maxCustomDataBytes} bytes`;
    return [guestRefusal(4013, text)];
  }
  if (message.type === 'Event') {
    return takeGuestEvent(scene, org, deployment, customer, message.events, { tracingId, attributes });
  }
  if (customer.readOnly === true)
    return [guestRefusal(403, 'The conversation is read-only; start a new one.')];
  const { text = '', metadata } = message;
  if (text.length > longestText) {
    return [guestRefusal(4011, `message too long. length should be below ${longestText}`)];
  }
  const extras: GuestExtras = { tracingId, attributes, metadata };
  if (message.type === 'Structured') {
    const words = text === '' ? (message.content[0]?.buttonResponse.text ?? '') : text;
    const { type, content } = message;
    customerWrites(sandbox, org, customer, words, { ...extras, type, content });
    return [];
  }
  const files = (message.content ?? []).map(({ attachment }) => uploaded(scene, customer, attachment.id));
  const refused = files.flatMap((file) => ('refusal' in file ? [file.refusal] : []));
  if (refused.length > 0) return refused.slice(0, 1);
  if (text === '' && files.length === 0) return [guestRefusal(4020, 'A required parameter is missing.')];
  const content = files.flatMap((file) =>
    'attachment' in file ? [attachmentContent(scene, file.attachment)] : [],
  );
  customerWrites(sandbox, org, customer, text, { ...extras, ...(content.length > 0 && { content }) });
  return [];
}
