import { equal } from 'node:assert/strict';
import { platformMessage } from '../../../src/genesys/platform-message.ts';

const body = {
  fromAddress: '11111111-1111-4111-8111-111111111111',
  toAddressMessengerType: 'webmessaging',
  textBody: 'Hello Grace, about your order 4711',
};

describe('platformMessage', () => {
  it('keeps what the platform says', () => {
    const said = 'An active conversation is already in progress';
    equal(platformMessage(said, body), said);
  });
  it('keeps ids and enum words, which are nobody’s words', () => {
    const said = 'Value [webmessaging] is not valid for 11111111-1111-4111-8111-111111111111';
    equal(platformMessage(said, body), said);
  });
  it('drops a message that repeats part of our text, in any case', () =>
    equal(platformMessage('Not allowed: "ABOUT YOUR ORDER"', body), null));
  it('drops a message that repeats a short text', () =>
    equal(platformMessage('Refused: hi Ana', { body: { content: 'hi Ana' } }), null));
  it('drops a message that repeats a text in a list', () =>
    equal(platformMessage('about your order', [{ deep: { text: body.textBody } }]), null));
  it('cuts at 200 characters', () => equal(platformMessage('x'.repeat(900), undefined)?.length, 200));
  it('is null when nothing is said', () => {
    equal(platformMessage(undefined, body), null);
    equal(platformMessage('  ', body), null);
  });
});
