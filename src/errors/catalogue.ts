import { bridgeErrors } from './bridge-errors.ts';
import { byHandErrors } from './by-hand-errors.ts';
import { cobrowseErrors } from './cobrowse-errors.ts';
import { configErrors } from './config-errors.ts';
import { decisionErrors } from './decision-errors.ts';
import { doorErrors } from './door-errors.ts';
import { followUpErrors } from './follow-up-errors.ts';
import { genesysAccessErrors } from './genesys/access-errors.ts';
import { genesysConversationErrors } from './genesys/conversation-errors.ts';
import { genesysJourneyErrors } from './genesys/journey-errors.ts';
import { genesysNetworkErrors } from './genesys/network-errors.ts';
import { genesysNotificationErrors } from './genesys/notification-errors.ts';
import { genesysRequestErrors } from './genesys/request-errors.ts';
import { genesysSendErrors } from './genesys/send-errors.ts';
import { genesysErrors } from './genesys-errors.ts';
import { handOffErrors } from './hand-off-errors.ts';
import { importErrors } from './import-errors.ts';
import { outreachErrors } from './outreach-errors.ts';
import { partnerErrors } from './partner-errors.ts';
import { policyErrors } from './policy-errors.ts';
import { replyErrors } from './reply-errors.ts';
import { signInErrors } from './sign-in-errors.ts';
import { storeEngineErrors } from './store-engine-errors.ts';
import { storeErrors } from './store-errors.ts';
import { teamsConnectorErrors } from './teams/connector-errors.ts';
import { teamsIdentityErrors } from './teams/identity-errors.ts';
import { teamsSignInErrors } from './teams/sign-in-errors.ts';
import { teamsErrors } from './teams-errors.ts';
import { webhookErrors } from './webhook-errors.ts';
import { widgetErrors } from './widget-errors.ts';

/** What trying again may do: nothing bad (`safe`), nothing good (`never`), or a second message (`unknown`: look first). */
export type RetryClass = 'safe' | 'never' | 'unknown';

export interface CatalogueEntry {
  /** The general code this one is a case of: what is done about the general one is done about this one. */
  readonly of?: string;
  /** What happened, one sentence. */
  readonly meaning: string;
  /** What most likely brought this very code about, one sentence. */
  readonly likely: string;
  /** What a person does now: where to click or which variable to set. */
  readonly next: string;
  readonly retry: RetryClass;
}

/** All errors of the product, by stable code. A code is never reused for another meaning. */
export const catalogue = {
  ...configErrors,
  ...bridgeErrors,
  ...storeErrors,
  ...storeEngineErrors,
  ...genesysErrors,
  ...genesysAccessErrors,
  ...genesysRequestErrors,
  ...genesysNetworkErrors,
  ...genesysSendErrors,
  ...genesysConversationErrors,
  ...genesysNotificationErrors,
  ...genesysJourneyErrors,
  ...teamsErrors,
  ...teamsConnectorErrors,
  ...teamsIdentityErrors,
  ...teamsSignInErrors,
  ...outreachErrors,
  ...decisionErrors,
  ...cobrowseErrors,
  ...doorErrors,
  ...followUpErrors,
  ...handOffErrors,
  ...partnerErrors,
  ...policyErrors,
  ...byHandErrors,
  ...replyErrors,
  ...signInErrors,
  ...widgetErrors,
  ...webhookErrors,
  ...importErrors,
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof catalogue;
