import type { Dialogue } from '../dialogues.ts';
import type { PartnerQueue } from './people.ts';

/** Talks of the second organisation that reached an agent, by queue. */
export const partnerDialogues: Readonly<Record<PartnerQueue, readonly [Dialogue, ...Dialogue[]]>> = {
  Repairs: [
    [
      ['c', 'The zip of my tent came apart on the second night. Can that be mended?'],
      ['a', 'It can. A new zip takes about a week, and the seam is sealed again with it.'],
      ['c', 'Good. Where do I send it?'],
      ['a', 'I am sending you a label by e-mail. Please leave the pegs at home.'],
    ],
    [
      ['c', 'Hello, how much is a new sole for walking boots?'],
      ['a', 'Between 60 and 80 euros, depending on the sole. May I ask which boots?'],
      ['c', 'I will look at the label tonight and write again.'],
    ],
    [
      ['c', 'My stove hisses but does not light'],
      ['a', 'That is most often a blocked jet. Do you have the small needle that came with it?'],
      ['c', 'No, lost it'],
      ['a', 'Then we clean it for you: two days, no charge in the first year.'],
    ],
  ],
  Claims: [
    [
      ['c', 'My claim for the torn backpack was refused. Why?'],
      ['a', 'The photo did not show the seam. With one more picture I can look at it again.'],
      ['c', 'I will take one tomorrow.'],
    ],
    [
      ['c', 'How long does a warranty claim take?'],
      ['a', 'Five working days from when the parcel is here. Yours arrived on Tuesday.'],
      ['c', 'Thanks!'],
    ],
  ],
};

/** What was written by those who left before anybody came. */
export const partnerOpenings: Readonly<Record<PartnerQueue, Dialogue>> = {
  Repairs: [
    ['c', 'Is anybody there? My repair should have been back last week.'],
    ['c', 'I will try again later.'],
  ],
  Claims: [
    ['c', 'I would like to add a receipt to my claim.'],
    ['c', 'Hello?'],
  ],
};
