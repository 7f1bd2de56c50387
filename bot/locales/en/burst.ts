/** One card for a burst of proposals, and what is said to who pressed on it. */
export const burst = {
  'burst.title':
    '{count, plural, one {# message waits for a decision} other {# messages wait for a decision}}',
  'burst.title-done':
    '{count, plural, one {# message, nothing waits any more} other {# messages, nothing waits any more}}',
  'burst.next-lapse': 'The next one lapses by itself at {when}.',
  'burst.for-agent': '{agent} would write',
  'burst.details': 'Details',
  'burst.details-tooltip': 'Post the whole card about {customer}',
  'burst.approve': 'Approve',
  'burst.approve-all': '{count, plural, one {Approve and send it} other {Approve and send all #}}',
  'burst.approve-all-tooltip': 'Send every message that waits on this card',
  'burst.approve-free':
    '{count, plural, one {Approve and send the one that can leave} other {Approve and send the # that can leave}}',
  'burst.approve-free-tooltip': 'Send every message on this card that nothing stands in the way of',
  'burst.would-be-held':
    '{count, plural, one {# of them would be held back now: decide on it by itself.} other {# of them would be held back now: decide on each by itself.}}',
  'burst.snoozed-until': 'Snoozed until {when}',
  'burst.own-card': 'Asked again on its own card',
  'burst.by': '{title} ({person})',
  'burst.fallback': '{title}. Update Teams to see the card.',
  'burst.said.approved': '{count, plural, one {# approved} other {# approved}}',
  'burst.said.approved-by':
    '{count, plural, one {# was approved by {person}} other {# were approved by {person}}}',
  'burst.said.declined-by':
    '{count, plural, one {# was declined by {person}} other {# were declined by {person}}}',
  'burst.said.cancelled-by':
    '{count, plural, one {# was cancelled by {person}} other {# were cancelled by {person}}}',
  'burst.said.lapsed': '{count, plural, one {# had lapsed} other {# had lapsed}}',
  'burst.said.held': '{count, plural, one {# was held back} other {# were held back}}',
  'burst.said.snoozed': '{count, plural, one {# is snoozed} other {# are snoozed}}',
  'burst.said.waiting': '{count, plural, one {# still waits} other {# still wait}}',
  'burst.said.would-be-held':
    '{count, plural, one {# still waits, it would be held back} other {# still wait, they would be held back}}',
  'burst.approved-one': '{customer}: approved, it is being sent.',
  'burst.declined-one': '{customer}: declined, nothing is sent.',
  'burst.late.approved': '{customer}: {person} approved this at {when}; your press changed nothing.',
  'burst.late.declined': '{customer}: {person} declined this at {when}; your press changed nothing.',
  'burst.late.cancelled': '{customer}: {person} cancelled this at {when}; your press changed nothing.',
  'burst.late.other': '{customer}: this was settled before; your press changed nothing.',
  'burst.details-posted': 'The whole card about {customer} is posted below.',
  'burst.details-there': '{customer} has a card of their own here already.',
} as const;
