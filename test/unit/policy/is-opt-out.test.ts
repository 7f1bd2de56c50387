import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOptOut } from '../../../src/policy/is-opt-out.ts';

describe('isOptOut', () => {
  const meant: Readonly<Record<string, readonly string[]>> = {
    'whatever signs stand around it': [
      'stop',
      ' STOP! ',
      'Stop…',
      '"stop"',
      '¡Parar!',
      'ＳＴＯＰ',
      '停止。',
      'Stop 🛑',
      '🛑',
      'Arre\u0302ter',
      'opt-out',
      '\u200fSTOP\u200f',
      'st\u200bop',
      'S.T.O.P',
      's t o p',
      'stoppppp!!!',
      'STOP STOP STOP',
      'stop\nstop',
      'opt\u00a0 out',
    ],
    'in English': [
      'Stop please',
      'please stop.',
      'Please stop it now, thank you',
      'ok stop',
      'STOP ALL',
      'Unsubscribe me please',
      'Stop messaging me!!',
      'please stop texting me, I am not interested',
      'I said stop contacting me',
      'Hi. Stop. I do not want this',
      'can you please stop sending me these messages',
      'stop the spam',
      'no more messages please',
      'Don’t contact me again',
      'do not write to me anymore',
      'never text me again',
      'I dont want any more messages from you',
      "I don't want to be contacted again",
      'leave me alone',
      'take me off your list',
      'No thanks, stop',
      'no, stop',
      'STOP - I am not interested',
      'pls stop msging me',
      'Please stop writing',
      'I want no more messages',
      'I’d like to unsubscribe',
      'unsubscribe from this list',
    ],
    'in German': [
      'Stopp!',
      'bitte abmelden',
      'Bitte nicht mehr schreiben',
      'Hören Sie auf',
      'Hören Sie bitte auf, mir zu schreiben',
      'hoert auf mir zu schreiben',
      'Bitte keine weiteren Nachrichten',
      'keine Nachrichten mehr, danke',
      'Ich möchte keine Nachrichten mehr erhalten.',
      'Schreiben Sie mir nicht mehr',
      'Kontaktieren Sie mich bitte nicht mehr!',
      'Lassen Sie mich in Ruhe',
      'lasst mich endlich in Ruhe',
      'Nein danke, hören Sie auf mich anzuschreiben',
      'Kein Kontakt mehr bitte',
    ],
    'in French': [
      'Arrêtez',
      'arreter svp',
      'ARRET',
      'désabonnez-moi',
      'Arrêtez de m’écrire s’il vous plaît',
      "Ne m'écrivez plus",
      'merci de ne plus me contacter',
      'plus de messages svp',
      'Je ne veux plus recevoir vos messages',
      'laissez-moi tranquille',
      'non merci, stop',
      'stop pub',
    ],
    'in Spanish': [
      'BAJA',
      'Basta ya',
      'No me escriban más, por favor',
      'no me contacten',
      'No quiero más mensajes',
      'no más mensajes',
      'Dejen de escribirme',
      'déjenme en paz',
      'quítenme de la lista',
    ],
    'in Japanese': [
      '配信停止',
      '配信停止をお願いします',
      '配信を停止してください',
      'ストップ',
      'やめてください',
      'もう送らないでください。',
      'もう連絡しないでください、お願いします',
      'メッセージはいりません',
      '連絡は不要です',
      '今後の連絡は不要です',
      '連絡しないでくれますか',
    ],
  };
  for (const [how, texts] of Object.entries(meant))
    for (const text of texts)
      it(`takes ${JSON.stringify(text)} for a stop, ${how}`, () =>
        assert.equal(isOptOut(text, { answer: false }), true));

  for (const text of [
    '',
    '…',
    '👍',
    'please',
    'Please do not stop',
    "don't stop writing to me",
    'Why did you stop messaging me?',
    'bus stop?',
    'left, stop, right',
    'where is my order',
    'stop my order please',
    'cancel my order',
    'I want to cancel. Where do I do that?',
    'when does it end',
    'Do not contact me by phone, write here',
    'no messages',
    'No, cancel',
    'No more',
    'no más, gracias',
    'STOP it, I found my invoice',
    'stop sending the parcel back',
    'Nein',
    'non-stop',
    "I don't want to be a bother",
    'I can stop by at five',
    'Der Drucker stoppt immer',
    'Ich habe keine Nachrichten bekommen',
    'Bitte melden Sie sich',
    'nicht mehr verfügbar?',
    'où est l’arrêt de bus',
    'je veux plus de détails',
    'para mañana',
    'quiero darme de baja del contrato',
    'la presión es baja',
    '機械が停止しました',
    '注文を止めてもらう方法は',
  ])
    it(`takes "${text}" for none`, () => assert.equal(isOptOut(text, { answer: true }), false));

  for (const text of ['CANCEL', 'quit', 'End.', 'please cancel', 'go away!'])
    it(`takes "${text}" for a stop as an answer to us alone, for it may be said to a menu`, () => {
      assert.equal(isOptOut(text, { answer: true }), true);
      assert.equal(isOptOut(text, { answer: false }), false);
    });

  it('hears it through any signs nobody sees, any case and any signs around', () => {
    const unseen = fc.constantFrom('', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad');
    const around = fc.constantFrom('', ' ', '!', '"', '…', ' 🙏', '\n', '**', ' :(');
    const letter = fc.tuple(fc.boolean(), unseen);
    fc.assert(
      fc.property(
        fc.constantFrom('stop', 'unsubscribe', 'abmelden', 'arreter', 'basta'),
        fc.array(letter, { minLength: 11, maxLength: 11 }),
        around,
        around,
        (word, how, before, after) => {
          const written = [...word].map((sign, index) => {
            const [loud, mark] = how[index] ?? [false, ''];
            return `${loud ? sign.toUpperCase() : sign}${mark}`;
          });
          assert.equal(isOptOut(`${before}${written.join('')}${after}`, { answer: false }), true);
        },
      ),
    );
  });

  it('judges whatever is written, quickly', () => {
    const words = fc.constantFrom(
      'stop',
      'sending',
      'me',
      'more',
      'the',
      'please',
      'now',
      ' ',
      ',',
      '。',
      'を',
      '\u0301',
      'aaaa',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words, { maxLength: 2_000 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const since = performance.now();
          isOptOut(text, { answer: true });
          assert.ok(performance.now() - since < 500);
        },
      ),
    );
  });
});
