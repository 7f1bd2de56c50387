import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type ClaimsIdentity,
  type ConnectorFactory,
} from 'botframework-connector';
import { type CheckChannelToken, createCheckChannelToken } from './check-channel-token.ts';
import { OneAttemptConnectorFactory } from './one-attempt-connector-factory.ts';
import { isServiceAddress } from './service-address.ts';
import type { TeamsSettings } from './teams-settings.ts';
import { tenantOf } from './tenant-of.ts';

/** The public cloud's fixed addresses: as soon as one of them is given, botbuilder wants them all. */
const publicCloud = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
  CallerId: 'urn:botframework:azure',
};

const defaultMetadataUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/**
 * The Bot Framework's own checks, with the gaps of 4.23.3 closed: an activity without serviceUrl skipped the comparison with
 * the token, a bad signature became a server error, and both it and an expired token were printed. Here a refusal is always an AuthenticationError (401), the token's
 * serviceurl claim must be the activity's, the address one of Teams' own, the channel Teams and the tenant ours. Without
 * credentials everything is anonymous, and only loopback service addresses are answered. Whoever asks for a connector, from a
 * stored row, too, gets one for such addresses only.
 */
export class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #credentials: TeamsSettings['credentials'];
  readonly #checkChannelToken: CheckChannelToken | null;
  readonly #limits: ConstructorParameters<typeof OneAttemptConnectorFactory>[1];

  constructor(settings: TeamsSettings) {
    const { credentials, openIdMetadataUrl = defaultMetadataUrl, patienceMs = 15_000, closed } = settings;
    super({
      ...(credentials === null
        ? {}
        : {
            MicrosoftAppId: credentials.appId,
            MicrosoftAppPassword: credentials.appPassword,
            MicrosoftAppTenantId: credentials.tenantId,
            MicrosoftAppType: 'SingleTenant',
          }),
      ...publicCloud,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    });
    this.#credentials = credentials;
    this.#limits = {
      patienceMs,
      closed,
      mayCall: (address) => isServiceAddress(address, credentials !== null),
    };
    this.#checkChannelToken =
      credentials === null
        ? null
        : createCheckChannelToken({ metadataUrl: openIdMetadataUrl, appId: credentials.appId });
  }

  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    if (typeof activity.serviceUrl !== 'string' || activity.serviceUrl === '') throw refusal('no serviceUrl');
    if (this.#credentials === null && !this.#limits.mayCall(activity.serviceUrl)) {
      throw refusal('without credentials only loopback service addresses are answered');
    }
    if (this.#credentials !== null && activity.channelId !== 'msteams') {
      throw refusal('not from the Teams channel');
    }
    const result = await this.#checkToken(activity, authHeader);
    if (this.#credentials !== null) {
      const claimed = result.claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim);
      if (claimed !== activity.serviceUrl) throw refusal('serviceUrl is not the one in the token');
      if (!this.#limits.mayCall(activity.serviceUrl)) throw refusal('not a service address of Teams');
      if (tenantOf(activity) !== this.#credentials.tenantId) throw refusal('another tenant');
    }
    const factory = result.connectorFactory;
    if (factory === undefined) throw refusal('no connector for this caller');
    return { ...result, connectorFactory: new OneAttemptConnectorFactory(factory, this.#limits) };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new OneAttemptConnectorFactory(super.createConnectorFactory(identity), this.#limits);
  }

  async #checkToken(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    try {
      await this.#checkChannelToken?.(authHeader);
      return await super.authenticateRequest(activity, authHeader);
    } catch (error) {
      if (error instanceof AuthenticationError) throw error;
      const why = error instanceof Error ? error.name : 'unknown';
      throw Object.assign(refusal(`token refused (${why})`), { cause: error });
    }
  }
}

function refusal(why: string): AuthenticationError {
  return new AuthenticationError(why, 401);
}
