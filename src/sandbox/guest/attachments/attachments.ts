import { randomBytes } from 'node:crypto';

/** A file a guest has announced, and perhaps uploaded. */
export interface Attachment {
  readonly id: string;
  readonly customerId: string;
  readonly fileName: string;
  readonly fileType: string;
  readonly maxBytes: number;
  /** Opens its upload and its download; part of both URLs. */
  readonly secret: string;
  readonly announcedAt: number;
  bytes?: Buffer;
}

export interface Attachments {
  announce(given: Omit<Attachment, 'secret' | 'announcedAt' | 'bytes'>): Attachment;
  of(customerId: string, id: string): Attachment | 'expired' | undefined;
  bySecret(secret: string): Attachment | undefined;
  delete(attachment: Attachment): void;
}

/** unverified: how long an announced file may be used. */
const lifeMs = 3_600_000;

/** Guests' files, in memory. */
export function createAttachments(now: () => number): Attachments {
  const kept = new Map<string, Attachment>();
  const isOver = ({ announcedAt }: Attachment): boolean => now() - announcedAt >= lifeMs;
  return {
    announce(given) {
      for (const each of kept.values()) if (isOver(each)) delete each.bytes;
      const attachment = { ...given, secret: randomBytes(24).toString('base64url'), announcedAt: now() };
      kept.set(attachment.secret, attachment);
      return attachment;
    },
    of(customerId, id) {
      const found = [...kept.values()].findLast((each) => each.customerId === customerId && each.id === id);
      return found !== undefined && isOver(found) ? 'expired' : found;
    },
    bySecret(secret) {
      const found = kept.get(secret);
      return found !== undefined && isOver(found) ? undefined : found;
    },
    delete(attachment) {
      kept.delete(attachment.secret);
    },
  };
}
