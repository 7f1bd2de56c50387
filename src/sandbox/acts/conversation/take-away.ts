import type { Conversation } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import { endByPlatform } from './end-by-platform.ts';
import type { Scene } from './scene.ts';

/** The organisation deletes or archives a conversation: it ends if it runs, and no new message lands on it. */
export function takeAway(scene: Scene, gone: NonNullable<Conversation['gone']>): void {
  const { conversation, sandbox } = scene;
  if (conversation.participants.some((each) => liveLeg(each).state !== 'disconnected')) endByPlatform(scene);
  conversation.gone = gone;
  sandbox.changed();
}
