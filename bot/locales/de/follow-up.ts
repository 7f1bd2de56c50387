import type { followUp as english } from '../en/follow-up.ts';
import type { Translated } from '../translated.ts';

export const followUp: Translated<typeof english> = {
  'follow-up.open': 'Nachfassen',
  'follow-up.open-tooltip': '{customer} noch einmal schreiben, jetzt oder später',
  'follow-up.draft':
    '{customer, select, none {Guten Tag} other {Guten Tag {customer}}}, hier ist noch einmal {agent}. Ich wollte auf unser Gespräch zurückkommen: Kann ich noch etwas für Sie tun?',
  'follow-up.text': 'Nachricht im Wortlaut',
  'follow-up.text-missing': 'Bitte die Nachricht schreiben.',
  'follow-up.when': 'Wann sie gesendet wird',
  'follow-up.now': 'Jetzt',
  'follow-up.in-20-minutes': 'In 20 Minuten',
  'follow-up.in-1-hour': 'In 1 Stunde',
  'follow-up.tomorrow': 'Morgen 9:00, Ortszeit der Person',
  'follow-up.words': 'Oder in eigenen Worten',
  'follow-up.words-example': 'in 2 Stunden · um 15:30 · Montag 10:00 meine Zeit',
  'follow-up.send': 'Nachfassen',
  'follow-up.send-tooltip': 'Diese Nachricht zur gewählten Zeit an {customer} senden',
  'follow-up.said-now':
    'Nachfassen gewünscht: Die Nachricht geht jetzt hinaus. Ihre eigene Karte sagt, wie es weitergeht.',
  'follow-up.said-later':
    'Nachfassen gewünscht: Die Nachricht geht am {when} hinaus. Ihre eigene Karte sagt, wie es weitergeht.',
  'follow-up.said-now-approval':
    'Nachfassen gewünscht: Ein Supervisor wird gefragt. Nach der Entscheidung kommt die Karte dazu.',
  'follow-up.said-later-approval':
    'Nachfassen gewünscht: Ein Supervisor wird gefragt; nach einem Ja geht die Nachricht am {when} hinaus. Nach der Entscheidung kommt die Karte dazu.',
  'follow-up.gap':
    'Dort wird an dem Tag die Uhr vorgestellt, und die genannte Stunde fällt aus: Es ist der erste Augenblick danach.',
  'follow-up.overlap':
    'Dort wird an dem Tag die Uhr zurückgestellt, und die genannte Stunde kommt zweimal: Es ist die erste.',
  'follow-up.allowed-from': 'Frühestens möglich: {when}.',
  'follow-up.allowed-until': 'Spätestens möglich: {when}.',
};
