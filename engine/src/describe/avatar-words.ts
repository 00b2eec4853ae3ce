import type {
  AvatarAge,
  AvatarBackdrop,
  AvatarBeard,
  AvatarBeing,
  AvatarClothes,
  AvatarExpression,
  AvatarFeature,
  AvatarHair,
  AvatarHead,
  AvatarHeadwear,
  AvatarMouth,
  AvatarNose,
  AvatarPresentation,
  AvatarStyle,
} from '@daedal/protocol/generation/avatar-plan'
import type { Phrase } from './scene-words.ts'

type Phrases<T extends string> = Readonly<Record<Exclude<T, 'any' | 'none'>, Phrase>>

/** `key: english/chinese` pairs, one after another. */
function phrases<T extends string>(table: Record<Exclude<T, 'any' | 'none'>, string>): Phrases<T> {
  const found: Partial<Record<string, Phrase>> = {}
  for (const [key, pair] of Object.entries<string>(table)) {
    const [en = key, zh = key] = pair.split('/')
    found[key] = { en, zh }
  }
  return found as Phrases<T>
}

export const BEING_PHRASES = phrases<AvatarBeing>({
  person: 'person/人',
  elf: 'elf/精灵',
  orc: 'orc/兽人',
  vampire: 'vampire/吸血鬼',
  zombie: 'zombie/僵尸',
  robot: 'robot/机器人',
  alien: 'alien/外星人',
  ghost: 'ghost/幽灵',
  dragon: 'dragon/龙',
  unicorn: 'unicorn/独角兽',
  cat: 'cat/猫',
  dog: 'dog/狗',
  fox: 'fox/狐狸',
  wolf: 'wolf/狼',
  bear: 'bear/熊',
  'polar-bear': 'polar bear/北极熊',
  panda: 'panda/熊猫',
  rabbit: 'rabbit/兔子',
  mouse: 'mouse/老鼠',
  koala: 'koala/考拉',
  lion: 'lion/狮子',
  tiger: 'tiger/老虎',
  pig: 'pig/猪',
  cow: 'cow/奶牛',
  sheep: 'sheep/绵羊',
  goat: 'goat/山羊',
  deer: 'deer/鹿',
  horse: 'horse/马',
  monkey: 'monkey/猴子',
  raccoon: 'raccoon/浣熊',
  otter: 'otter/水獭',
  hedgehog: 'hedgehog/刺猬',
  elephant: 'elephant/大象',
  frog: 'frog/青蛙',
  turtle: 'turtle/乌龟',
  octopus: 'octopus/章鱼',
  owl: 'owl/猫头鹰',
  penguin: 'penguin/企鹅',
  chick: 'chick/小鸡',
  duck: 'duck/鸭子',
  eagle: 'eagle/老鹰',
  parrot: 'parrot/鹦鹉',
})

export const AGE_PHRASES = phrases<AvatarAge>({
  child: 'little/年幼的',
  young: 'young/年轻的',
  middle: 'middle-aged/中年的',
  old: 'old/年老的',
})

/** What a person of an age is called: a grown-up one, then a child. */
export const PRESENTATION_PHRASES: Readonly<Record<AvatarPresentation, readonly [grown: Phrase, child: Phrase]>> = {
  any: [
    { en: 'person', zh: '人' },
    { en: 'child', zh: '孩子' },
  ],
  feminine: [
    { en: 'woman', zh: '女人' },
    { en: 'girl', zh: '女孩' },
  ],
  masculine: [
    { en: 'man', zh: '男人' },
    { en: 'boy', zh: '男孩' },
  ],
  androgynous: [
    { en: 'androgynous person', zh: '中性的人' },
    { en: 'child', zh: '孩子' },
  ],
}

export const EXPRESSION_PHRASES = phrases<AvatarExpression>({
  calm: 'calm/平静的',
  happy: 'smiling/微笑的',
  laughing: 'laughing/大笑的',
  sad: 'sad/悲伤的',
  angry: 'angry/愤怒的',
  surprised: 'surprised/惊讶的',
  sly: 'sly/狡黠的',
  sleepy: 'sleepy/困倦的',
  determined: 'determined/坚定的',
  wink: 'winking/眨眼的',
})

export const HAIR_PHRASES = phrases<AvatarHair>({
  bald: 'a bald head/光头',
  buzz: 'a buzz cut/寸头',
  crop: 'short hair/短发',
  'side-part': 'parted hair/侧分头发',
  quiff: 'a quiff/飞机头',
  slick: 'slicked-back hair/背头',
  spiky: 'spiky hair/刺猬头',
  mohawk: 'a mohawk/莫霍克发型',
  curly: 'curly hair/卷发',
  afro: 'an afro/爆炸头',
  locs: 'locs/脏辫',
  cornrows: 'cornrows/地垄沟辫',
  bob: 'a bob/波波头',
  fringe: 'long hair with a fringe/齐刘海长发',
  long: 'long hair/长发',
  wavy: 'wavy hair/波浪卷发',
  bun: 'a bun/发髻',
  'space-buns': 'two buns/双丸子头',
  ponytail: 'a ponytail/马尾辫',
  braids: 'braids/麻花辫',
  undercut: 'an undercut/两侧剃短的发型',
})

export const BEARD_PHRASES = phrases<AvatarBeard>({
  stubble: 'stubble/胡茬',
  goatee: 'a goatee/山羊胡',
  moustache: 'a moustache/小胡子',
  full: 'a full beard/络腮胡',
  long: 'a long beard/长胡子',
})

export const CLOTHES_PHRASES = phrases<AvatarClothes>({
  't-shirt': 'T-shirt/T恤',
  stripes: 'striped shirt/条纹衫',
  sweater: 'sweater/毛衣',
  hoodie: 'hoodie/连帽衫',
  scarf: 'scarf/围巾',
  suit: 'suit/西装',
  jacket: 'leather jacket/皮夹克',
  overalls: 'pair of overalls/背带裤',
  dress: 'dress/连衣裙',
  robe: 'robe/长袍',
  hanfu: 'hanfu/汉服',
  kimono: 'kimono/和服',
  sari: 'sari/纱丽',
  armour: 'suit of armour/盔甲',
  spacesuit: 'spacesuit/宇航服',
})

export const HEADWEAR_PHRASES = phrases<AvatarHeadwear>({
  headscarf: 'headscarf/头巾',
  turban: 'turban/缠头巾',
  kippah: 'kippah/小圆帽',
  bandana: 'bandana/印花头巾',
  beanie: 'beanie/毛线帽',
  cap: 'cap/棒球帽',
  beret: 'beret/贝雷帽',
  'straw-hat': 'straw hat/草帽',
  'cowboy-hat': 'cowboy hat/牛仔帽',
  'top-hat': 'top hat/礼帽',
  'wizard-hat': 'wizard hat/巫师帽',
  'chef-hat': "chef's hat/厨师帽",
  crown: 'crown/王冠',
  tiara: 'tiara/头冠',
  helmet: 'helmet/头盔',
  flowers: 'wreath of flowers/花环',
  horns: 'pair of horns/一对角',
  halo: 'halo/光环',
})

export const TRAIT_PHRASES = phrases<AvatarFeature>({
  glasses: 'glasses/眼镜',
  sunglasses: 'sunglasses/墨镜',
  monocle: 'a monocle/单片眼镜',
  eyepatch: 'an eyepatch/眼罩',
  freckles: 'freckles/雀斑',
  vitiligo: 'vitiligo/白癜风',
  scar: 'a scar/伤疤',
  'beauty-mark': 'a beauty mark/美人痣',
  bindi: 'a bindi/眉心红点',
  'face-paint': 'face paint/面部彩绘',
  lipstick: 'lipstick/口红',
  earrings: 'earrings/耳环',
  'nose-ring': 'a nose ring/鼻环',
  necklace: 'a necklace/项链',
  headphones: 'headphones/头戴耳机',
  'hearing-aid': 'hearing aids/助听器',
  wheelchair: 'a wheelchair/轮椅',
  'prosthetic-arm': 'a prosthetic arm/义肢',
  waving: 'a waving hand/挥手',
})

export const AVATAR_STYLE_PHRASES: Readonly<Record<AvatarStyle, Phrase | null>> = {
  toy: null,
  print: { en: 'as a relief print', zh: '版画风格' },
  gouache: { en: 'painted in gouache', zh: '水粉画风格' },
  pixel: { en: 'as pixel art', zh: '像素画风格' },
}

export const HEAD_PHRASES = phrases<AvatarHead>({
  oval: 'oval/椭圆形',
  round: 'round/圆形',
  square: 'square/方形',
  heart: 'heart-shaped/心形',
  long: 'long/长形',
  heavy: 'heavy/宽厚',
})

export const NOSE_PHRASES = phrases<AvatarNose>({
  button: 'snub/翘鼻',
  small: 'small/小巧',
  straight: 'straight/挺直',
  broad: 'broad/宽鼻',
  aquiline: 'aquiline/鹰钩鼻',
  long: 'long/长鼻',
})

export const MOUTH_PHRASES = phrases<AvatarMouth>({ full: 'full/丰满', thin: 'thin/薄唇', wide: 'wide/宽', small: 'small/小巧' })

export const BACKDROP_PHRASES = phrases<AvatarBackdrop>({
  amber: 'amber/琥珀色',
  lagoon: 'lagoon/湖水绿',
  rose: 'rose/玫瑰色',
  iris: 'iris/鸢尾蓝',
  meadow: 'meadow/草绿色',
  sand: 'sand/沙色',
  violet: 'violet/紫罗兰色',
  sky: 'sky/天蓝色',
  night: 'night/夜色',
  paper: 'paper/纸色',
})

/** How a face can be read, beside the plan's `any`. */
export const READING_PHRASES = phrases<AvatarPresentation>({
  feminine: 'feminine/女性化',
  masculine: 'masculine/男性化',
  androgynous: 'androgynous/中性',
})
