/** Questions the persona asks back. Letters before `|` restrict a line to a manner, see manner.ts. */
export const asking = {
  askName: [
    'What should I call you?',
    'And you are?',
    'What’s your name, by the way?',
    'a|By what name do they call you?',
    'f|May I ask your name?',
    'c|Got a name?',
  ],
  askJob: [
    'What do you do, when you’re not talking to me?',
    'What’s your line of work?',
    'How do you spend your own days?',
    'a|And what is your trade?',
  ],
  askLike: [
    'What do you enjoy, yourself?',
    'What about you, what do you love doing?',
    'And what could you talk about for hours?',
    'What’s your own favourite way to lose an afternoon?',
  ],
  askFrom: ['Where are you from?', 'And you, where’s home?', 'a|From what parts do you hail?', 'Did you come far to get here?'],
  askOpinion: [
    'What do you think?',
    'Does that sound strange to you?',
    'And your view?',
    'Would you have done the same?',
    'Do you know the feeling?',
  ],
  askFact: ['What’s that like?', 'Since when?', 'And how is that going?', 'How did that come about?', 'Tell me a little more?'],
  askPet: ['What’s {x} like?', 'Is {x} well-behaved?', 'How long have you had {x}?'],
} as const
