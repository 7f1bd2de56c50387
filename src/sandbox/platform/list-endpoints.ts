import type { FastifyInstance } from 'fastify';
import type { Endpoint } from './endpoint.ts';

/** Adds every route registered on `platform` from now on to the list. Throws for one that does not say where it comes from. */
export function listEndpoints(platform: FastifyInstance, endpoints: Endpoint[]): void {
  platform.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat()) {
      if (each === 'OPTIONS') continue;
      if (config?.source === undefined) throw new Error(`${each} ${url} does not say where it comes from`);
      const { source, permissions, offer, unverified } = config;
      endpoints.push({
        method: each,
        path: url.replaceAll(/:(\w+)/g, '{$1}'),
        source,
        ...(permissions !== undefined && { permissions }),
        ...(offer !== undefined && { offer }),
        ...(unverified !== undefined && { unverified }),
      });
    }
  });
}
