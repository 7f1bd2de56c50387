import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { type AfterRefusal, afterRefusalOf } from '../../../bot/card-sync/after-refusal.ts';
import { createCardFreezes } from '../../../bot/card-sync/card-freezes.ts';
import { createShowCard, type ShowCard } from '../../../bot/card-sync/show-card.ts';
import { noticeCard } from '../../../bot/cards/notice-card.ts';
import { createTeamsPace } from '../../../bot/pace/teams-pace.ts';
import { createConnectorPort } from '../../../bot/teams/connector-port.ts';
import { createPacedPort } from '../../../bot/teams/paced-port.ts';
import { StrictAuthentication } from '../../../bot/teams/strict-authentication.ts';
import type { TeamsPort } from '../../../bot/teams/teams-port.ts';
import type { KnownRefusal } from '../../../src/errors/refusals/known-refusal.ts';
import { teamsRefusals } from '../../../src/errors/refusals/teams-refusals.ts';
import type { CardRow } from '../../../src/store/shapes/card-table.ts';
import type { ConversationReference } from '../../../src/store/shapes/reference-table.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleReference } from '../../support/example-reference.ts';
import { startFakeConnector } from '../../support/fake-connector.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';
import { memoryCardStore } from '../../support/memory-card-store.ts';
import { recordingLog } from '../../support/silent-log.ts';

/** One answer of Teams a row of the table is about. */
interface Answer {
  readonly status: number;
  readonly says: string | undefined;
  readonly words: string | undefined;
}

function answersOf({ status = [], says, words }: KnownRefusal): Answer[] {
  return status.flatMap((each) => (says ?? [undefined]).map((said) => ({ status: each, says: said, words })));
}

describe('what is done about each refusal of Teams', () => {
  let connector: Awaited<ReturnType<typeof startFakeConnector>>;
  let store: ReturnType<typeof memoryCardStore>;
  let clock: ManualClock;
  let teams: TeamsPort;
  let show: ShowCard;
  let lines: string[];
  let place: ConversationReference;

  beforeEach(async () => {
    connector = await startFakeConnector();
    store = memoryCardStore();
    clock = manualClock();
    const recorded = recordingLog();
    lines = recorded.lines;
    place = exampleReference({ serviceUrl: connector.serviceUrl });
    await store.references.put(place);
    const { signal } = new AbortController();
    const auth = new StrictAuthentication({ credentials: null, closed: signal });
    teams = createPacedPort(
      createConnectorPort(auth, '', clock),
      createTeamsPace(clock, () => 0.5),
      signal,
    );
    show = createShowCard({
      store,
      teams,
      view: ({ id }, locale) => ({
        card: noticeCard({ title: 'Title', lines: [id], tone: 'plain' }, locale),
        summary: 'Summary',
      }),
      languages: { of: async () => ({ locale: 'en', because: 'standard' }) },
      freezes: createCardFreezes(clock, () => {}),
      left: async (outreachId) => void left.push(outreachId),
      clock,
      log: recorded.log,
      cut: signal,
      random: () => 0.5,
    });
    left = [];
  });
  afterEach(() => connector.close());

  /** Whose agent cannot be told there any more. */
  let left: string[];

  const outreach = exampleOutreach({ id: 'outreach-1', version: 2 });
  const where = () => ({ ...place, agentUntold: null });
  const rowOf = (id: string): CardRow | undefined => store.rows.get(`${id} ${place.conversationId}`);
  const posted: CardRow = {
    outreachId: outreach.id,
    conversationId: exampleReference().conversationId,
    activityId: '17',
    replaces: null,
    shownVersion: 1,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };

  function refuse({ status, says, words = 'No.' }: Answer): void {
    connector.next({ status, body: { error: { code: says ?? 'Other', message: words } } });
  }

  /** What must be seen of each action; `call` is what was refused. */
  const seen: Readonly<
    Record<Exclude<AfterRefusal, 'refuse'>, (became: number | null, code: string) => unknown>
  > = {
    retry(became, code) {
      equal(connector.calls.length, 1);
      ok(became !== null && became >= 500 && became <= 1_000, `${became} ms`);
      equal(rowOf(outreach.id)?.failures, 1);
      equal(rowOf(outreach.id)?.lastError, code);
      equal(store.places.get(place.conversationId)?.installed, true);
    },
    async rest(became, code) {
      seen.retry(became, code);
      const another = exampleOutreach({ id: 'outreach-2' });
      const wait = await show(another, where(), undefined);
      equal(connector.calls.length, 1, 'nothing else to that conversation meanwhile');
      ok(wait !== null && wait > 0);
      await clock.advance(wait);
      equal(await show(another, where(), rowOf(another.id)), null);
      equal(connector.calls.length, 2);
    },
    leave(became, code) {
      equal(connector.calls.length, 1);
      equal(became, null);
      equal(store.places.get(place.conversationId)?.installed, false);
      equal(store.places.get(place.conversationId)?.refusedWith, code);
      deepEqual(left, [outreach.id]);
    },
    async replace(became) {
      equal(became, 0);
      equal(await show(outreach, where(), rowOf(outreach.id)), null);
      equal(connector.calls.length, 2);
      equal(connector.calls[1]?.method, 'POST');
      equal(rowOf(outreach.id)?.replaces, '17');
    },
    shrink(became, code) {
      equal(became, null);
      equal(connector.calls.length, 2);
      ok(JSON.stringify(connector.calls[1]?.body).includes('note-too-big'));
      equal(rowOf(outreach.id)?.shownVersion, outreach.version);
      ok(codedLines(lines).includes(code));
    },
  };

  const onCards = teamsRefusals.filter(({ at }) => at === undefined || at === 'post' || at === 'update');
  for (const row of onCards) {
    const action = afterRefusalOf(row.code);
    if (action === 'refuse') throw new Error(`${row.code} is about a person, not a card`);
    for (const doing of row.at === undefined ? ['post', 'update'] : [row.at])
      for (const answer of answersOf(row)) {
        const { status, says = '', words = '' } = answer;
        it(`${doing} answered ${status} ${says}${words}: ${action} (${row.code})`, async () => {
          refuse(answer);
          const known = doing === 'update' ? posted : undefined;
          if (known !== undefined) await store.cards.put(known);
          await seen[action](await show(outreach, where(), known), row.code);
        });
      }
  }

  for (const row of teamsRefusals.filter(({ at }) => at === 'member'))
    for (const answer of answersOf(row)) {
      it(`a question for a person answered ${answer.status} ${answer.says ?? ''}: refuse (${row.code})`, async () => {
        equal(afterRefusalOf(row.code), 'refuse');
        refuse(answer);
        await rejects(teams.member(place, '29:ada'), { code: row.code });
        equal(connector.calls.length, 1);
      });
    }
});
