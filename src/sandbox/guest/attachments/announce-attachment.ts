import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { GuestRequest } from '../guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from '../guest-scene.ts';

const longestName = 255; // unverified

/** onAttachment: where to PUT the file, or why not; with `errorsAsJson` the refusal is a GenerateUrlError. */
export function announceAttachment(
  { sandbox, attachments }: GuestScene,
  { messenger }: Deployment,
  customer: Customer,
  request: GuestRequest<'onAttachment'>,
): GuestAnswer {
  const { attachmentId, fileName, fileType, fileSize, errorsAsJson } = request;
  const problem = problemOf(messenger, fileName, fileType, fileSize ?? 0);
  if (problem !== undefined) {
    const [errorCode, errorMessage] = problem;
    if (!errorsAsJson) return guestRefusal(errorCode, errorMessage);
    return { type: 'message', class: 'GenerateUrlError', body: { attachmentId, errorCode, errorMessage } };
  }
  const { secret } = attachments.announce({
    id: attachmentId,
    customerId: customer.id,
    fileName,
    fileType,
    maxBytes: messenger.maxFileSizeKB * 1024,
  });
  return {
    class: 'PresignedUrlResponse',
    body: {
      attachmentId,
      url: `${sandbox.baseUrl()}/attachments/${secret}`,
      headers: { 'x-amz-tagging': `attachmentId=${attachmentId}` },
      fileName,
      ...(fileSize !== undefined && { fileSize }),
      fileType,
    },
  };
}

function problemOf(
  { fileTypes, maxFileSizeKB, blockedExtensions }: Deployment['messenger'],
  fileName: string,
  fileType: string,
  fileSize: number,
): readonly [code: number, message: string] | undefined {
  if (fileTypes.length === 0) return [4000, 'Attachments are not available on this deployment.'];
  if (fileName.length > longestName) return [4005, 'File name is too long.'];
  if (fileName.trim() === '' || /[\\/:*?"<>|\p{Cc}]/u.test(fileName)) {
    return [4004, 'File name is not valid.'];
  }
  const blocked = blockedExtensions.some((ending) => fileName.toLowerCase().endsWith(ending.toLowerCase()));
  const allowed = fileTypes.some((type) => type === '*/*' || type === fileType);
  if (blocked || !allowed) return [4001, 'File type is not allowed.'];
  if (fileSize > maxFileSizeKB * 1024) return [4002, `File size is over ${maxFileSizeKB} KB.`];
  return undefined;
}
