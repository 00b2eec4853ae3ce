import type { ItemKind, ItemModifier } from '@daedal/protocol/generation/item-plan'
import type { Entry } from './sense.ts'

const kindsOf = (kinds: string) => kinds.split(' ') as ItemKind[]
const list = (words: string) => words.split(/[,、]\s*/)

/** A part, a finish or an owner that some kinds always have. */
const of = (concept: string, kinds: string, words: string, unless: readonly ItemModifier[] = []): Entry => ({
  words: list(words),
  sense: { domain: 'item', role: 'detail', concept, wish: {}, kinds: kindsOf(kinds), unless },
})

/** A word that is one form of a kind: the round of a round shield. */
const form = (concept: string, kind: ItemKind, words: string, form: string = concept): Entry => ({
  words: list(words),
  sense: { domain: 'item', role: 'detail', concept, wish: { form }, kinds: [kind] },
})

const parts: readonly Entry[] = [
  of('grip', 'sword dagger katana axe hammer mace', 'grip, hilt, handle, 剑柄、刀柄、柄、把手'),
  of('guard', 'sword dagger', 'guard, crossguard, cross guard, pommel, 护手'),
  of('edge', 'sword dagger axe katana scythe', 'edge, sharp, sharp edge, blade, 锋利、刀刃、剑刃'),
  of('gem', 'ring amulet crown', 'gem, gemstone, jewel, stone, diamond, 宝石、钻石'),
  of('gem', 'sword dagger axe shield', 'gem, gemstone, jewel, 宝石'),
  of('gem', 'staff', 'gem, gemstone, crystal, jewel, 宝石、水晶'),
  of('chain', 'amulet', 'chain, gold chain, silver chain, 链子、项链链'),
  of('fittings', 'crossbow chest barrel pistol cannon telescope gramophone camera', 'fitting, mount, hinge, metal fitting, 配件、铰链'),
  of('clasp', 'book', 'clasp, buckle, 搭扣'),
  of('lock', 'chest', 'lock, padlock, keyhole, 锁'),
  of('blossom', 'cactus', 'flower, bloom, blossom, pink flower, 花、花朵、开花'),
  of('bow', 'violin', 'bow, violin bow, 琴弓'),
  of('flask', 'potion', 'flask, bottle, vial, glass bottle, 瓶子、瓶'),
  of('flame', 'candle lantern', 'flame, wick, lit, candle flame, warm flame, 烛火、火苗、火光'),
  of('lid', 'chest teapot backpack', 'lid, 盖子'),
  of('pages', 'book', 'page, cover, 书页、封面'),
  of('strings', 'violin guitar harp lute', 'string, neck, 琴弦、弦'),
  of('stem', 'apple flower mushroom', 'stem, stalk, 茎、果柄'),
  of('petals', 'flower', 'petal, leaf, 花瓣、叶子'),
  of('cork', 'potion wine', 'cork, liquid, 软木塞、液体'),
  of('saucer', 'cup', 'saucer, handle, 茶碟'),
  of('frame', 'mirror bicycle saw', 'frame, 镜框、框'),
  of('sails', 'ship', 'sail, mast, flag, rigging, 船帆、桅杆'),
  of('wheels', 'train bicycle car', 'wheel, 轮子、车轮'),
  of('dial', 'clock compass', 'dial, hand, 表盘、指针'),
  of('pillow', 'bed', 'pillow, mattress, blanket, 枕头、床垫'),
  of('arrows', 'quiver', 'arrow, 箭'),
  of('spines', 'cactus', 'spine, thorn, spiny, 刺'),
  of('straps', 'backpack', 'strap, pocket, buckle, 肩带、口袋'),
  of('tassels', 'horn', 'tassel, 流苏'),
  of('handle', 'axe hammer pickaxe shovel saw magnifier teapot umbrella mirror bell cup lantern', 'handle, 手柄、把手'),
]

const finishes: readonly Entry[] = [
  of('round', 'ring coin compass drum orb apple amulet gear clock', 'round, circular, 圆形、圆'),
  of('sharp', 'shuriken trident spear', 'sharp, pointed, 锋利、尖'),
  of('carved', 'throne', 'carved, 雕刻'),
  of('wizard', 'staff wand', 'wizard, mage, sorcerer, 巫师、法师'),
  of('knight', 'shield breastplate gauntlet', 'knight, 骑士'),
  of('samurai', 'katana', 'samurai, 武士'),
  of('king', 'crown throne', 'king, queen, 国王、女王'),
  of('medieval', 'sword shield mace breastplate crossbow', 'medieval, 中世纪'),
  of('heavy', 'anvil hammer cannon', 'heavy, 沉重'),
]

const forms: readonly Entry[] = [
  form('round', 'shield', 'round, circular, 圆形、圆'),
  form('round', 'loaf', 'round, 圆形、圆'),
  form('round', 'potion', 'round, bulbous, 圆形、圆'),
  form('round', 'table', 'round, 圆形、圆', 'pedestal'),
  form('fins', 'rocket', 'fin, 尾翼', 'comic'),
  form('bedroll', 'backpack', 'bedroll, rolled blanket, 毯子', 'pack'),
  form('chain', 'mace', 'chain, 链子、锁链', 'flail'),
  form('carved', 'pumpkin', 'carved, face, carved face, grinning, 雕刻、鬼脸'),
  form('slice', 'pie', 'slice, 切片'),
  form('open', 'umbrella', 'open, 撑开'),
  form('rolled', 'umbrella', 'closed, folded, rolled, 收起'),
  form('curled', 'cat', 'sleeping, curled, 睡觉、熟睡'),
  form('locked', 'book', 'lock, locked, padlock, keyhole, 锁、带锁'),
  form('cushioned', 'chair', 'cushion, cushioned, seat cushion, 坐垫、垫子'),
  form('served', 'fish', 'plate, dish, platter, served, lemon, 盘子、盘、柠檬'),
  form('curved', 'dagger', 'curved, 弯'),
  form('horned', 'helmet', 'horned, horn, viking, 角、维京'),
  form('visored', 'helmet', 'visor, visored, closed, knight, jousting, 面甲、骑士'),
  form('viking', 'ship', 'viking, 维京', 'longship'),
  form('heart', 'potion', 'heart shaped, heart, 心形'),
  form('slice', 'cake', 'slice, strawberry, strawberries, 切片、草莓'),
  form('candles', 'cake', 'candle, 蜡烛', 'birthday'),
  form('flowered', 'teapot', 'flower, floral, flowered, flower pattern, painted, 花、花朵、花卉、彩绘', 'porcelain'),
  form('crested', 'helmet', 'crested, crest, plume, plumed, bristle, feather, feathered, 羽饰、羽毛'),
  form('orb', 'staff', 'orb, sphere, globe, 法球、宝珠', 'sceptre'),
  form('scabbard', 'katana', 'scabbard, sheath, saya, sword stand, 刀鞘、刀架', 'rack'),
  form('armchair', 'chair', 'upholstered, padded, velvet, buttoned, 软垫、天鹅绒', 'armchair'),
  form('birthday', 'cake', 'birthday, birthday candle, tiered, 生日、多层', 'birthday'),
  form('horned', 'skull', 'horned, horn, 角'),
  form('double', 'axe', 'double, double bladed, two headed, 双刃'),
  form('leather', 'gauntlet', 'leather, 皮革', 'bracer'),
  form('hooded', 'cloak', 'hooded, hood, 兜帽'),
  form('stone', 'throne', 'stone, 石头、石'),
  form('steam', 'train', 'steam, 蒸汽'),
  form('tripod', 'telescope', 'tripod, 三脚架'),
  form('iron', 'teapot', 'cast iron, 铸铁'),
  form('bunch', 'carrot', 'bunch, 一束'),
  form('porcelain', 'teapot', 'porcelain, china, 瓷'),
]

/** Parts, finishes and forms of items. */
export const itemParts: readonly Entry[] = [...parts, ...finishes, ...forms]
