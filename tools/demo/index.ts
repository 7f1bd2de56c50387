import { parseArgs } from 'node:util';
import { runMainJourney } from './run-main-journey.ts';
import { createStory } from './story.ts';

const usage = 'Usage: npm run demo -- [--journey main] [--json]';

const journey = readJourney();
if (journey === null) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await show(journey.json);
}

/** What was asked for; null, with the reason said, when there is no such thing. */
function readJourney(): { json: boolean } | null {
  try {
    const { values } = parseArgs({
      options: { journey: { type: 'string', default: 'main' }, json: { type: 'boolean', default: false } },
    });
    if (values.journey === 'main') return { json: values.json };
    console.error(`There is no journey "${values.journey}".`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return null;
}

async function show(json: boolean): Promise<void> {
  const story = createStory((line) => console.log(line));
  try {
    const { report, problems } = await runMainJourney(story);
    story.end(problems);
    if (json) console.log(JSON.stringify(report));
    process.exitCode = problems.length === 0 ? 0 : 1;
  } catch (error) {
    story.end([error instanceof Error ? error.message : String(error)]);
    if (json) console.log(JSON.stringify({ journey: 'main', outreaches: [] }));
    process.exitCode = 1;
  }
}
