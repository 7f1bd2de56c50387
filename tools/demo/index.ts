import { parseArgs } from 'node:util';
import { runMainJourney } from './run-main-journey.ts';
import { createStory } from './story.ts';

/** The journeys this version can show. */
const journeys = { main: runMainJourney };

const { values } = parseArgs({
  options: { journey: { type: 'string', default: 'main' }, json: { type: 'boolean', default: false } },
});

const story = createStory((line) => console.log(line));
if (values.journey in journeys && values.journey === 'main') {
  try {
    const result = await journeys[values.journey](story);
    story.end(result.problems);
    if (values.json) console.log(JSON.stringify(result.report));
    process.exitCode = result.problems.length === 0 ? 0 : 1;
  } catch (error) {
    story.end([error instanceof Error ? error.message : String(error)]);
    if (values.json) console.log(JSON.stringify({ journey: values.journey, outreaches: [] }));
    process.exitCode = 1;
  }
} else {
  console.error(`There is no journey "${values.journey}". Journeys: ${Object.keys(journeys).join(', ')}.`);
  process.exitCode = 2;
}
