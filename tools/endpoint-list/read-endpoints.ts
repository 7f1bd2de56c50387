import type { Endpoint } from '../../src/sandbox/platform/endpoint.ts';

/** The platform's endpoints as the sandbox at `baseUrl` lists them. */
export async function readEndpoints(baseUrl: string): Promise<Endpoint[]> {
  const response = await fetch(`${baseUrl}/sandbox/v1/endpoints`);
  const { endpoints }: { endpoints: Endpoint[] } = JSON.parse(await response.text());
  return endpoints;
}
