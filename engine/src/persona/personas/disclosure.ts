/** What every first message ends with: the player learns at first contact that no person speaks. */
export const cardDisclosure = {
  en: 'So you know: I’m {name}, an AI character, and no person is typing.',
  zh: '先说一声：我是{name}，一个AI角色，不是真人在打字。',
} as const
