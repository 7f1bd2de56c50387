import type { Customer } from '../../world/customer.ts';
import type { GuestRequest } from '../guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from '../guest-scene.ts';
import type { Attachment } from './attachments.ts';

/** The uploaded file of that id, or the refusal. */
export function uploaded(
  { attachments }: GuestScene,
  customer: Customer,
  id: string,
): { readonly attachment: Attachment } | { readonly refusal: GuestAnswer } {
  const found = attachments.of(customer.id, id);
  if (found === undefined) return { refusal: guestRefusal(4009, 'Attachment not found.') };
  if (found === 'expired') return { refusal: guestRefusal(4008, 'Attachment has expired.') };
  if (found.bytes === undefined) return { refusal: guestRefusal(4010, 'Attachment was not uploaded.') };
  return { attachment: found };
}

/** getAttachment: a fresh address to download it from; no file name in it, so that clients tell it from an upload. */
export function getAttachment(
  scene: GuestScene,
  customer: Customer,
  { attachmentId }: GuestRequest<'getAttachment'>,
): GuestAnswer {
  const found = uploaded(scene, customer, attachmentId);
  if ('refusal' in found) return found.refusal;
  const url = downloadUrl(scene, found.attachment);
  return { class: 'PresignedUrlResponse', body: { attachmentId, url, headers: {} } };
}

/** deleteAttachment: an announced or uploaded file is gone. */
export function deleteAttachment(
  { attachments }: GuestScene,
  customer: Customer,
  { attachmentId }: GuestRequest<'deleteAttachment'>,
): GuestAnswer {
  const found = attachments.of(customer.id, attachmentId);
  if (found === undefined) return guestRefusal(4009, 'Attachment not found.');
  if (found === 'expired') return guestRefusal(4008, 'Attachment has expired.');
  attachments.delete(found);
  return { type: 'message', class: 'AttachmentDeletedResponse', body: { attachmentId } };
}

/** An uploaded file as a message shows it. */
export function attachmentContent(scene: GuestScene, attachment: Attachment) {
  const { id, fileName, fileType, bytes } = attachment;
  return {
    contentType: 'Attachment',
    attachment: {
      id,
      url: downloadUrl(scene, attachment),
      filename: fileName,
      fileSize: bytes?.length ?? 0,
      mediaType: mediaTypeOf(fileType),
      mime: fileType,
    },
  };
}

function mediaTypeOf(mime: string): 'Image' | 'Video' | 'Audio' | 'File' {
  const [family] = mime.split('/');
  return family === 'image' ? 'Image' : family === 'video' ? 'Video' : family === 'audio' ? 'Audio' : 'File';
}

function downloadUrl({ sandbox }: GuestScene, { secret }: Attachment): string {
  return `${sandbox.baseUrl()}/attachments/${secret}`;
}
