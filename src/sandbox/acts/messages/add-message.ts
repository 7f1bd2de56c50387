import type { Message } from '../../world/conversation.ts';
import type { Scene } from '../conversation/scene.ts';

/** Writes a message into the conversation, where it can be found by its id from now on. */
export function addMessage(
  { org, conversation }: Pick<Scene, 'org' | 'conversation'>,
  message: Message,
): void {
  org.conversations.addMessage(conversation, message);
}
