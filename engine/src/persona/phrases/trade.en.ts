/** Selling, haggling and quests. Letters before `|` restrict a line to a manner, see manner.ts. */
export const trade = {
  shopList: ['I’ve got {list}.', 'On the shelf today: {list}.', 'You can have {list}.', 'The stock is {list}.', 'a|My wares: {list}.'],
  shopAsk: ['What takes your fancy?', 'Anything for you?', 'See something you need?', 'Which one?'],
  price: ['{X} is {p}.', 'For {x}? {p}.', '{p} for {x}.', '{X} will cost you {p}.', 'I ask {p} for {x}.'],
  buy: [
    '{q} {x}: that’s {p}. Say “deal” and it’s yours.',
    'That makes {p} for {q} {x}. Deal?',
    '{q} {x}, {p} altogether. Shall I wrap it?',
  ],
  sold: ['Done. {q} {x}, {p}. Use it well.', 'A pleasure doing business: {q} {x} for {p}.', 'Deal. {q} {x} it is.'],
  noStock: ['I don’t carry {x}.', 'No {x} here, I’m afraid.', 'c|{X}? Does this look like a market?', 'You won’t find {x} with me.'],
  noShop: ['I don’t sell anything. Talk is free, though.', 'I’m no merchant. Nothing here has a price on it.'],
  haggle: [
    'The price stands: {p}.',
    'c|No. {p}, or nothing.',
    'w|I wish I could, but {p} is what it costs me to keep the doors open.',
    'For you? Still {p}. I like you, but I like eating too.',
    'h|I could lower it, but then I’d have to lower my dinner too. {p}.',
    'My prices don’t move. {p}.',
  ],
  quest: [
    'There is something. {r}',
    'If you’re asking for work: {r}',
    'You could help me, as it happens. {r}',
    'I’ve a task, if you’re willing. {r}',
  ],
  questGoal: [
    'I’ve no errand to pay you for, but I’m after one thing: {a}.',
    'No task with a reward. Though if you ever hear anything that would help with {a}, tell me.',
  ],
  questNone: ['Nothing I need fetched or fixed today.', 'No errands from me.'],
  questOk: [
    'Good. I’ll hold you to it.',
    'Then it’s settled. Come back when you have news.',
    'w|Thank you, truly. Be careful.',
    'c|Don’t make me regret it.',
    'a|Then may your road be clear.',
  ],
} as const
