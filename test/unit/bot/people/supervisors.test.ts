import assert from 'node:assert/strict';
import { createOwnerList, type Owner, type OwnerList } from '../../../../bot/people/owner-list.ts';
import { createSupervisors, type Supervisors } from '../../../../bot/people/supervisors.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const minute = 60_000;
const kim = { email: 'kim@northwind.example', aadObjectId: 'aad-kim' };
const owner: Owner = { aadObjectId: 'AAD-Kim', name: 'Kim', email: 'kim@northwind.example' };

describe('supervisors', () => {
  let clock: ReturnType<typeof manualClock>;
  let read: () => Promise<readonly Owner[]>;
  let reads: number;
  let lines: string[];
  let supervisors: Supervisors;
  let team: OwnerList;

  beforeEach(() => {
    clock = manualClock();
    reads = 0;
    read = async () => [owner];
    const recorded = recordingLog();
    lines = recorded.lines;
    team = createOwnerList({
      read() {
        reads += 1;
        return read();
      },
      clock,
      log: recorded.log,
    });
    supervisors = createSupervisors({ named: ['Sam@northwind.example'], team });
  });

  const down = (): Promise<never> => Promise.reject(new ReachbackError('teams.directory-unreachable'));

  it('are those named and the owners of the team, by the directory’s id', async () => {
    assert.equal(await supervisors.why({ email: 'sam@Northwind.example', aadObjectId: null }), 'named');
    assert.equal(await supervisors.why(kim), 'owner');
    assert.equal(await supervisors.why({ ...kim, aadObjectId: 'aad-other' }), null, 'an e-mail is no proof');
    assert.equal(await supervisors.why({ email: kim.email, aadObjectId: null }), 'owner');
    assert.equal(await supervisors.why({ email: null, aadObjectId: null }), null);
    assert.equal(reads, 1);
  });

  it('are no longer who was removed from the owners, ten minutes later', async () => {
    assert.equal(await supervisors.why(kim), 'owner');
    read = async () => [];
    await clock.advance(10 * minute - 1);
    assert.equal(await supervisors.why(kim), 'owner');
    await clock.advance(1);
    assert.equal(await supervisors.why(kim), null);
  });

  it('stay for an hour while Graph is down, then only those named count; its return is seen within half a minute', async () => {
    assert.equal(await supervisors.why(kim), 'owner');
    read = down;
    await clock.advance(60 * minute);
    assert.equal(await supervisors.why(kim), 'owner');
    await clock.advance(1);
    assert.equal(await supervisors.why(kim), null);
    assert.equal(await supervisors.why({ email: 'sam@northwind.example', aadObjectId: null }), 'named');
    assert.equal((await supervisors.all()).ownersReadAt, null);
    assert.ok(codedLines(lines).includes('teams.owners-unread'));
    const before = reads;
    await supervisors.why(kim);
    assert.equal(reads, before, 'Graph is not asked at every press');
    read = async () => [owner];
    await clock.advance(30_000);
    assert.equal(await supervisors.why(kim), 'owner');
  });

  it('are read ahead, so that no press waits for Graph while it answers', async () => {
    team.start();
    await clock.advance(0);
    assert.equal(reads, 1);
    await clock.advance(20 * minute);
    assert.equal(reads, 5);
    assert.equal(await supervisors.why(kim), 'owner');
    assert.equal(reads, 5);
    read = async () => [];
    await clock.advance(5 * minute);
    assert.equal(await supervisors.why(kim), null);
    team.stop();
    assert.equal(clock.pending(), 0);
  });

  it('do not keep a press waiting when Graph is slow', async () => {
    const answer = Promise.withResolvers<readonly Owner[]>();
    read = () => answer.promise;
    const why = supervisors.why(kim);
    await clock.advance(1_000);
    assert.equal(await why, null);
    answer.resolve([owner]);
    await clock.advance(0);
    assert.equal(await supervisors.why(kim), 'owner');
    assert.equal(clock.pending(), 0);
  });
});
