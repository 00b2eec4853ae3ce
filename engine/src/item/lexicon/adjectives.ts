import type { ItemBackdrop, ItemMaterial, ItemModifier, ItemStyle } from '@daedal/protocol/generation/item-plan'
import type { WordEntry } from './word-entry.ts'

const entry = <Concept>(concept: Concept, en: readonly string[], zh: readonly string[]): WordEntry<Concept> => ({ en, zh, concept })

/** What was done to an item. */
export const itemModifierWords: readonly WordEntry<ItemModifier>[] = [
  entry('ancient', ['ancient', 'lost', 'mossy', 'overgrown'], ['古老', '古代', '远古', '长满苔藓']),
  entry(
    'worn',
    ['worn', 'old', 'weathered', 'antique', 'vintage', 'retro', 'aged', 'time worn'],
    ['旧', '老', '陈旧', '破旧', '老旧', '复古', '古董', '磨损', '怀旧'],
  ),
  entry('rusty', ['rusty', 'rusted', 'corroded'], ['生锈', '锈蚀', '锈迹斑斑']),
  entry(
    'glowing',
    ['glowing', 'magic', 'magical', 'enchanted', 'legendary', 'radiant', 'arcane', 'holy', 'luminous', 'shining'],
    ['发光', '魔法', '附魔', '传说', '神圣', '闪耀', '闪闪发光'],
  ),
  entry(
    'cursed',
    ['cursed', 'haunted', 'evil', 'demonic', 'dark', 'shadow', 'unholy', 'sinister'],
    ['诅咒', '被诅咒', '邪恶', '恶魔', '黑暗', '暗影'],
  ),
  entry('frozen', ['frozen', 'ice', 'icy', 'frost', 'frosty', 'snowy'], ['冰冻', '冰', '寒冰', '冰霜', '结冰', '冰封']),
  entry('fiery', ['fiery', 'burning', 'flaming', 'fire', 'lava', 'molten', 'blazing'], ['火焰', '燃烧', '烈焰', '熔岩', '火']),
  entry('runed', ['runed', 'runic', 'rune', 'elven', 'dwarven', 'engraved', 'inscribed'], ['符文', '刻字', '精灵', '矮人', '铭刻']),
  entry('ornate', ['ornate', 'royal', 'decorated', 'jewelled', 'jeweled', 'noble', 'precious'], ['华丽', '皇家', '华贵', '珍贵', '镶宝石']),
  entry(
    'polished',
    ['polished', 'shiny', 'gleaming', 'glossy', 'burnished', 'glinting', 'lustrous', 'lacquered', 'sleek', 'pristine', 'mirror polished'],
    ['抛光', '闪亮', '光亮', '锃亮', '光滑', '油亮', '崭新'],
  ),
  entry('striped', ['striped', 'stripy', 'stripe', 'banded', 'candy striped'], ['条纹', '带条纹', '斑马纹']),
  entry('spotted', ['spotted', 'spotty', 'dotted', 'polka dot', 'polka dotted', 'speckled', 'spot'], ['斑点', '波点', '圆点', '带斑点']),
  entry(
    'broken',
    ['broken', 'cracked', 'shattered', 'fractured', 'damaged', 'battered', 'split', 'smashed', 'crack'],
    ['破碎', '破裂', '断裂', '裂开', '破损', '损坏', '碎裂', '断', '裂纹'],
  ),
  entry('tiny', ['tiny', 'small', 'little', 'miniature', 'mini'], ['小', '微小', '迷你', '小型']),
]

/** What an item is made of. */
export const itemMaterialWords: readonly WordEntry<ItemMaterial>[] = [
  entry(
    'wood',
    ['wooden', 'wood', 'oak', 'oaken', 'timber', 'walnut', 'mahogany', 'ebony', 'pinewood', 'bamboo'],
    ['木', '木制', '木头', '木质', '橡木', '红木'],
  ),
  entry('stone', ['stone', 'granite', 'rocky', 'cobblestone', 'sandstone', 'limestone'], ['石', '石头', '石制', '石质', '花岗岩']),
  entry('marble', ['marble', 'alabaster'], ['大理石', '汉白玉']),
  entry('glass', ['glass', 'glassy', 'transparent', 'see through', 'translucent'], ['玻璃', '透明', '半透明', '琉璃']),
  entry('porcelain', ['porcelain', 'china', 'ceramic', 'blue and white porcelain'], ['瓷', '陶瓷', '瓷器', '青花', '青花瓷']),
  entry('clay', ['clay', 'terracotta', 'earthenware', 'pottery', 'earthen'], ['陶', '陶土', '陶制', '粘土', '赤陶']),
  entry('leather', ['leather', 'leathery'], ['皮革', '皮', '皮制']),
  entry('steel', ['steel', 'metal', 'metallic'], ['钢', '钢铁', '金属']),
  entry('iron', ['iron', 'wrought iron'], ['铁', '铁制']),
  entry('silver', ['silver', 'silvery', 'mithril', 'platinum'], ['银', '银色', '白银', '秘银']),
  entry('gold', ['gold', 'golden', 'gilded'], ['金', '黄金', '金色', '镀金']),
  entry('brass', ['brass'], ['黄铜']),
  entry('bronze', ['bronze'], ['青铜', '古铜']),
  entry('copper', ['copper'], ['铜', '红铜', '紫铜']),
  entry('obsidian', ['obsidian', 'onyx'], ['黑曜石', '玄铁']),
  entry('crystal', ['crystal', 'crystalline', 'diamond'], ['水晶', '钻石']),
  entry('bone', ['bone', 'ivory'], ['骨', '骨头', '象牙']),
  entry('jade', ['jade'], ['玉', '翡翠', '玉石']),
]

/** sRGB of colours and of stones that stand for one. */
export const itemColourWords: readonly WordEntry<string>[] = [
  entry('#d3202f', ['red', 'scarlet'], ['红', '红色', '大红']),
  entry('#b3122b', ['crimson'], ['深红', '绯红']),
  entry('#d3143c', ['ruby'], ['红宝石']),
  entry('#f07a1c', ['orange'], ['橙', '橙色', '橘色']),
  entry('#f0a01c', ['amber', 'topaz'], ['琥珀', '黄玉']),
  entry('#f2d03a', ['yellow'], ['黄', '黄色']),
  entry('#25b04f', ['green'], ['绿', '绿色']),
  entry('#12a860', ['emerald'], ['祖母绿', '绿宝石']),
  entry('#18b0a0', ['teal'], ['青绿', '水鸭色']),
  entry('#25c7b8', ['turquoise'], ['绿松石', '松石绿']),
  entry('#2cc8ea', ['cyan', 'aqua'], ['青', '青色', '水蓝']),
  entry('#2b62e0', ['blue', 'azure'], ['蓝', '蓝色', '天蓝']),
  entry('#1f4fd8', ['sapphire'], ['蓝宝石']),
  entry('#8a35d8', ['purple', 'violet'], ['紫', '紫色', '紫罗兰']),
  entry('#9a4ad8', ['amethyst'], ['紫水晶', '紫晶']),
  entry('#f05a9a', ['pink', 'rosy', 'magenta'], ['粉', '粉色', '粉红', '品红']),
  entry('#eaf0fa', ['white', 'pearl'], ['白', '白色', '珍珠']),
  entry('#2a2733', ['black'], ['黑', '黑色']),
  entry('#5a3220', ['chocolate'], ['巧克力', '巧克力色']),
  entry('#7a4a28', ['brown'], ['棕', '棕色', '褐色']),
  entry('#8c9098', ['grey', 'gray'], ['灰', '灰色']),
]

/** Words for the ground an item is shown on. */
export const itemBackdropWords: readonly WordEntry<ItemBackdrop>[] = [
  entry('studio', ['studio', 'still life', 'neutral background', 'product photo'], ['静物', '棚拍']),
  entry('paper', ['white background', 'cream background'], ['白色背景', '白底']),
  entry('night', ['at night', 'dark background', 'black background'], ['夜晚', '黑色背景', '深色背景']),
  entry('lamplight', ['by lamplight', 'candlelight', 'candlelit'], ['烛光', '灯光下']),
]

/** Words for the way it is drawn. */
export const itemStyleWords: readonly WordEntry<ItemStyle>[] = [
  entry('photo', ['photo', 'photograph', 'photorealistic', 'realistic', 'render', '3d'], ['照片', '写实', '逼真', '渲染']),
  entry(
    'painterly',
    ['painting', 'painted', 'gouache', 'oil painting', 'painterly', 'watercolour', 'watercolor'],
    ['绘画', '油画', '水粉', '水彩'],
  ),
  entry('ink', ['ink', 'engraving', 'woodcut', 'sketch', 'drawing', 'print', 'comic'], ['墨水', '版画', '木刻', '素描', '漫画', '线描']),
  entry('pixel', ['pixel', 'pixel art', 'pixelated', '8 bit', '16 bit'], ['像素', '像素画', '像素风']),
  entry('low-poly', ['low poly', 'lowpoly', 'polygonal'], ['低多边形', '低模']),
  entry('neon', ['neon style', 'neon lines', 'synthwave'], ['霓虹风格', '霓虹线条']),
  entry('storybook', ['storybook', 'picture book', 'cartoon'], ['绘本', '童书', '卡通']),
]
