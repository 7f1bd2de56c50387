import type { TeamsInbound } from '../../bot/teams-inbound.ts';

/** Hears everything, answers nothing. */
export function deafInbound(): { inbound: TeamsInbound; heard: string[] } {
  const heard: string[] = [];
  const inbound: TeamsInbound = {
    async message({ text }) {
      heard.push(`message ${text}`);
      return null;
    },
    async cardAction({ verb }) {
      heard.push(`action ${verb}`);
      return { kind: 'message', text: 'heard' };
    },
    async query({ text }) {
      heard.push(`query ${text}`);
      return { kind: 'message', text: 'heard' };
    },
    async installed({ conversationId }) {
      heard.push(`installed ${conversationId}`);
    },
    async removed({ conversationId }) {
      heard.push(`removed ${conversationId}`);
    },
    async seen({ conversationId }) {
      heard.push(`seen ${conversationId}`);
    },
  };
  return { inbound, heard };
}
