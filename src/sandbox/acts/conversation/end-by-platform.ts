import type { Participant } from '../../world/conversation.ts';
import { showDisconnect } from '../guest/show-disconnect.ts';
import { endConversation } from './end-conversation.ts';
import type { Scene } from './scene.ts';

/** The other side ends the conversation: this agent (`client`), or the platform when there is none (`system` on every leg). */
export function endByPlatform(scene: Scene, agent?: Participant): void {
  endConversation(scene, (participant) =>
    agent === undefined ? 'system' : participant === agent ? 'client' : 'peer',
  );
  showDisconnect(scene.sandbox, scene.org, scene.conversation, scene.customer);
}
