import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import { personKey } from './person-key.ts';

/** Whose personal chat it is; null for a channel. */
export function keyOfChat({ kind, userId: id, aadObjectId }: ConversationReference): string | null {
  return kind === 'personal' && id !== null ? personKey({ id, aadObjectId }) : null;
}
