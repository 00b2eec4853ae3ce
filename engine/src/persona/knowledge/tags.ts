/** What a sentence of a card is about. */
export type Tag =
  | 'like'
  | 'dislike'
  | 'fear'
  | 'goal'
  | 'past'
  | 'home'
  | 'family'
  | 'friend'
  | 'sell'
  | 'quest'
  | 'secret'
  | 'skill'
  | 'look'
  | 'job'
  | 'reason'

const patterns: readonly (readonly [Tag, RegExp])[] = [
  ['like', /\bI (?:\w+ )?(?:love|like|enjoy|adore|collect)\b|\bfond of\b|obsess|passion|hobb|喜欢|热爱|爱好|最爱|迷恋|收集|痴迷/],
  ['dislike', /\bI (?:\w+ )?(?:hate|dislike|despise|loathe|detest|can't stand)\b|讨厌|厌恶|受不了|最恨|最烦/],
  ['fear', /\bfear|afraid|terrified|scared of|害怕|最怕|恐惧/],
  [
    'goal',
    /\bI (?:\w+ )?(?:want|hope|dream|wish|plan|aim|intend|seek|am looking for|am searching|am saving)\b|\bdream (?:is|of)|\bgoal\b|想要|希望|梦想|目标|打算|立志|心愿|一心想/,
  ],
  [
    'past',
    /\b(born|grew up|used to|once|years ago|childhood|as a (?:child|boy|girl)|when I was|studied|graduated|served|left|lost|learned|inherited|raised|moved|until|after)\b|出生|长大|小时候|曾|以前|当年|年前|过去|从前|毕业|继承|那年/,
  ],
  ['home', /\bI (?:\w+ )?(?:live|reside|dwell)\b|\bmy (?:home|house|apartment|flat|cottage)\b|住在|家住|家在|定居/],
  [
    'family',
    /\b(mother|father|sister|brother|wife|husband|son|daughter|parents|family|grandmother|grandfather|uncle|aunt|cousin|twin|niece|nephew)\b|母亲|父亲|妈妈|爸爸|姐姐|妹妹|哥哥|弟弟|妻子|丈夫|儿子|女儿|父母|家人|爷爷|奶奶|师父|师傅|祖父|祖母/,
  ],
  [
    'friend',
    /\b(friend|rival|mentor|partner|colleague|apprentice|cat|dog|companion|enemy|boss)\b|朋友|对手|徒弟|伙伴|同事|同伴|仇人|猫|狗/,
  ],
  ['sell', /\b(sells?|shop|store|wares|price|coins?|gold|silver|costs?|stock|buy|stall)\b|卖|价|铜钱|文钱|两银|金币|店里|货/],
  [
    'quest',
    /\b(quest|reward|bring me|bounty|need(?:s|ed)? (?:someone|help|a|an|three|two)|looking for (?:someone|help)|retrieve|task|missing|in exchange)\b|任务|委托|悬赏|报酬|帮忙|帮我|帮助|寻找|失踪/,
  ],
  ['secret', /\b(secret|secretly|nobody knows|no one knows|hidden|hides?)\b|秘密|没人知道|偷偷|瞒着|不为人知/],
  [
    'skill',
    /\b(expert|skilled|can (?:read|speak|play|fix|see|talk|cook|sing)|talent|master(?:ed)?|good at|speak)\b|擅长|精通|会说|拿手|本事|懂得/,
  ],
  ['look', /\b(hair|eyes|tall|wears?|beard|scar|dressed|coat|skin|face|glasses|apron)\b|头发|眼睛|身穿|穿着|胡子|身材|戴着|疤/],
  [
    'job',
    /\bI (?:\w+ )?(?:work|run|own|keep|tend|serve|manage)\b|\b(job|engineer|career|profession|shop|business)\b|工作|职业|经营|开了|掌柜|店/,
  ],
  ['reason', /\b(because|since|so that|that is why|that's why|ever since|in order to)\b|因为|所以|为了|自从|于是/],
]

/** The subjects of a first-person sentence. */
export const tagsOf = (sentence: string): ReadonlySet<Tag> =>
  new Set(patterns.filter(([, pattern]) => pattern.test(sentence)).map(([tag]) => tag))
