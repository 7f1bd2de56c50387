import type { JWK } from 'jose';
import type { Secret } from '../../config/secret.ts';
import type { HandOffContract } from '../../store/shapes/hand-off-table.ts';

/** An organisation conversations may be handed to, and may come from, as it is registered here. */
export interface Partner {
  /** Our own short name of it, part of addresses. */
  readonly id: string;
  /** In Genesys Cloud. */
  readonly organisationId: string;
  readonly name: string;
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** `bridge`: Open Messaging, which every organisation offers. `field`: the transfer of the field reports. */
  readonly contract: HandOffContract;
  /** The Open Messaging integration over there, and what signs its outbound webhook; null: none, so no bridge. */
  readonly integration: { readonly id: string; readonly webhookToken: Secret } | null;
  /** Signs sessions re-issued for the partner (field contract); null: none. */
  readonly sessionKey: Secret | null;
  /** Public keys whose tickets are accepted from this partner. */
  readonly trustKeys: readonly JWK[];
  /** Which channel types go there and come from there, and as what they arrive: `webmessaging` → `open`. */
  readonly channelTypes: Readonly<Record<string, string>>;
  /** Names of the partner’s queues a person may choose from. */
  readonly queues: readonly string[];
  /** The partner’s own Reachback, which judges our tickets; null: they are judged here on its behalf. */
  readonly ticketUrl: string | null;
  /** A channel of our Teams tenant where the partner’s people see the cards; null: none. */
  readonly teamsConversation: string | null;
  /** After so long a bridge is ended with a notice to both sides. */
  readonly limitMs: number;
}
