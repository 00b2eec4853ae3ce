/** Irregular forms and their base form. */
export const irregularForms: Readonly<Record<string, string>> = {
  children: 'child',
  men: 'man',
  women: 'woman',
  people: 'person',
  mice: 'mouse',
  feet: 'foot',
  teeth: 'tooth',
  knives: 'knife',
  wolves: 'wolf',
  lives: 'live',
  wives: 'wife',
  leaves: 'leaf',
  thieves: 'thief',
  elves: 'elf',
  dwarves: 'dwarf',
  loaves: 'loaf',
  shelves: 'shelf',
  went: 'go',
  gone: 'go',
  made: 'make',
  bought: 'buy',
  sold: 'sell',
  told: 'tell',
  said: 'say',
  knew: 'know',
  known: 'know',
  lost: 'lose',
  found: 'find',
  left: 'leave',
  fought: 'fight',
  taught: 'teach',
  thought: 'think',
  wrote: 'write',
  written: 'write',
  came: 'come',
  saw: 'see',
  seen: 'see',
  built: 'build',
  broke: 'break',
  broken: 'break',
  stole: 'steal',
  stolen: 'steal',
  died: 'die',
  dying: 'die',
  ate: 'eat',
  drank: 'drink',
  sang: 'sing',
  met: 'meet',
  kept: 'keep',
  grew: 'grow',
  grown: 'grow',
  began: 'begin',
  took: 'take',
  gave: 'give',
  ran: 'run',
  sank: 'sink',
  sunk: 'sink',
  drowned: 'drown',
  haunted: 'haunt',
}

/** Words whose ending looks like a suffix and is none. */
export const unsuffixed: ReadonlySet<string> = new Set(
  'water silver never winter summer river paper letter order other under matter member tower power number mother father sister brother thing something anything nothing evening morning king ring spring string amber timber ember weather leather monster master dinner daughter butter feather'.split(
    ' ',
  ),
)

/** English words that say nothing about the subject. */
export const stopWords: ReadonlySet<string> = new Set(
  'a an the and or but if so of to in on at for with from by as is am are was were be been being do does did have has had will would can could should may might must shall i you he she it we they me him her us them my your his its our their mine yours this that these those what which who whom where when why how not no yes there here just very really too also than then some any all about tell know think say said like want get got go going ever something anything thing things please okay ok well hey hi hello oh more much many let us make up out into over own one now lot bit kind sort me myself yourself'.split(
    ' ',
  ),
)

/** Chinese characters that say nothing about the subject. */
export const stopCharacters: ReadonlySet<string> = new Set(
  '的了吗呢吧啊呀我你他她它们是在有和与就都也很这那个什么怎谁哪几为因所以会能可要想说不没得着过给把被让对从到跟还再又去来上下里么样知道告诉关于请问一些觉得喜欢',
)
