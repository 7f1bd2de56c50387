import assert from 'node:assert/strict';
import { helpCard } from '../../../../bot/cards/help-card.ts';
import { parseCommand } from '../../../../bot/commands/parse-command.ts';
import { locales } from '../../../../bot/locales/locale.ts';
import { everyCommand } from '../../../support/every-command.ts';

describe('the help card', () => {
  for (const locale of locales)
    it(`names every command and nothing the bot does not understand, in ${locale}`, () => {
      const bold = [
        ...JSON.stringify(helpCard(locale)).matchAll(/"text":"([^"]*)","weight":"bolder"/g),
      ].flatMap(([, text = '']) => text.split(' · '));
      const named = new Set<string>();
      for (const said of bold) {
        const parsed = parseCommand(said);
        assert.equal(parsed.kind, 'command', said);
        if (parsed.kind === 'command') named.add(parsed.name);
      }
      assert.deepEqual([...named].toSorted(), everyCommand.toSorted());
    });
});
