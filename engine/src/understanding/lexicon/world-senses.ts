import type { WorldProp } from '@daedal/protocol/generation/world-plan'
import { type Entry, world } from './sense.ts'

/** Words for places. A higher score is a surer sign. */
const places: readonly Entry[] = [
  world(
    'world',
    'subject',
    'world, realm, 3d world, virtual world, metaverse, walkable, explorable, map, place, to explore, to walk in, to walk around, to walk around in, to walk through, to wander',
    '世界, 虚拟世界, 三维世界, 元宇宙, 可行走, 可以行走, 可以漫步, 可漫游, 漫游, 可探索, 可以探索',
    {},
  ),
  world('village', 'subject', 'village, hamlet, cottage, settlement', '村庄, 村落, 村子, 小村, 小镇, 古镇, 水乡古镇', {
    scores: { village: 2, mushrooms: 1, snow: 1, harbour: 1, swamp: 1 },
    within: { village: '', mushrooms: '', snow: 'hamlet', swamp: 'stilts' },
  }),
  world('mushroom', 'subject', 'mushroom, toadstool, fairy, fairytale, gnome, elf', '蘑菇, 童话, 精灵, 仙女', {
    scores: { mushrooms: 3 },
    within: { mushrooms: '' },
  }),
  world('church', 'detail', 'church, chapel, steeple, church tower', '教堂, 礼拜堂, 教堂尖塔', {
    scores: { village: 2 },
    within: { village: '' },
  }),
  world('pier', 'detail', 'pier, jetty', '栈桥, 木码头', {
    scores: { village: 0.5 },
    within: { village: 'lakeside', mushrooms: 'pond', farm: 'mill' },
  }),
  world('meadow', 'setting', 'meadow, glade, grove', '草地, 草坪, 林间', {
    scores: { village: 1, farm: 1 },
    within: { village: '', mushrooms: '', farm: '' },
  }),
  world('lake', 'setting', 'lake, pond, pool, lakeside', '湖, 湖泊, 湖边, 池塘, 水乡', {
    scores: { village: 0.5 },
    within: { village: 'lakeside', mushrooms: 'pond', farm: 'mill', snow: '', islands: 'gazebo', desert: '' },
  }),
  world('brook', 'setting', 'brook, stream, creek, river', '小溪, 溪流, 河, 河流', {
    scores: { mushrooms: 0.5 },
    within: { mushrooms: 'grove' },
  }),
  world(
    'future',
    'subject',
    'futuristic, future, sci-fi, scifi, cyberpunk, cyber, neon, plaza, city square, downtown',
    '未来, 科幻, 赛博朋克, 霓虹, 广场',
    {
      scores: { plaza: 3 },
      within: { plaza: '' },
    },
  ),
  world('city', 'subject', 'city, skyscraper, metropolis, town', '城市, 都市, 摩天楼, 高楼', {
    scores: { plaza: 2, harbour: 0.5 },
    within: { plaza: '' },
  }),
  world('street', 'setting', 'street, boulevard, avenue, road', '街道, 大街, 街, 林荫道', {
    scores: { plaza: 1 },
    within: { plaza: 'boulevard', village: 'green', harbour: '' },
  }),
  world('flying cars', 'detail', 'flying car, flying vehicle, hover car, traffic', '飞行汽车, 飞车, 悬浮车', {
    scores: { plaza: 2 },
    within: { plaza: '' },
  }),
  world('spire', 'detail', 'spire, needle', '尖塔', { scores: { plaza: 1 }, within: { plaza: 'spire' } }),
  world('desert', 'subject', 'desert, sand, dune, sahara, egypt, egyptian', '沙漠, 沙丘, 埃及', {
    scores: { desert: 3 },
    within: { desert: '' },
  }),
  world('temple', 'subject', 'temple, sanctuary, shrine', '神庙, 神殿, 庙宇, 寺庙', {
    scores: { desert: 2, islands: 0.5 },
    within: { desert: 'temple', islands: 'chain', volcano: 'crater' },
  }),
  world('ruins', 'detail', 'ruin, ancient, column', '遗迹, 废墟, 古代, 古老', {
    scores: { desert: 1, castle: 0.5 },
    within: { desert: 'temple', castle: 'garden' },
  }),
  world('pyramid', 'subject', 'pyramid, sphinx', '金字塔, 狮身人面像', { scores: { desert: 3 }, within: { desert: 'oasis' } }),
  world('oasis', 'subject', 'oasis, bazaar, caravan, caravanserai', '绿洲, 集市, 商队', {
    scores: { desert: 2 },
    within: { desert: 'oasis' },
  }),
  world('snow', 'subject', 'snow, snowy, winter, ice, icy, frozen, christmas, arctic', '雪, 雪地, 冬天, 冬季, 冰, 圣诞, 冰雪', {
    scores: { snow: 3 },
    within: { snow: '' },
  }),
  world('cabin', 'subject', 'cabin, lodge, chalet, hut', '小木屋, 木屋, 小屋', {
    scores: { snow: 2 },
    within: { snow: 'cabin', swamp: 'witch' },
  }),
  world('forest', 'setting', 'forest, wood, woodland', '森林, 树林, 林', {
    scores: { snow: 1, mushrooms: 0.5 },
    within: { snow: '', mushrooms: 'grove' },
  }),
  world('sky islands', 'subject', 'sky island, floating island, floating, sky, heaven, cloud', '空岛, 浮岛, 天空, 天空岛, 浮空岛, 云端', {
    scores: { islands: 3 },
    within: { islands: '' },
  }),
  world('island', 'subject', 'island, islet, island chain, archipelago', '岛, 岛屿, 小岛, 群岛', {
    scores: { islands: 2, harbour: 0.5 },
    within: { islands: '' },
  }),
  world('waterfall', 'detail', 'waterfall, cascade', '瀑布', { scores: { islands: 1 }, within: { islands: '' } }),
  world('bridge', 'detail', 'bridge, footbridge', '桥, 木桥', {
    scores: { islands: 0.5 },
    within: { islands: '', mushrooms: 'grove', volcano: '' },
  }),
  world(
    'gallery',
    'subject',
    'gallery, museum, exhibition, exhibition hall, interior, indoor, art gallery',
    '画廊, 美术馆, 博物馆, 展厅, 展览馆, 展览, 室内',
    {
      scores: { gallery: 4 },
      within: { gallery: '' },
    },
  ),
  world('pictures', 'detail', 'picture, painting, frame, artwork, art', '画, 绘画, 画作, 画框, 艺术', {
    scores: { gallery: 2 },
    within: { gallery: '' },
  }),
  world('rotunda', 'detail', 'rotunda, round hall, sculpture', '圆厅, 圆形大厅, 雕刻', {
    scores: { gallery: 2 },
    within: { gallery: 'rotunda' },
  }),
  world(
    'harbour',
    'subject',
    'harbour, harbor, port, quay, dock, wharf, marina, seaport, fishing village, fishing harbour, fishing harbor, fishing port',
    '港口, 海港, 码头, 渔港, 渔村',
    {
      scores: { harbour: 4 },
      within: { harbour: '' },
    },
  ),
  world('sea', 'setting', 'sea, ocean, seaside, coast', '海, 大海, 海洋, 海边, 海岸', { scores: { harbour: 2 }, within: { harbour: '' } }),
  world('small', 'detail', 'small, little, tiny', '小, 小型', { scores: {}, within: { islands: '', village: '', mushrooms: '' } }),
  world('beach', 'subject', 'beach, cove, bay', '海滩, 沙滩, 海湾', { scores: { harbour: 3 }, within: { harbour: 'cove' } }),
  world('sailing boats', 'detail', 'boat, ship, sailboat, sailing boat', '船, 帆船, 小船', {
    scores: { harbour: 1 },
    within: { harbour: '', village: 'lakeside', mushrooms: 'pond', swamp: '' },
  }),
  world('volcano', 'subject', 'volcano, volcanic, lava, magma, hell, underworld, inferno', '火山, 熔岩, 岩浆, 地狱', {
    scores: { volcano: 4 },
    within: { volcano: '' },
  }),
  world('forge', 'subject', 'forge, smithy, blacksmith', '铁匠铺, 锻造厂, 铸造', {
    scores: { volcano: 2 },
    within: { volcano: 'forge', castle: 'courtyard' },
  }),
  world('farm', 'subject', 'farm, farmland, ranch, countryside, rural', '农场, 牧场, 田园, 乡村, 农庄', {
    scores: { farm: 4 },
    within: { farm: '' },
  }),
  world('barn', 'detail', 'barn, silo, sheep, cow, animal', '谷仓, 羊, 牛, 动物', { scores: { farm: 2 }, within: { farm: 'barn' } }),
  world('orchard', 'detail', 'orchard, apple tree, mill', '果园, 苹果树, 磨坊', { scores: { farm: 2 }, within: { farm: 'mill' } }),
  world('field', 'setting', 'field, wheat, crop', '田, 麦田, 庄稼, 田野', { scores: { farm: 2 }, within: { farm: '' } }),
  world('space station', 'subject', 'space station, spaceship, starship, space, orbit', '空间站, 太空站, 飞船, 太空, 宇宙', {
    scores: { station: 4 },
    within: { station: '' },
  }),
  world('moon base', 'subject', 'moon base, moonbase, lunar, moon, mars, colony, astronaut', '月球基地, 月球, 月面, 火星, 基地, 宇航员', {
    scores: { station: 3 },
    within: { station: 'moonbase' },
  }),
  world('swamp', 'subject', 'swamp, marsh, bog, wetland, bayou, mangrove', '沼泽, 湿地, 泥沼', {
    scores: { swamp: 4 },
    within: { swamp: '' },
  }),
  world('witch', 'subject', 'witch, cauldron, spooky, haunted, halloween, creepy', '女巫, 巫婆, 坩埚, 闹鬼, 万圣节', {
    scores: { swamp: 3 },
    within: { swamp: 'witch' },
  }),
  world('stilts', 'detail', 'stilt, stilt house, house on stilts, hut on stilts, boardwalk', '高脚屋, 吊脚楼, 栈道', {
    scores: { swamp: 3 },
    within: { swamp: 'stilts' },
  }),
  world('castle', 'subject', 'castle, fortress, keep, knight, king, palace, citadel', '城堡, 堡垒, 要塞, 骑士, 国王, 宫殿', {
    scores: { castle: 4 },
    within: { castle: '' },
  }),
  world('medieval', 'detail', 'medieval, middle ages', '中世纪', {
    scores: { castle: 1.5, village: 1 },
    within: { castle: '', village: '' },
  }),
  world('courtyard', 'detail', 'courtyard, castle courtyard, wall, gate', '庭院, 城堡庭院, 院子, 城墙, 城门', {
    scores: { castle: 2 },
    within: { castle: 'courtyard' },
  }),
  world('garden', 'setting', 'garden, park, hedge, maze, labyrinth, rose', '花园, 公园, 树篱, 迷宫, 玫瑰', {
    scores: { castle: 2, islands: 1 },
    within: { castle: 'garden', islands: '' },
  }),
  world('blossom', 'detail', 'blossom, cherry blossom, sakura', '樱花, 花开', {
    scores: { islands: 1 },
    within: { islands: '', castle: 'garden' },
  }),
]

/** Words for things that can stand anywhere. */
const PROPS: Readonly<Record<WorldProp, readonly [en: string, zh: string]>> = {
  fountain: ['fountain', '喷泉'],
  statue: ['statue, monument', '雕像, 塑像, 纪念碑'],
  well: ['well, water well', '井, 水井'],
  campfire: ['campfire, bonfire, fire pit, fire', '篝火, 营火, 火堆'],
  tent: ['tent, camp', '帐篷, 营地'],
  'rowing-boat': ['rowing boat, rowboat, canoe', '划艇, 独木舟'],
  snowman: ['snowman', '雪人'],
  windmill: ['windmill', '风车'],
  lighthouse: ['lighthouse', '灯塔'],
  tower: ['tower, watchtower, turret', '塔, 高塔, 塔楼, 瞭望塔'],
  'market-stall': ['market, stall, market stall, shop, stand', '市场, 摊位, 货摊, 商店'],
  cart: ['cart, wagon, carriage', '推车, 马车, 手推车'],
  crystals: ['crystal, gem', '水晶, 晶体, 宝石'],
  'giant-mushroom': ['giant mushroom, huge mushroom', '巨型蘑菇, 大蘑菇'],
  'great-tree': ['great tree, giant tree, big tree, old tree, oak', '大树, 巨树, 古树, 橡树'],
  'cherry-tree': ['cherry tree', '樱桃树, 樱花树'],
  palms: ['palm, palm tree, coconut tree', '棕榈, 棕榈树, 椰子树'],
  'flower-bed': ['flower, flower bed', '花, 花坛, 鲜花'],
  gazebo: ['gazebo, pavilion', '亭子, 凉亭'],
  arch: ['arch, archway', '拱门, 拱'],
  rocket: ['rocket', '火箭'],
  rover: ['rover, moon buggy', '月球车, 探测车'],
  telescope: ['telescope, spyglass', '望远镜'],
  stage: ['stage, concert, theatre', '舞台, 音乐会, 剧场'],
  scarecrow: ['scarecrow', '稻草人'],
  'standing-stones': ['standing stone, stone circle, stonehenge', '巨石阵, 石圈'],
  'picnic-table': ['picnic, picnic table, table', '野餐, 野餐桌, 桌子'],
  swing: ['swing, playground', '秋千, 游乐场'],
}

/** All words of walkable worlds. Time, density and colour are the scenes' own words. */
export const worldSenses: readonly Entry[] = [
  ...places,
  ...(Object.entries(PROPS) as [WorldProp, readonly [string, string]][]).map(([prop, [en, zh]]) => world(prop, 'detail', en, zh, { prop })),
]
