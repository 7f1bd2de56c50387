import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';
import { matchRegex } from './match-regex.ts';
import type { Criterion, SimpleCriterion, UserField, UserSearch } from './user-search.ts';

type Test = (agent: Agent) => boolean;

const { compare } = new Intl.Collator('en');

/** The users a search finds, in its order: every AND, one of the ORs where there are any, none of the NOTs. Pure. */
export function findUsers(org: Org, { query, sort, sortBy = 'name', sortOrder }: UserSearch): Agent[] {
  const fits = combined(query.map((each) => ({ operator: each.operator, test: testOf(org, each) })));
  const orders = sort.length > 0 ? sort : [{ sortBy, sortOrder }];
  return [...org.agents.values()].filter(fits).sort((a, b) => {
    for (const { sortBy: field, sortOrder: direction } of orders) {
      const order = compare(fieldOf(org, a, field), fieldOf(org, b, field));
      if (order !== 0) return direction === 'DESC' ? -order : order;
    }
    return 0;
  });
}

function combined(parts: readonly { operator: 'AND' | 'OR' | 'NOT'; test: Test }[]): Test {
  const of = (wanted: string): Test[] =>
    parts.flatMap(({ operator, test }) => (operator === wanted ? test : []));
  const [all, some, none] = [of('AND'), of('OR'), of('NOT')];
  return (agent) =>
    all.every((test) => test(agent)) &&
    (some.length === 0 || some.some((test) => test(agent))) &&
    !none.some((test) => test(agent));
}

function testOf(org: Org, criterion: Criterion): Test {
  if (criterion.group.length === 0) return simpleTest(org, criterion);
  return combined(criterion.group.map((each) => ({ operator: each.operator, test: simpleTest(org, each) })));
}

const everyField = ['name', 'email', 'username', 'title', 'department'] as const;

function simpleTest(org: Org, { type, fields, value, values }: SimpleCriterion): Test {
  const textsOf = (agent: Agent, among: readonly UserField[] = fields): string[] =>
    among.map((field) => fieldOf(org, agent, field).toLowerCase());
  const given = value === undefined ? values : [value, ...values];
  const sought = given.map((each) => each.toLowerCase());
  const some = (fits: (text: string, each: string) => boolean): Test => {
    return (agent) => textsOf(agent).some((text) => sought.some((each) => fits(text, each)));
  };
  switch (type) {
    case 'MATCH_ALL':
      return () => true;
    case 'REQUIRED_FIELDS':
      return (agent) => textsOf(agent).every((text) => text !== '');
    case 'EXACT':
      return some((text, each) => text === each);
    case 'STARTS_WITH':
      return some((text, each) => text.startsWith(each));
    case 'CONTAINS':
      return some((text, each) => text.includes(each));
    case 'TERM':
    case 'TERMS':
      return some((text, each) => termsOf(text).includes(each));
    case 'REGEX': {
      const agents = [...org.agents.values()];
      const texts = [...new Set(agents.flatMap((agent) => textsOf(agent)))];
      const matching = new Set(given.flatMap((each) => matchRegex(each, texts)));
      return (agent) => textsOf(agent).some((text) => matching.has(text));
    }
    case 'QUERY_STRING':
      // unverified: how much of a query language it has; words, all of which must be in a field, with * at their end.
      return (agent) => {
        const terms = textsOf(agent, fields.length > 0 ? fields : everyField).flatMap(termsOf);
        const words = sought.flatMap((each) => each.split(/\s+/).filter((word) => word !== ''));
        return words.every((word) =>
          termsOf(word).every((part) =>
            terms.some((term) => (word.endsWith('*') ? term.startsWith(part) : term === part)),
          ),
        );
      };
  }
}

function termsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((term) => term !== '');
}

function fieldOf(org: Org, agent: Agent, field: UserField): string {
  switch (field) {
    case 'username':
      return agent.email;
    case 'department':
      return 'Customer Care';
    case 'state':
      return 'active';
    case 'division.id':
      return org.id;
    default:
      return agent[field];
  }
}
