/** Likes, dislikes and stances. Letters before `|` restrict a line to a manner, see manner.ts. */
export const opinion = {
  opLike: [
    'I do. {A} is one of my favourites.',
    'Very much so.',
    'Oh yes. {A} and I go well together.',
    'c|I do, as it happens.',
    'w|I love {a}!',
  ],
  opDislike: ['No. I can’t abide {a}.', 'Not at all.', 'c|{A}? Absolutely not.', 'I’d rather not be near {a}.'],
  opPos: ['I’m fond of {x}, yes.', '{X}? Yes, in good measure.', 'I’ve a soft spot for {x}.', 'w|Oh, I do like {x}!', 'c|{X}? Tolerable.'],
  opNeg: [
    '{X} isn’t for me.',
    'Not much, no.',
    'I can live without {x}.',
    'c|{X}? Overrated.',
    'w|Not so much, though I don’t mind if you do.',
  ],
  opNone: [
    'I’ve never made up my mind about {x}.',
    '{X}? I’ve had no reason to have an opinion yet.',
    'I can’t say I’ve a view on {x}.',
    'I don’t know {x} well enough to like or dislike it.',
  ],
  opUnit: ['Here’s where I stand: {r}', 'I’ll say this much: {r}', '{r}'],
} as const
