import { among, home, subject } from './scene-subject.ts'
import type { Entry } from './sense.ts'

/** Places and what stands in them. Of several subjects the one of the highest rank is drawn, the others where it can show them. */
export const sceneSubjects: readonly Entry[] = [
  subject(
    'city',
    'city, metropolis, megacity, megalopolis, downtown, urban, cityscape, city scene, smart city, civilization, civilisation, 🏙',
    '城市、都市、大都市、大都会、城、市区、市中心、都会、城区、超级城市、巨型城市',
    { ...home('city', 8) },
    'setting',
  ),
  subject(
    'futuristic',
    'futuristic, future, futurism, sci fi, scifi, science fiction, high tech, hi tech, advanced, space age, tomorrow, 22nd century, 23rd century, year 3000',
    '未来、未来感、未来主义、未来派、未来风、科幻、高科技、先进、科技感、未来世界、未来都市、未来城市',
    { within: among('city'), leans: 'city' },
    'setting',
  ),
  subject(
    'cyberpunk',
    'cyberpunk, cyber punk, cyber, blade runner, tron',
    '赛博朋克、赛博、赛博庞克、数码朋克',
    { ...home('city', 6, { features: ['neon'] }), within: { city: { features: ['neon'] } }, soft: { time: 'night', weather: 'rain' } },
    'style',
  ),
  subject(
    'utopian',
    'utopian, utopia, solarpunk, clean energy',
    '乌托邦、理想国',
    { soft: { time: 'day', weather: 'clear' }, leans: 'city' },
    'mood',
  ),
  subject(
    'dystopian',
    'dystopian, dystopia, oppressive',
    '反乌托邦、末世、压抑',
    { soft: { weather: 'fog', density: 'dense' }, leans: 'city' },
    'mood',
  ),
  subject(
    'skyscraper',
    'skyscraper, high rise, highrise, tower block, tall building, office tower, office building, building, architecture, tower, megastructure, megatower, block',
    '摩天大楼、摩天楼、高楼、高楼大厦、大厦、大楼、楼宇、楼房、建筑、建筑物、高塔、塔楼、塔、楼',
    { ...home('city', 4, { features: ['towers'] }), within: { city: { features: ['towers'] } } },
  ),
  subject('spire', 'spire, pinnacle tower, steeple', '尖塔、尖顶', {
    ...home('city', 4, { hero: 'spire' }),
    within: { city: { hero: 'spire' } },
  }),
  subject('needle', 'needle, needle tower, slender tower, space needle', '针塔、细塔', {
    ...home('city', 4, { hero: 'needle' }),
    within: { city: { hero: 'needle' } },
  }),
  subject('twin towers', 'blade tower, twin tower, twin towers, double tower', '双塔、双子塔、双子楼', {
    ...home('city', 4, { hero: 'blades' }),
    within: { city: { hero: 'blades' } },
  }),
  subject('arcology', 'arcology, megablock, ziggurat tower, pyramid tower, hive city', '巨构、巨型建筑、生态建筑', {
    ...home('city', 4, { hero: 'arcology' }),
    within: { city: { hero: 'arcology' } },
  }),
  subject(
    'street',
    'street, avenue, alley, alleyway, boulevard, lane, sidewalk, crosswalk, chinatown, street level, street view, canyon of towers',
    '街道、街、大街、街头、小巷、巷子、巷、大道、马路、胡同、街巷、街景',
    { ...home('city', 5, { composition: 'canyon' }), within: { city: { composition: 'canyon' } } },
    'setting',
  ),
  subject('road', 'road, highway, 🛣', '道路、公路', {
    ...home('city', 1.6, { composition: 'canyon' }),
    within: { city: { composition: 'canyon' }, farm: { composition: 'windmill' } },
  }),
  subject(
    'skyline',
    'skyline, city skyline, panorama of the city, silhouette of the city',
    '天际线、城市天际线、城市轮廓',
    { ...home('city', 8, { composition: 'skyline' }), within: { city: { composition: 'skyline' } } },
    'setting',
  ),
  subject(
    'from above',
    "bird's eye view, birds eye view, aerial view, aerial, from above, rooftop, roof top, drone view, drone shot, top of the world, overlooking",
    '俯瞰、鸟瞰、俯视、空中视角、航拍、屋顶、天台、高空',
    { within: among('city', { composition: 'above' }), leans: 'city' },
    'setting',
  ),
  subject(
    'above the clouds',
    'above the clouds, above the fog, over the clouds',
    '云端、云上、云海之上',
    {
      within: { city: { composition: 'above' }, mountain: { composition: 'ridge' }, cabin: { composition: 'refuge' }, islands: {} },
      leans: 'mountain',
    },
    'setting',
  ),
  subject(
    'waterfront',
    'waterfront, harbour, harbor, riverside, riverbank, canal, port, quay, marina, embankment, promenade',
    '海滨、滨水、滨海、港口、港湾、河边、河畔、江边、江畔、运河、水边、水岸、滨江',
    { within: among('city', { composition: 'waterfront' }) },
    'setting',
  ),
  subject(
    'lake',
    'lake, mountain lake, alpine lake, forest lake, loch, pond, reservoir, lakeside, lakeshore, mirror lake, 🏞',
    '湖、湖泊、湖水、湖面、山湖、高山湖、高山湖泊、池塘、水库、湖边、湖畔',
    { ...home('lake', 5) },
    'setting',
  ),
  subject(
    'mountain',
    'mountain, mountain range, peak, summit, alps, alpine, himalaya, highland, massif, mountainside, hill, hillside, foothill, 🏔, ⛰, 🗻',
    '山、高山、山脉、群山、山峰、峰、高原、山岭、山丘、丘陵、大山、远山、青山、山坡、山里、山间',
    { ...home('mountain', 3), within: among('lake cabin snow space volcano') },
  ),
  subject('river', 'river, 🏞', '河、河流、江、大河、小河', {
    ...home('mountain', 3.2, { composition: 'river' }),
    within: {
      city: { composition: 'waterfront' },
      mountain: { composition: 'river' },
      forest: { composition: 'stream' },
      swamp: { composition: 'mangrove' },
    },
  }),
  subject(
    'riverside',
    'riverside, riverbank, river bank, bank of a river',
    '河边、河畔、江边、江畔、河岸、江岸',
    { within: { mountain: { composition: 'river' }, forest: { composition: 'stream' } } },
    'setting',
  ),
  subject('ridge', 'ridge, mountain ridge, mountaintop, mountain top, summit ridge, crag', '山脊、山顶、山巅、峰顶、岭', {
    ...home('mountain', 3.2, { composition: 'ridge' }),
    within: { mountain: { composition: 'ridge' } },
  }),
  subject(
    'valley',
    'valley, vale, gorge, ravine, glen, mountain valley',
    '山谷、谷、峡谷、谷地',
    { ...home('mountain', 3.1, { composition: 'valley' }), within: { mountain: { composition: 'valley' } } },
    'setting',
  ),
  subject(
    'meadow',
    'meadow, flower field, field of flower, wildflower, flower meadow, grassland, mountain meadow',
    '花海、花田、草甸、草地、野花、草原',
    {
      ...home('mountain', 2.3, { composition: 'valley', features: ['flowers'] }),
      within: { mountain: { composition: 'valley', features: ['flowers'] }, coast: { composition: 'cliffs', features: ['flowers'] } },
    },
  ),
  subject(
    'forest',
    'forest, wood, woods, woodland, jungle, rainforest, grove, taiga, pine forest, wilderness, enchanted forest, 🌲, 🌳',
    '森林、树林、林、丛林、雨林、林地、松林、密林、林间、针叶林、林海、原始森林',
    { ...home('forest', 2, { features: ['trees'] }), within: among('lake mountain cabin islands swamp snow', { features: ['trees'] }) },
    'setting',
  ),
  subject(
    'clearing',
    'clearing, glade, forest clearing, forest path, forest floor',
    '林间空地、空地',
    { ...home('forest', 2, { composition: 'clearing' }), within: { forest: { composition: 'clearing' } } },
    'setting',
  ),
  subject('stream', 'stream, creek, brook, forest stream, rivulet', '小溪、溪流、溪水、溪、流水、小桥流水', {
    ...home('forest', 2.4, { composition: 'stream' }),
    within: { forest: { composition: 'stream' } },
  }),
  subject(
    'cabin',
    'cabin, hut, log cabin, cottage, chalet, lodge, house, home, shelter, shack, farmhouse, wooden house, 🏠, 🏡',
    '小屋、木屋、木房子、茅屋、农舍、屋子、房子、房屋、山间小屋、林间小屋、小木屋',
    {
      ...home('cabin', 7, { composition: 'clearing' }),
      seen: { cabin: '' },
      within: { farm: {}, snow: { composition: 'slope' }, swamp: { composition: 'hut' } },
    },
  ),
  subject(
    'dirt road',
    'dirt road, dusty road, country road, gravel road, dusty track, country lane, farm road',
    '土路、乡间小路、乡间土路、乡村小路',
    {
      ...home('farm', 1.9, { composition: 'windmill' }),
      within: { farm: { composition: 'windmill' }, mountain: { composition: 'pass' } },
    },
    'setting',
  ),
  subject('village', 'village, hamlet, mountain village, settlement', '村庄、村子、村落、小村、山村、小村庄、村、村里、村口', {
    ...home('cabin', 7.2, { composition: 'village' }),
    within: { cabin: { composition: 'village' }, islands: { composition: 'hamlet' } },
  }),
  subject('snowbound village', 'winter village, snow village, church in the snow', '雪村', {
    ...home('cabin', 6.6, { composition: 'village', weather: 'snow' }),
    within: { cabin: { composition: 'village', weather: 'snow' } },
  }),
  subject('snowbound cabin', 'snow cabin', '雪屋', {
    ...home('cabin', 7.1, { composition: 'clearing', weather: 'snow' }),
    within: { cabin: { composition: 'clearing', weather: 'snow' } },
  }),
  subject(
    'desert',
    'desert, sahara, sand, sandy, wasteland, arid, barren land, 🏜',
    '沙漠、荒漠、戈壁、大漠、撒哈拉、沙、沙地、黄沙、荒原',
    { ...home('desert', 4), within: { coast: { composition: 'beach' } } },
    'setting',
  ),
  subject('oasis', 'oasis, desert oasis, tent, bedouin, palm oasis', '绿洲、沙漠绿洲、帐篷', {
    ...home('desert', 4.2, { composition: 'oasis' }),
    within: { desert: { composition: 'oasis' } },
  }),
  subject(
    'savanna',
    'savanna, savannah, serengeti, african plain, acacia, acacia tree',
    '稀树草原、热带草原、非洲草原、塞伦盖蒂、金合欢、金合欢树',
    {
      ...home('desert', 4.3, { composition: 'savanna' }),
      within: { desert: { composition: 'savanna' } },
    },
  ),
  subject('dune', 'dune, sand dune, great dune, sea of sand', '沙丘、大沙丘、沙海', {
    ...home('desert', 4.1, { composition: 'dunes' }),
    within: { desert: { composition: 'dunes' }, coast: { composition: 'beach' } },
  }),
  subject('caravan', 'caravan, camel caravan, camel train, desert caravan', '商队、驼队、骆驼队、骆驼商队', {
    ...home('desert', 4.15, { composition: 'dunes' }),
    within: { desert: { composition: 'dunes' } },
  }),
  subject(
    'red rock',
    'canyon, red rock, red rock canyon, red rock arch, natural arch, rock arch, rock arches, sandstone arch, mesa, butte, badlands, monument valley, wild west, cactus desert',
    '红岩、红岩峡谷、大峡谷、丹霞、岩拱、天然石拱、天生桥、平顶山、孤峰、西部荒野',
    {
      ...home('desert', 3.6, { composition: 'arches' }),
      within: { desert: { composition: 'arches' }, islands: { composition: 'arch' } },
    },
  ),
  subject(
    'great tree',
    'giant tree, great tree, world tree, tree of life, ancient tree, yggdrasil',
    '巨树、世界树、生命之树、参天大树、古树',
    {
      ...home('islands', 4, { composition: 'tree' }),
      within: { islands: { composition: 'tree' } },
    },
  ),
  subject('beach', 'beach, sandy beach, tropical beach, seashore, lagoon, tropical island, 🏖, 🏝', '海滩、沙滩、热带海滩、海岛', {
    ...home('coast', 4.5, { composition: 'beach' }),
    within: { coast: { composition: 'beach' } },
  }),
  subject('cliff', 'cliff, sea cliff, headland, bluff, cape, rocky coast', '悬崖、峭壁、崖、断崖、海崖、岬角', {
    ...home('coast', 3.1, { composition: 'cliffs' }),
    within: { coast: { composition: 'cliffs' }, mountain: {} },
  }),
  subject(
    'coast',
    'coast, coastline, shore, seaside, reef, cove, bay, coastal',
    '海岸、海边、礁石、海岸线、岸边、沿海、海湾',
    { ...home('coast', 3), within: { city: { composition: 'waterfront' }, lake: {} } },
    'setting',
  ),
  subject(
    'sea',
    'sea, water, surf, tide',
    '海、大海、水、海水、海面、水面',
    { ...home('coast', 2), within: { city: { composition: 'waterfront' }, lake: {}, sea: {}, swamp: {} } },
    'setting',
  ),
  subject('lighthouse', 'lighthouse, light house, beacon, beacon tower', '灯塔、航标', {
    ...home('coast', 6, { composition: 'lighthouse' }),
    within: { coast: { composition: 'lighthouse' } },
  }),
  subject('pier', 'pier, jetty, dock, boardwalk, wharf, wooden pier', '码头、栈道、木码头', {
    ...home('lake', 2.6, { composition: 'pier' }),
    within: { lake: { composition: 'pier' }, city: { composition: 'waterfront' } },
  }),
  subject(
    'sky island',
    'sky island, floating island, floating sky island, flying island, floating land, island in the sky, islands in the sky, skyland, sky land, floating rock, floating mountain, floating',
    '浮空岛、空岛、天空岛、浮岛、悬浮岛、空中岛屿、飞岛、悬空岛、漂浮的岛、漂浮岛、漂浮、悬浮、浮空、空中的岛、空中的岛屿、漂浮的岛屿',
    { ...home('islands', 9) },
  ),
  subject(
    'sky village',
    'sky village, floating village, floating town, floating house, village in the sky, houses in the sky, town in the sky',
    '天空村庄、空中村庄、空中小镇、云上村庄、浮空村庄、浮空小镇、天空小镇',
    { ...home('islands', 9.1, { composition: 'hamlet' }), within: { islands: { composition: 'hamlet' } } },
  ),
  subject('island', 'island, isle, islet, archipelago', '岛、岛屿、小岛、群岛', {
    ...home('islands', 2.5),
    within: among('islands coast'),
  }),
  subject(
    'nature',
    'nature, natural, landscape, scenery, vista, wild, outdoors',
    '自然、大自然、风景、风光、景色、山水、野外、旷野',
    { ...home('lake', 1), within: among('lake mountain forest cabin desert coast islands sea space volcano swamp farm snow') },
    'setting',
  ),
]
