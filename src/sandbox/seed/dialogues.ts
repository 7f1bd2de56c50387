import type { QueueName } from './people.ts';

/** One talk as it was written: customer (`c`) and agent (`a`) by turns. `#` becomes an order or invoice number. */
export type Dialogue = readonly (readonly ['c' | 'a', string])[];
type Dialogues = readonly [Dialogue, ...Dialogue[]];

/** Talks that reached an agent, by queue. */
export const dialogues: Readonly<Record<QueueName, Dialogues>> = {
  Sales: [
    [
      ['c', 'Hi, is the Fjord 40 backpack coming back in dark green?'],
      ['a', 'Hello! Yes, the green one is due in our warehouse at the end of next week.'],
      ['c', 'Great. Can I reserve one?'],
      ['a', 'I have put one aside for you. You will get an e-mail when it is in.'],
    ],
    [
      ['c', 'I am torn between the Trail and the Ridge tent for two people.'],
      ['a', 'For two I would take the Ridge: 600 g more, but a real porch for the packs.'],
      ['c', 'How does it do in wind?'],
      ['a', 'Well. Four poles and eight guy lines; it was tested at 90 km/h.'],
      ['c', 'Let me talk it over with my partner and come back to you.'],
    ],
    [
      ['c', 'Do you ship to the Canary Islands?'],
      ['a', 'We do, usually in five to seven working days. Customs are included in the price you see.'],
    ],
    [
      ['c', 'The discount code from your newsletter does not work with the sleeping bags'],
      ['a', 'Thanks for telling us. The code leaves out items already on sale.'],
      ['c', 'That was not written anywhere.'],
      ['a', 'You are right, and I am sorry. I will ask whether we can honour it and come back to you.'],
      ['c', 'ok thanks'],
    ],
    [
      ['c', 'Hello, we are a school and need 28 daypacks. Is there a group price?'],
      ['a', 'Hello! From 20 pieces on it is 15 % off, and 20 % from 50.'],
      ['c', 'And with our logo on it?'],
      ['a', 'Possible from 25 pieces. I need the logo as a vector file and about three weeks.'],
      ['c', 'I will get the file from our office.'],
      ['a', 'Perfect. I will keep this offer open for you.'],
    ],
    [
      ['c', 'What size boots should I take if I wear 42.5 in running shoes?'],
      ['a', 'With thick socks, 43. The Kestrel runs a little narrow: is your foot wide?'],
      ['c', 'A bit, yes'],
      ['a', 'Then try the Kestrel Wide in 43. Sending back is free if it does not fit.'],
    ],
    [
      ['c', 'Is the winter jacket really vegan? The label says down.'],
      ['a', 'Good eye. The Polar has down; the Polar Eco has recycled synthetic fill and is vegan.'],
      ['c', 'Which one is warmer?'],
    ],
  ],
  Support: [
    [
      ['c', 'My headlamp does not charge any more, the light just blinks red.'],
      ['a', 'Sorry to hear that! Does it blink with another cable too?'],
      ['c', 'Yes, tried three.'],
      ['a', 'Then it is the battery, and that is covered. May I send you a new one to your usual address?'],
      ['c', 'Yes please, order #'],
    ],
    [
      ['c', 'Parcel # has been "out for delivery" for three days now'],
      ['a', 'That is too long. I am asking the carrier and will let you know what they say.'],
      ['c', 'I am leaving on Friday, so it gets tight.'],
    ],
    [
      ['c', 'The zip of my Ridge tent broke on the first night'],
      ['a', 'On the first night, I am so sorry. Could you send a photo of the slider?'],
      ['c', 'I will, I am on the train right now'],
      ['a', 'No hurry. With the photo I can book the repair the same day.'],
    ],
    [
      ['c', 'I cannot log in, the reset mail never comes'],
      ['a', 'Let me look. There are two accounts with your address; I have merged them.'],
      ['c', 'Now it worked, thank you!'],
      ['a', 'Glad to hear. Have a good trip!'],
    ],
    [
      ['c', 'How do I wash the membrane jacket without ruining it?'],
      ['a', '30 degrees, liquid detergent, no softener, then 20 minutes in the dryer on low.'],
      ['c', 'Dryer? really?'],
      ['a', 'Really: the warmth wakes the water-repellent finish up again.'],
    ],
    [
      ['c', 'The stove I got is the wrong model, order #'],
      ['a', 'I see it: you ordered the Duo and we packed the Solo. Our mistake.'],
      ['c', 'Can you exchange it before the weekend?'],
      ['a', 'I am checking the stock of the shop near you and will get back to you on that.'],
      ['c', 'That would save the trip'],
    ],
    [
      ['c', 'GPS watch loses the track whenever I pause it.'],
      ['a', 'Which firmware does it show under Settings > About?'],
      ['c', '4.1.2'],
      ['a', 'That is known in 4.1.2 and fixed in 4.2. The update comes with the app.'],
      ['c', 'Updating now, takes a while...'],
      ['a', 'Take your time.'],
      ['c', 'Still at 60 %. I need to go, can somebody tell me later if I must recalibrate?'],
    ],
  ],
  Billing: [
    [
      ['c', 'I was charged twice for order #'],
      ['a', 'I can see both charges; the second is only a reservation and falls away in three days.'],
      ['c', 'My bank says it is booked.'],
      ['a', 'Then I will have it refunded today. You get a confirmation as soon as it is done.'],
    ],
    [
      ['c', 'Could I get invoice # with our VAT number on it?'],
      ['a', 'Of course. Which VAT number should it be?'],
      ['c', 'I will ask our accountant and write again'],
    ],
    [
      ['c', 'When will my refund for the returned boots arrive?'],
      ['a', 'The parcel reached us on Monday. The refund goes out within five working days.'],
      ['c', 'OK. To the same card?'],
      ['a', 'Yes, the way you paid.'],
      ['c', 'That card has expired meanwhile...'],
    ],
    [
      ['c', 'Can I pay # in instalments?'],
      ['a', 'Yes: three, six or twelve months from 100 euros on.'],
      ['c', 'six would be good'],
      ['a', 'Then I will prepare the agreement; you only need to confirm it in your account.'],
    ],
    [
      ['c', 'My gift card shows a balance of 0 but I never used it'],
      ['a', 'Let me check. Could you give me the last four digits?'],
      ['c', '8841'],
      ['a', 'Found: it was never activated at the till. I am having it activated for you.'],
      ['c', 'how long will that take?'],
    ],
    [
      ['c', 'Why is there a customs fee on invoice #?'],
      ['a', 'It was shipped from our partner abroad. That should have been shown at checkout.'],
      ['c', 'It was not. I would like that back.'],
      ['a', 'Understood. I am passing this on with my recommendation to refund it.'],
    ],
  ],
};

/** What customers wrote who left before an agent came, by queue. */
export const unansweredOpenings: Readonly<
  Record<QueueName, readonly [readonly string[], ...(readonly string[])[]]>
> = {
  Sales: [
    ['Hi! Does the Ridge tent come with a footprint?', 'Hello?'],
    [
      'Looking for a present for my dad, he hikes a lot. Budget about 80',
      'Maybe poles?',
      'I will look again later',
    ],
    ['Is there a shop in Lyon where I can try the boots on?', 'or anywhere near'],
  ],
  Support: [
    ['My order # is missing the second pole', 'anybody there?'],
    ['The app says my watch is not supported', 'It was yesterday'],
    ['I need to change the delivery address for #', 'it is urgent, the parcel leaves today'],
  ],
  Billing: [
    ['I got a reminder for an invoice I have already paid: #', 'Can someone check please'],
    ['Card declined three times, card is fine elsewhere', 'ok I have to go'],
    ['How do I get my loyalty points onto the new account?', 'Never mind, I will try again tonight'],
  ],
};
