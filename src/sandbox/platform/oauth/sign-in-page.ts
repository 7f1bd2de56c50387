import type { Org } from '../../world/org.ts';

/** A page with a link for every agent one may be, or the first hundred. `search` is the query of the request. Pure. */
export function signInPage({ name, agents }: Org, search: string): string {
  const links = [...agents.values()].slice(0, 100).map((agent) => {
    const href = `/sandbox/v1/agents/${encodeURIComponent(agent.id)}/authorize?${search}`;
    return `<li><a href="${escaped(href)}"><strong>${escaped(agent.name)}</strong> <span>${escaped(agent.title)}</span></a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in to ${escaped(name)}</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
ul { list-style: none; padding: 0 }
a { display: block; margin: .5rem 0; padding: .5rem 1rem; border: 1px solid #8888; border-radius: 8px; color: inherit; text-decoration: none }
a:hover, a:focus-visible { border-color: currentColor }
span { opacity: .7 }
</style>
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
