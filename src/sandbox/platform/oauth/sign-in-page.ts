import type { Org } from '../../world/org.ts';

/** A page with a link for every agent one may be, or the first hundred. `search` is the query of the request. Pure. */
export function signInPage({ name, agents }: Org, search: string): string {
  const links = [...agents.values()].slice(0, 100).map((agent) => {
    const href = `/sandbox/v1/agents/${encodeURIComponent(agent.id)}/authorize?${search}`;
    return `<li><a href="${escaped(href)}">${escaped(agent.name)}</a> ${escaped(agent.title)}</li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in to ${escaped(name)}</title>
<style>body { font: 16px/1.6 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }</style>
<h1>Sign in to ${escaped(name)}</h1>
<p>This is the sandbox: nobody has a password here. Who are you?</p>
<ul>
${links.join('\n')}
</ul>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
