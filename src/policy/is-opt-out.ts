import { optOutAnswers, optOutMessages, optOutPhrases } from './opt-out-phrases.ts';

/** A sentence longer than that says more than "stop", characters. */
const longest = 120;

const betweenSentences = /[.!?。\n\r]+/u;
const betweenClauses = /[.!?;,:。、،؛\n\r]+/u;

const stopSigns = /[🛑⛔🚫]/u;

/** What people put around it. */
const politeBefore =
  /^(?:ok(?:ay)?|hi|hey|hello|please|pls|plz|just|kindly|and|so|now|(?:can|could|would|will) you(?: please)?|i (?:want|need|told|asked) you to|i said|you (?:must|should|need to)|bitte|jetzt|hallo|einfach|endlich|konnen sie|konnt ihr|merci de|s ?il (?:vous|te) plait|sil (?:vous|te) plait|svp|stp|bonjour|por favor|porfa(?:vor)?|hola|ya) /;
const politeAfter =
  / (?:please|pls|plz|now|right now|ok(?:ay)?|it|again|ever again|ever|any ?more|any longer|already|immediately|at once|forever|for good|from now on|in (?:the )?future|thanks|thank you|thx|bitte|danke|jetzt|sofort|endlich|s ?il (?:vous|te) plait|sil (?:vous|te) plait|svp|stp|merci|maintenant|por favor|porfa(?:vor)?|gracias|ya|ahora|de una vez)$/;
/** What people say before they ask for it. */
const refusal = /^(?:(?:no (?:thanks?|thank you|gracias)|non merci|nein danke) |(?:いいえ|いや)(?:結構)?)/;
const politeBeforeJapanese = /^(?:もう|今後(?:は|の|一切)?|二度と|今すぐ|すぐに|これ以上)/;
const politeAfterJapanese =
  /(?:を?(?:して)?(?:ください|下さい|いただけますか|もらえますか|ほしい|欲しい|くれ|くれますか|くれませんか)|を?(?:お願い|おねがい)(?:します|いたします|致します)?|を?希望(?:します|です)?|します|です|よ|ね|ー)$/;

/**
 * Does the customer tell us to stop? Only where the message, or a sentence of it, is nothing else: whatever signs stand around it, however
 * politely or loudly it is said. `answer`: it is one of the first words after a message of ours. Pure.
 */
export function isOptOut(text: string, { answer }: { readonly answer: boolean }): boolean {
  const plain = simplified(text);
  if (!/[\p{L}\p{N}]/u.test(plain)) return stopSigns.test(text);
  const whole = bare(plain);
  if (answer && optOutAnswers.has(whole)) return true;
  if (optOutMessages.has(whole) || saysStop(whole)) return true;
  return (
    plain.split(betweenSentences).some((sentence) => saysStop(bare(sentence))) ||
    plain.split(betweenClauses).some((clause) => {
      const said = bare(clause);
      // One word between commas may be about anything: "left, stop, right".
      return /[ \p{Script=Hiragana}]/u.test(said) && saysStop(said);
    })
  );
}

function saysStop(said: string): boolean {
  if (said.length > longest) return false;
  if (optOutPhrases.some((phrase) => phrase.test(said))) return true;
  const asked = said.replace(refusal, '');
  return asked !== said && saysStop(withoutPoliteness(asked));
}

/** Small letters without accents, apostrophes, and signs nobody sees. */
function simplified(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // What stands before them is a sentence of its own.
      .replaceAll(/\s[-–—]+\s|(?<=^\s*(?:no|non|nein)\s*),/gu, '. ')
      .replaceAll(/\p{Cf}/gu, '')
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f'’`´]/g, '')
      .normalize('NFC')
      .replaceAll(/[-_–—/]+/g, ' ')
  );
}

/** Its words alone, one space between them, nothing said twice in a row, no letter drawn out, no politeness around. */
function bare(sentence: string): string {
  const words = sentence
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replaceAll(/(\p{L})\1{2,}/gu, '$1')
    .trim()
    .split(' ');
  const said = words.every((word) => word.length === 1 && /[a-z]/.test(word))
    ? words.join('')
    : words.filter((word, index) => word !== words[index - 1]).join(' ');
  return said.length > longest ? said : withoutPoliteness(said);
}

function withoutPoliteness(said: string): string {
  const shorter = said
    .replace(politeBefore, '')
    .replace(politeAfter, '')
    .replace(politeBeforeJapanese, '')
    .replace(politeAfterJapanese, '')
    .trim();
  return shorter === said || shorter === '' ? said : withoutPoliteness(shorter);
}
