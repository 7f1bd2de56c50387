import assert from 'node:assert/strict';
import { z } from 'zod';
import type { AdaptiveCard, CardAction, CardElement } from '../../../../bot/cards/adaptive-card.ts';
import { locales } from '../../../../bot/locales/locale.ts';
import { outreachStates } from '../../../../src/outreach/outreach.ts';
import { parseWhen } from '../../../../src/outreach/when/parse-when.ts';
import { adaptiveCards } from '../../../support/adaptive-cards-library.ts';
import { cardSamples } from './card-samples.ts';

const { AdaptiveCard: Renderer, SerializationContext, Versions } = adaptiveCards;
const samples = [...cardSamples()];
/** Teams refuses messages of about 28 KB and more. */
const teamsLimit = 28 * 1024;

function* elementsOf(elements: readonly CardElement[]): Generator<CardElement> {
  for (const element of elements) {
    yield element;
    if (element.type === 'Container') yield* elementsOf(element.items);
    if (element.type === 'ColumnSet') for (const column of element.columns) yield* elementsOf(column.items);
    if (element.type === 'ActionSet') yield* elementsOf(formsOf(element.actions));
  }
}

/** The inputs of the forms that buttons open. */
function formsOf(actions: readonly CardAction[]): CardElement[] {
  return actions.flatMap((action) => (action.type === 'Action.ShowCard' ? [...action.card.body] : []));
}

/** The buttons, those in the middle of the card and in forms with them. */
function buttonsOf(card: AdaptiveCard): CardAction[] {
  const shown = [...elementsOf(card.body)].flatMap((element) =>
    element.type === 'ActionSet' ? [...element.actions] : [],
  );
  const all = [...shown, ...(card.actions ?? [])];
  return all.flatMap((action): CardAction[] =>
    action.type === 'Action.ShowCard' ? [action, ...action.card.actions] : [action],
  );
}

function textBlocks(card: AdaptiveCard): string[] {
  return [...elementsOf(card.body)].flatMap((element) =>
    element.type === 'TextBlock' ? [element.text] : [],
  );
}

describe('cards, by the rules of Adaptive Cards and Teams', () => {
  for (const [name, card] of samples) {
    it(`${name} is a whole Adaptive Card 1.5`, () => {
      assert.equal(card.version, '1.5');
      assert.ok(card.fallbackText.length > 10);
      assert.ok(Buffer.byteLength(JSON.stringify(card)) < teamsLimit);
      const elements = [...elementsOf([...card.body, ...formsOf(card.actions ?? [])])];
      const ids = [...elements, ...buttonsOf(card)].flatMap(({ id }) => (id === undefined ? [] : [id]));
      assert.equal(new Set(ids).size, ids.length, 'ids are unique');
    });

    it(`${name} is read without a complaint by the reference implementation`, () => {
      const context = new SerializationContext(Versions.v1_5);
      const renderer = new Renderer();
      renderer.parse(JSON.parse(JSON.stringify(card)), context);
      const complaints = Array.from(
        { length: context.eventCount },
        (_, index) => context.getEventAt(index)?.message,
      );
      // Its pattern for `lang` is a global regular expression, which refuses every second valid value.
      assert.deepEqual(
        complaints.filter((complaint) => !complaint?.includes('property "lang"')),
        [],
      );
      assert.deepEqual(
        renderer.validateProperties().validationEvents.map(({ message }) => message),
        [],
      );
    });
  }

  it('puts no words of people into elements that render markdown', () => {
    const hostile = samples.find(([name]) => name === 'outreach-hostile-text.en');
    assert.ok(hostile);
    for (const text of textBlocks(hostile[1])) {
      assert.doesNotMatch(text, /Bold|evil|Heading_|everyone|not a (list|quote)/);
    }
    assert.match(JSON.stringify(hostile[1].body), /\*\*Bold\*\* \[link\]/);
    assert.doesNotMatch(
      JSON.stringify(hostile[1].body).replaceAll(/"text":"(Ended|Last active)[^"]*"/g, ''),
      /\{\{DATE/,
    );
  });

  it('keeps to colours of the reader’s theme, so that it is read on dark and on light, and every picture has words', () => {
    for (const [name, card] of samples) {
      const json = JSON.stringify(card);
      assert.doesNotMatch(json, /"backgroundImage"|#[0-9a-f]{6}"|"color":"(?:light|dark)"/i, name);
      for (const picture of json.matchAll(/\{"type":"Image"[^{}]*\}/g))
        assert.match(picture[0], /"altText":"[^"]/, name);
    }
  });

  it('names the state it shows, and asks for a decision only while one is wanted', () => {
    for (const state of outreachStates) {
      const found = samples.find(([name]) => name === `outreach-${state}.en`);
      assert.ok(found);
      assert.equal(found[1].body[0]?.id, `state-${state}`);
      const decisions = found[1].actions?.filter(({ type }) => type === 'Action.Execute') ?? [];
      assert.equal(decisions.length, state === 'awaiting-approval' ? 1 : state === 'asked' ? 2 : 0);
    }
  });

  it('offers a follow-up where nothing is on its way any more, but never to who asked to be left alone, nor after a no', () => {
    const offered = samples
      .filter(
        ([name, card]) => name.startsWith('outreach-') && card.actions?.some(({ id }) => id === 'follow-up'),
      )
      .map(([name]) => name);
    assert.deepEqual(
      offered.filter((name) => name.endsWith('.en')).toSorted(),
      [
        'anonymous-automatic',
        'by-hand',
        'cancelled',
        'delivered',
        'expired',
        'failed',
        'held',
        'replied',
        'sent',
        'undelivered',
      ].map((state) => `outreach-${state}.en`),
    );
  });

  it('shows the hour of a scheduled message where the reader’s Teams computes it', () => {
    for (const name of ['outreach-scheduled.en', 'outreach-follow-up-awaiting-approval.en']) {
      const card = samples.find(([each]) => each === name)?.[1];
      assert.ok(card);
      assert.match(
        textBlocks(card).join('\n'),
        /be sent (?:after a yes, )?on \{\{DATE\(2026-11-21T14:20:00Z,SHORT\)\}\}/,
      );
    }
  });

  for (const locale of locales) {
    it(`${locale} gives only hours to choose from, and examples, that are understood`, () => {
      const card = samples.find(([name]) => name === `outreach-replied.${locale}`)?.[1];
      const form = card?.actions?.find(({ id }) => id === 'follow-up');
      assert.ok(form?.type === 'Action.ShowCard');
      const hours = form.card.body.flatMap((element) => {
        if (element.type === 'Input.ChoiceSet') return element.choices.map(({ value }) => value);
        if (element.type === 'Input.Text') return (element.placeholder ?? '').split(' · ').filter(Boolean);
        return [];
      });
      assert.equal(hours.length, 7);
      const zones = { customer: 'Europe/Berlin', asker: 'UTC' };
      for (const hour of hours) assert.ok('at' in parseWhen(hour, { now: 0, zones }), hour);
    });
  }

  it('hands the decision back with the outreach', () => {
    const card = samples.find(([name]) => name === 'outreach-awaiting-approval.en')?.[1];
    const data = z.object({ outreachId: z.string() });
    const pressable = card?.actions?.flatMap((action): readonly CardAction[] =>
      action.type === 'Action.ShowCard' ? action.card.actions : [action],
    );
    assert.deepEqual(
      pressable?.map((action) =>
        action.type === 'Action.Execute' ? [action.verb, data.safeParse(action.data).success] : action.type,
      ),
      ['approve', 'edit-and-approve', 'decline', 'snooze', 'snooze'].map((verb) => [
        `outreach.${verb}`,
        true,
      ]),
    );
  });
});
