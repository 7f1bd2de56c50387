import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createDelivery } from '../../src/delivery/delivery.ts';
import type { Ledger } from '../../src/delivery/ledger.ts';
import { catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { KnownRefusal } from '../../src/errors/refusals/known-refusal.ts';
import { knownRefusals } from '../../src/errors/refusals/known-refusals.ts';
import { createBudgetMeter } from '../../src/genesys/budget-meter.ts';
import { departing } from '../../src/genesys/departing.ts';
import { NetworkFault } from '../../src/genesys/network-fault.ts';
import { createPlatformCall } from '../../src/genesys/platform-call.ts';
import { groups } from '../../tools/operations-page/groups.ts';
import { planOf } from '../../tools/operations-page/plan-of.ts';
import { type PlatformPlan, platformPlan } from '../../tools/operations-page/platform-plan.ts';
import { exampleOutreach } from '../support/example-outreach.ts';
import { exampleTruth } from '../support/example-truth.ts';
import { manualClock } from '../support/manual-clock.ts';
import { silentLog } from '../support/silent-log.ts';

type Answer = { readonly status: number; readonly body: unknown } | NetworkFault;

const waitSeconds = 7;

/** A refusal of the table as it comes over the wire; a path it does not name is any. */
function answerOf(
  { by, status = [400], says = ['nobody.knows'], words }: KnownRefusal,
  code: ErrorCode,
): Answer {
  if (by === 'genesys-network') return new NetworkFault(says[0] ?? '', catalogue[code].retry === 'safe');
  const [first = 400] = status;
  const message = words ?? 'Some words.';
  const nested = says[0] === 'invalid_field';
  const body = nested
    ? { status: first, code: 'bad_request', message, errors: [{ code: says[0], message }] }
    : { status: first, code: says[0], message };
  return { status: first, body };
}

/** The platform client and the delivery, with a platform that always answers this; time runs until they are done. */
async function played(at: string, answer: Answer, chance = 0.5) {
  const clock = manualClock();
  const asked: number[] = [];
  let tokens = 0;
  const http = {
    closed: new AbortController().signal,
    close: () => {},
    async ask(question: { leaving?: () => void }) {
      asked.push(clock.now());
      if (!(answer instanceof NetworkFault && answer.neverLeft)) question.leaving?.();
      if (answer instanceof NetworkFault) throw answer;
      const header = (name: string) => (name === 'retry-after' ? String(waitSeconds) : undefined);
      return { ...answer, header };
    },
  };
  const token = {
    async get() {
      tokens += 1;
      return `token-${tokens}`;
    },
    refused: () => {},
  };
  const budget = createBudgetMeter({ clock });
  const call = createPlatformCall({
    apiUrl: 'http://platform',
    token,
    budget,
    http,
    clock,
    log: silentLog,
    chance: () => chance,
  });
  const [method = 'POST', path = at] = /^[A-Z]+ /.test(at) ? at.split(' ') : [];
  const filled = path.replace('$', '').replaceAll('{}', '{thingId}');
  const request = (idempotent: boolean) => ({
    method: method === 'PUT' ? ('PUT' as const) : ('POST' as const),
    path: filled,
    ids: { thingId: 'thing' },
    answer: z.unknown(),
    priority: 'ask' as const,
    idempotent,
  });
  async function until<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const done = work.finally(() => {
      over = true;
    });
    done.catch(() => {});
    for (let round = 0; round < 100 && !over; round += 1) await clock.advance(1_000);
    return done;
  }
  return { asked, until, request, call, clock };
}

async function readOf(row: KnownRefusal): Promise<PlatformPlan['reads']> {
  const { asked, until, request, call } = await played(row.at ?? '/api/v2/things', answerOf(row, row.code));
  await assert.rejects(until(call(request(true))), { code: row.code });
  if (asked.length === 1) return 'no';
  if (asked.length === 2) return 'new-token';
  assert.equal(asked.length, 4, row.code);
  const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  return gaps.every((gap) => gap >= waitSeconds * 1_000) ? 'after-the-wait' : 'again';
}

async function sendOf(row: KnownRefusal): Promise<PlatformPlan['sends']> {
  const { asked, until, request, call, clock } = await played(
    row.at ?? '/api/v2/things',
    answerOf(row, row.code),
  );
  const outreach = exampleOutreach({ state: 'approved' });
  const events: string[] = [];
  const ledger: Ledger = {
    open: () => assert.fail('nothing is proposed here'),
    async apply(_which, event) {
      events.push(event.type);
      return { outreach, applied: true };
    },
  };
  const delivery = createDelivery({
    ledger,
    readTruth: async () => exampleTruth(),
    ready: () => {},
    clear: async () => ({ route: 'agentless', intoConnected: false }),
    routes: {
      async agentless(_message, _outreach, _into, departure) {
        await departing(call, departure)(request(false));
        return { status: 200, messageId: null, conversationId: null, correlationId: null };
      },
      'external-messages': () => assert.fail('not this way'),
      webchat: () => assert.fail('not this way'),
    },
    departures: null,
    gaveUp: new AbortController().signal,
    clock,
    log: silentLog,
  });
  await until(delivery.deliver(outreach));
  const ends = { refused: 'failed', 'turned-away': 'held', 'answer-lost': 'unknown' } as const;
  const last = events.at(-1);
  if (last === 'refused' || last === 'turned-away' || last === 'answer-lost') {
    assert.equal(asked.length, 1, `${row.code} was sent again`);
    return ends[last];
  }
  assert.equal(last, 'put-back', row.code);
  if (asked.length === 1) return 'after-the-wait';
  return asked.length === 2 && row.status?.includes(401) === true ? 'new-token' : 'again';
}

describe('the retry plan of docs/operations.md', () => {
  const ofRequests = knownRefusals.filter(
    ({ code, by, status }) =>
      code.startsWith('genesys.') &&
      (by === 'genesys-network' || (by === 'genesys' && status !== undefined)) &&
      code !== 'genesys.network.cut-at-stop',
  );
  const codes = [...new Set(ofRequests.map(({ code }) => code))];

  for (const code of codes) {
    it(`of ${code} is what the platform client and the delivery do`, async () => {
      for (const row of ofRequests.filter((each) => each.code === code)) {
        const done = { reads: await readOf(row), sends: await sendOf(row) };
        assert.deepEqual(done, platformPlan(code));
      }
    });
  }

  it('tries a read as often, and as far apart, as the page prints', async () => {
    const page = await readFile('docs/operations.md', 'utf8');
    const gapsOf = async (chance: number) => {
      const { asked, until, request, call } = await played(
        '/api/v2/things',
        { status: 503, body: {} },
        chance,
      );
      await assert.rejects(until(call(request(true))));
      return asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    };
    const gaps = [...(await gapsOf(0)), ...(await gapsOf(1))];
    assert.equal(gaps.length, 2 * 3);
    const seconds = [Math.min(...gaps), Math.max(...gaps)].map((ms) => Number((ms / 1_000).toFixed(1)));
    assert.ok(page.includes(`up to 4 times, ${seconds.join(' to ')} s apart`), seconds.join());
  });

  it('says of every code what is done, and of none that is not in its group', () => {
    const groupOf = (code: string) =>
      groups.find(({ starts }) => starts.some((each) => code.startsWith(each)));
    for (const code of Object.keys(catalogue)) {
      assert.ok(isErrorCode(code));
      const group = groupOf(code);
      assert.ok(group);
      assert.match(planOf(code, group) ?? '', /^[A-Z].+\.$/, code);
    }
    for (const group of groups)
      for (const code of Object.keys(group.but ?? {})) assert.equal(groupOf(code), group, code);
  });

  it('is one the catalogue’s class agrees with', () => {
    for (const code of codes) {
      const { retry } = new ReachbackError(code);
      const { reads, sends } = platformPlan(code);
      if (retry === 'never') assert.deepEqual([reads, ['failed', 'held'].includes(sends)], ['no', true]);
      if (retry === 'unknown') assert.equal(sends, 'unknown');
    }
  });
});
