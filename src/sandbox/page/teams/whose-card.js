import { textsOf } from '../timeline/texts-of.js';

/**
 * Whom a card is about, for buttons that must say so by themselves: `Tomás Herrera to Rohan Mehta`, or as much of it as
 * the card names; an empty text when it names nobody.
 *
 * @param {unknown} json
 * @param {{ agents: { name: string }[], customers: { name: string | null }[] }[]} orgs
 */
export function whoseCard(json, orgs) {
  const texts = new Set(textsOf(json));
  const named = (/** @type {{ name: string | null }[]} */ people) =>
    people.find(({ name }) => name !== null && texts.has(name))?.name;
  const agent = named(orgs.flatMap(({ agents }) => agents));
  const customer = named(orgs.flatMap(({ customers }) => customers));
  return [agent, customer ?? (agent === undefined ? undefined : 'a visitor')].filter(Boolean).join(' to ');
}
