import { deepEqual, equal } from 'node:assert/strict';
import { ownPermissions } from '../../../src/genesys/endpoints/own-permissions.ts';
import { isGranted } from '../../../src/genesys/is-granted.ts';
import { missingPermissions } from '../../../src/genesys/missing-permissions.ts';
import { neededPermissions } from '../../../src/genesys/needed-permissions.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';

const answering =
  (body: unknown): PlatformCall =>
  async ({ answer }) => ({ body: answer.parse(body), status: 200, correlationId: null });

describe('ownPermissions', () => {
  const policies = [
    { domain: 'conversation', entityName: 'message', actions: ['create', 'view'], condition: 'x' },
    { domain: 'routing', entityName: '*', actions: ['*'] },
  ];

  it('reads the policies of every role, whatever its division', async () => {
    const grants = [
      { division: { id: '*' }, role: { name: 'a', policies } },
      { role: { policies: [{ domain: 'analytics', actions: ['*'] }, ...policies] } },
    ];
    deepEqual(await ownPermissions(answering({ grants })), [
      'conversation:message:create',
      'conversation:message:view',
      'routing:*:*',
      'analytics:*:*',
    ]);
  });

  for (const [what, body] of [
    ['no grants', {}],
    ['an empty list', { grants: [] }],
    ['a role that is not written out', { grants: [{ role: { policies } }, { role: { id: 'r' } }] }],
    ['roles without a policy', { grants: [{ role: { policies: [] } }] }],
    ['a grant without a role', { grants: [{}] }],
  ] as const)
    it(`takes ${what} for not known`, async () => equal(await ownPermissions(answering(body)), null));
});

describe('isGranted', () => {
  for (const [grant, expected] of [
    ['conversation:message:create', true],
    ['Conversation:Message:Create', true],
    ['conversation:message:*', true],
    ['conversation:*:create', true],
    ['conversation:*:*', true],
    ['conversation:*', true],
    ['*:*:*', true],
    ['*', true],
    ['conversation:message:view', false],
    ['conversation:messages:create', false],
    ['conversation', false],
    ['conversation:message', false],
    ['routing:*:*', false],
    ['', false],
  ] as const)
    it(`${expected ? 'finds' : 'does not find'} conversation:message:create in ${JSON.stringify(grant)}`, () =>
      equal(isGranted('conversation:message:create', [grant]), expected));
});

describe('missingPermissions', () => {
  const named = neededPermissions.flatMap(({ permissions }) =>
    'all' in permissions ? permissions.all : permissions.any,
  );

  it('misses nothing where everything is granted, by name or by *, or where nothing is known', () => {
    deepEqual(missingPermissions(neededPermissions, named), []);
    deepEqual(missingPermissions(neededPermissions, ['*:*:*']), []);
    deepEqual(missingPermissions(neededPermissions, null), []);
  });

  it('names a permission once with all that needs it', () => {
    const granted = named.filter((each) => each !== 'conversation:communication:view');
    deepEqual(
      missingPermissions(neededPermissions, granted).map(({ permission, needs }) => [
        permission,
        needs.map(({ operation }) => operation),
      ]),
      [['conversation:communication:view', ['read-conversation', 'watch-conversations']]],
    );
  });

  it('asks for either where any will do, and for the one that is to be added anyway', () => {
    const without = (...out: string[]) =>
      missingPermissions(
        neededPermissions,
        named.filter((each) => !out.includes(each)),
      ).map(({ permission, needs }) => [permission, needs.map(({ operation }) => operation)]);
    deepEqual(without('analytics:conversationDetail:view'), []);
    deepEqual(without('analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'), [
      [
        'analytics:conversationDetail:view or analytics:agentConversationDetail:view',
        ['query-conversations'],
      ],
    ]);
    deepEqual(without('conversation:message:view', 'conversation:webmessaging:view'), [
      ['conversation:webmessaging:view', ['watch-undelivered', 'read-message']],
    ]);
  });
});
