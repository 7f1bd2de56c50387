import type { MessageWire } from '../../genesys/wire/message.ts';

/** What a customer said with a message: its text, or the words on what they pressed. None for a message of ours. Pure. */
export function customersWords({ direction, normalizedMessage }: MessageWire): string[] {
  if (direction?.toLowerCase() === 'outbound') return [];
  const pressed = (normalizedMessage?.content ?? []).map(({ buttonResponse }) => buttonResponse?.text);
  return [normalizedMessage?.text, ...pressed].flatMap((words) => (words ? [words] : []));
}
