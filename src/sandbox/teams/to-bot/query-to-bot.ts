import type { Sandbox } from '../../sandbox.ts';
import type { TeamsConversation, TeamsUser } from '../teams-world.ts';
import { activityToBot } from './activity-to-bot.ts';

/** What somebody looks for in a message extension. */
export interface ExtensionQuery {
  /** The search command of the app's manifest and its parameter. */
  readonly commandId: string;
  readonly parameter: string;
  /** As typed; empty: nothing typed yet, Teams asks by itself (`initialRun` of the manifest). */
  readonly text: string;
  /** How many results are there already. */
  readonly skip: number;
}

/** Teams asks for so many results at a time (documented). */
const pageSize = 25;

/** The invoke Teams sends while somebody searches from the compose box (message extensions, documented). */
export function queryToBot(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  { commandId, parameter, text, skip }: ExtensionQuery,
): Record<string, unknown> {
  return {
    ...activityToBot(sandbox, conversation, user),
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId,
      parameters: [text === '' ? { name: 'initialRun', value: 'true' } : { name: parameter, value: text }],
      queryOptions: { skip, count: pageSize },
    },
  };
}
