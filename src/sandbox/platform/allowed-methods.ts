import type { Endpoint } from './endpoint.ts';

/** The methods the platform takes on the path of this `url`, its query left aside; none where there is no such path. Pure. */
export function allowedMethods(endpoints: readonly Endpoint[], url: string): string[] {
  const [path = ''] = url.split('?', 1);
  const steps = path.split('/');
  return endpoints.flatMap((endpoint) => (fits(endpoint.path.split('/'), steps) ? endpoint.method : []));
}

function fits(template: readonly string[], steps: readonly string[]): boolean {
  return (
    template.length === steps.length &&
    template.every((part, index) => (part.startsWith('{') ? steps[index] !== '' : part === steps[index]))
  );
}
