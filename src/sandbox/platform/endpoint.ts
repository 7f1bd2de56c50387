import type { Offers } from '../world/offers.ts';

/**
 * What a caller's roles must grant; the client's own for client credentials, the agent's for a user token. With
 * `exceptOwn` an agent needs none of it for what is under their own `{userId}`.
 */
export type Permissions = ({ readonly all: readonly string[] } | { readonly any: readonly string[] }) & {
  readonly exceptOwn?: true;
};

/** Where the shape of an endpoint comes from. */
type EndpointSource = 'SDK 262' | 'facts' | 'field report';

/** What every platform route says of itself in its `config`. */
interface EndpointNote {
  readonly source: EndpointSource;
  readonly permissions?: Permissions;
  /** There for organisations only that offer it. */
  readonly offer?: keyof Offers;
  /** What of it could not be confirmed without a live organisation. */
  readonly unverified?: string;
}

/** One endpoint of the platform as the sandbox serves it. */
export interface Endpoint extends EndpointNote {
  readonly method: string;
  readonly path: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    source?: EndpointNote['source'];
    permissions?: EndpointNote['permissions'];
    offer?: EndpointNote['offer'];
    unverified?: string;
  }
}
