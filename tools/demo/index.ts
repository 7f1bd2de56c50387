import { parseArgs } from 'node:util';
import { answerHelp } from '../answer-help.ts';
import type { DemoResult } from './demo-result.ts';
import { runCobrowseJourney } from './run-cobrowse-journey.ts';
import { runFollowUpJourney } from './run-follow-up-journey.ts';
import { runHandOffJourney } from './run-hand-off-journey.ts';
import { runMainJourney } from './run-main-journey.ts';
import { runWidgetJourney } from './run-widget-journey.ts';
import { createStory, type Story } from './story.ts';

const journeys: ReadonlyMap<string, (story: Story) => Promise<DemoResult>> = new Map([
  ['main', runMainJourney],
  ['follow-up', runFollowUpJourney],
  ['cobrowse', runCobrowseJourney],
  ['hand-off', runHandOffJourney],
  ['widget', runWidgetJourney],
]);

const usage = `Usage: npm run demo -- [--journey ${[...journeys.keys()].join('|')}] [--json]`;

answerHelp(usage);
const asked = readJourney();
if (asked === null) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await show(asked);
}

interface Asked {
  readonly name: string;
  readonly run: (story: Story) => Promise<DemoResult>;
  readonly json: boolean;
}

/** What was asked for; null, with the reason said, when there is no such thing. */
function readJourney(): Asked | null {
  try {
    const { values } = parseArgs({
      options: { journey: { type: 'string', default: 'main' }, json: { type: 'boolean', default: false } },
    });
    const { journey: name, json } = values;
    const run = journeys.get(name);
    if (run !== undefined) return { name, run, json };
    console.error(`There is no journey "${name}".`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return null;
}

async function show({ name, run, json }: Asked): Promise<void> {
  const story = createStory((line) => console.log(line));
  try {
    const { report, problems, done } = await run(story);
    story.end(problems, done);
    if (json) console.log(JSON.stringify(report));
    process.exitCode = problems.length === 0 ? 0 : 1;
  } catch (error) {
    story.end([error instanceof Error ? error.message : String(error)]);
    if (json) console.log(JSON.stringify({ journey: name, outreaches: [] }));
    process.exitCode = 1;
  }
}
