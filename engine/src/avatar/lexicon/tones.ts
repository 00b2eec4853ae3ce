import { EYES, HAIRS, SKINS } from '../colours.ts'
import { type AvatarWord, type NamedColour, word } from './avatar-sense.ts'

const tone = (concept: string, en: string, zh: string, colour: NamedColour): AvatarWord => word('colour', concept, en, zh, { colour })

/** Where someone is from: a leaning of skin and hair, which any word that names either overrides. */
const origin = (concept: string, en: string, zh: string, skin: string, hairColour: string): AvatarWord =>
  word('detail', concept, en, zh, { soft: { skin, hairColour } })

const origins: readonly AvatarWord[] = [
  origin(
    'west african',
    'nigerian, ghanaian, senegalese, kenyan, congolese, zulu, west african',
    '尼日利亚、加纳、肯尼亚、塞内加尔',
    SKINS.dark,
    HAIRS.black,
  ),
  origin('east african', 'ethiopian, somali, eritrean, maasai, east african', '埃塞俄比亚、索马里', SKINS.brown, HAIRS.black),
  origin('east asian', 'japanese, chinese, korean, taiwanese, east asian', '日本、中国、韩国、东亚', SKINS.golden, HAIRS.black),
  origin('south asian', 'indian, pakistani, bangladeshi, sri lankan, south asian', '印度、巴基斯坦、南亚', SKINS.brown, HAIRS.black),
  origin(
    'middle eastern',
    'arab, persian, iranian, turkish, egyptian, moroccan, middle eastern',
    '阿拉伯、波斯、土耳其、埃及',
    SKINS.olive,
    HAIRS.black,
  ),
  origin('latin american', 'mexican, peruvian, colombian, brazilian, cuban', '墨西哥、秘鲁、巴西', SKINS.tan, HAIRS.black),
  origin('southern european', 'italian, spanish, greek, portuguese', '意大利、西班牙、希腊、葡萄牙', SKINS.olive, HAIRS.brown),
  origin(
    'northern european',
    'swedish, norwegian, danish, finnish, icelandic, scandinavian, nordic',
    '瑞典、挪威、丹麦、芬兰、北欧',
    SKINS.fair,
    HAIRS.blonde,
  ),
  origin('irish', 'irish, scottish, celtic', '爱尔兰、苏格兰', SKINS.fair, HAIRS.red),
]

export const toneWords: readonly AvatarWord[] = [
  ...origins,
  tone('red', 'red, scarlet, crimson', '红、红色、大红、深红', { thing: '#c3262f', hair: HAIRS.red, eyes: '#b3262a' }),
  tone('orange', 'orange', '橙、橙色、橘色', { thing: '#e0762a', hair: HAIRS.ginger }),
  tone('amber', 'amber', '琥珀、琥珀色', { thing: '#e09a2a', eyes: EYES.amber }),
  tone('yellow', 'yellow', '黄、黄色', { thing: '#eec23a', hair: HAIRS.blonde }),
  tone('gold', 'golden, gold', '金、金色、金黄', { thing: '#e2a93b', hair: HAIRS.blonde, skin: SKINS.golden }),
  tone('green', 'green, emerald', '绿、绿色、翠绿', { thing: '#3f9a52', hair: HAIRS.green, eyes: EYES.green }),
  tone('teal', 'teal, turquoise, cyan, aqua', '青、青色、青绿、水蓝', { thing: '#2a9c96', hair: HAIRS.teal }),
  tone('blue', 'blue, azure, sapphire', '蓝、蓝色、天蓝', { thing: '#2f68c4', hair: HAIRS.blue, eyes: EYES.blue }),
  tone('navy', 'navy, dark blue, midnight blue', '深蓝、藏青', { thing: '#27386b', hair: '#27386b' }),
  tone('purple', 'purple, violet, lilac, lavender', '紫、紫色、淡紫', { thing: '#7a4fb8', hair: HAIRS.purple, eyes: EYES.violet }),
  tone('pink', 'pink, magenta, rosy', '粉、粉色、粉红、玫红', { thing: '#e276a4', hair: HAIRS.pink, skin: SKINS.rosy }),
  tone('white', 'white, snow, snowy, ivory, cream', '白、白色、雪白、米白', { thing: '#e4dfd4', hair: HAIRS.white, skin: SKINS.fair }),
  tone('silver', 'silver, silvery', '银、银色', { thing: '#c5cbd4', hair: '#c9ccd2' }),
  tone('grey', 'grey, gray', '灰、灰色', { thing: '#8b8e96', hair: HAIRS.grey, eyes: EYES.grey }),
  tone('black', 'black', '黑、黑色、乌黑', { thing: '#232227', hair: HAIRS.black, skin: SKINS.deep }),
  tone('brown', 'brown', '棕、棕色、褐色', { thing: '#7a4c2e', hair: HAIRS.brown, skin: SKINS.brown, eyes: EYES.brown }),
  tone('beige', 'beige, sand coloured, khaki', '米色、卡其色', { thing: '#cdb48c', skin: SKINS.golden }),
  tone('hazel', 'hazel', '榛色、淡褐色', { eyes: EYES.hazel }),
  tone('blonde', 'blonde, blond, fair haired, blonde hair', '金发', { hair: HAIRS.blonde }),
  tone('platinum', 'platinum, platinum blonde', '白金、铂金', { hair: HAIRS.platinum }),
  tone('ginger', 'ginger, redhead, redheaded, carrot', '姜黄、红发', { hair: HAIRS.ginger }),
  tone('auburn', 'auburn', '赤褐', { hair: HAIRS.auburn }),
  tone('chestnut', 'chestnut, brunette, brown haired', '栗色、棕发、褐发', { hair: HAIRS.chestnut }),
  tone('black hair', 'raven haired, black haired', '黑发', { hair: HAIRS.black }),
  tone('white hair', 'white haired', '白发、银发', { hair: HAIRS.white }),
  tone('porcelain', 'porcelain, pale', '苍白、瓷白、白皙', { skin: SKINS.porcelain }),
  tone('fair', 'fair, fair skinned, light skinned, caucasian', '浅肤色', { skin: SKINS.fair }),
  tone('olive', 'olive, mediterranean, latino, latina', '橄榄色、小麦色', { skin: SKINS.olive, thing: '#7a7a3a' }),
  tone('tan', 'tan, tanned, bronzed, sunburnt', '古铜色、晒黑、古铜', { skin: SKINS.tan, thing: '#c79a6a' }),
  tone('dark', 'dark', '深色', { skin: SKINS.dark, hair: HAIRS.black, thing: '#34303a' }),
  tone('dark skin', 'dark skinned, black skin, dark skin, ebony, african', '黝黑、深肤色、黑皮肤', { skin: SKINS.dark }),
  tone('brown skin', 'brown skinned, brown skin', '棕色皮肤', { skin: SKINS.brown }),
]
