/** Things nobody can draw here, and what comes nearest. */
export type Neighbours = {
  readonly words: readonly string[]
  /** Drawable words, the nearest first. */
  readonly en: readonly string[]
  readonly zh: readonly string[]
  readonly domain: 'scene' | 'item'
}

const near = (domain: Neighbours['domain'], words: string, en: string, zh: string): Neighbours => ({
  domain,
  words: words.split(/[,、]\s*/),
  en: en.split(', '),
  zh: zh.split('、'),
})

export const neighbours: readonly Neighbours[] = [
  near(
    'scene',
    'dragon, horse, dog, cat, wolf, bear, deer, fox, lion, tiger, elephant, fish, whale, shark, dolphin, butterfly, unicorn, monster, animal, creature, beast, dinosaur, phoenix, cow, sheep, rabbit, snake, spider, 龙、马、狗、猫、狼、熊、鹿、狐狸、狮子、老虎、大象、鱼、鲸鱼、鲨鱼、海豚、蝴蝶、独角兽、怪物、动物、野兽、恐龙、凤凰、牛、羊、兔子、蛇、🐉、🐕、🐈、🐎',
    'birds, trees',
    '飞鸟、树',
  ),
  near(
    'scene',
    'knight, wizard, warrior, king, queen, princess, prince, girl, boy, child, woman, soldier, robot, android, cyborg, astronaut, samurai, ninja, angel, witch, portrait, face, hero, elf, dwarf, pirate, alien, god, goddess, 骑士、巫师、战士、国王、女王、公主、王子、女孩、男孩、孩子、士兵、机器人、宇航员、武士、忍者、天使、女巫、肖像、脸、英雄、精灵、海盗、外星人、神',
    'people, city',
    '行人、城市',
  ),
  near(
    'scene',
    'bus, truck, motorcycle, plane, airplane, helicopter, submarine, tank, subway, tram, railway, yacht, gondola, 公交车、卡车、摩托车、飞机、直升机、潜艇、坦克、地铁、电车、铁路、⛵',
    'flying cars, harbour',
    '飞行汽车、港口',
  ),
  near(
    'scene',
    'church, cathedral, mosque, pagoda, factory, stadium, school, hospital, museum, mansion, shop, monastery, 教堂、清真寺、宝塔、工厂、体育馆、学校、医院、博物馆、别墅、商店',
    'town square, castle, cabin, skyscraper',
    '广场、城堡、小屋、摩天大楼',
  ),
  near('scene', 'geyser, spring, 泻湖、泉水', 'lake, waterfall, sea', '湖、瀑布、大海'),
  near(
    'scene',
    'moon, comet, meteor, earth, black hole, supernova, 月亮、陨石、彗星、流星、地球、黑洞',
    'stars, aurora, night',
    '星空、极光、夜晚',
  ),
  near('scene', 'cave, cavern, canyon, plateau, 洞穴、山洞', 'mountain, desert, forest, lake', '高山、沙漠、森林、湖'),
  near('scene', 'prairie, steppe, 大草原', 'grassland, meadow, savanna', '草原、草地、稀树草原'),
  near('scene', 'graveyard, cemetery, churchyard, 墓地、公墓、坟场', 'gravestone, ruins', '墓碑、遗迹'),
  near('scene', 'stable, greenhouse, 马厩、温室', 'barn, garden', '谷仓、花园'),
  near('scene', 'bamboo forest, bamboo grove, 竹林、竹子', 'forest, garden', '森林、花园'),
  near(
    'scene',
    'kitchen, interior, corridor, office, bathroom, dungeon, laboratory, inside, 厨房、室内、走廊、办公室、实验室、地牢',
    'room, library, tavern',
    '房间、图书馆、酒馆',
  ),
  near(
    'scene',
    'rainbow, sky, horizon, air, wind, windy, breeze, 彩虹、天空、地平线、风、微风',
    'clouds, clear, sunrise',
    '云、晴朗、日出',
  ),
  near(
    'scene',
    'gothic, victorian, steampunk, baroque, roman, greek, egyptian, chinese, japanese, viking, art deco, 哥特、维多利亚、蒸汽朋克、巴洛克、罗马、希腊、埃及、中国风、日式、中式',
    'ruins, futuristic',
    '遗迹、未来',
  ),
  near(
    'scene',
    'anime, vector, isometric, minimal flat, watercolor anime, disney, pixar, ghibli, pop art, cubism, surrealism, ukiyo e, 动漫、矢量、浮世绘、波普、立体主义、吉卜力',
    'storybook, low poly, ink',
    '绘本、低多边形、水墨',
  ),
  near('item', 'rifle, whip, bomb, grenade, lightsaber, 步枪、鞭子、炸弹', 'pistol, cannon, sword', '手枪、大炮、剑'),
  near('item', 'hat, belt, 帽子、腰带', 'helmet, crown, cloak, boots', '头盔、皇冠、斗篷、靴子'),
  near('item', 'earring, bracelet, brooch, watch, 耳环、手镯、胸针、手表', 'ring, amulet, crown, compass', '戒指、项链、皇冠、罗盘'),
  near(
    'item',
    'cookie, soup, orange fruit, berry, pizza, 饼干、汤、浆果、披萨',
    'loaf, apple, cheese, cake, pie',
    '面包、苹果、奶酪、蛋糕、馅饼',
  ),
  near('item', 'basket, bucket, sack, pouch, 篮子、桶、钱包、袋子', 'backpack, barrel, chest, vase', '背包、木桶、宝箱、花瓶'),
  near('item', 'piano, guitar case, saxophone, accordion, 钢琴、萨克斯、手风琴', 'guitar, violin, harp, drum', '吉他、小提琴、竖琴、鼓'),
  near('item', 'screwdriver, fishing rod, drill, pliers, hook, 螺丝刀、鱼竿、钻头、钳子、钩子', 'wrench, rope, hammer', '扳手、绳子、锤子'),
  near('item', 'torch, flashlight, lightbulb, 火把、火炬、手电筒、灯泡', 'lantern, candle', '提灯、蜡烛'),
  near(
    'item',
    'globe, glasses, phone, computer, 地球仪、眼镜、手机、电脑',
    'compass, clock, camera, armillary',
    '罗盘、时钟、相机、浑天仪',
  ),
  near('item', 'bookshelf, wardrobe, cupboard, shelf, 书架、衣柜、柜子', 'chest, table, book', '宝箱、桌子、书'),
  near('item', 'claw, tooth, leaf, seed, herb, shell, 爪子、牙齿、叶子、种子、草药、贝壳', 'mushroom, flower, crystal', '蘑菇、花、水晶'),
]
