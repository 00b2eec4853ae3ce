import { inFamilies } from '../scene-shows.ts'
import { among, home, subject } from './scene-subject.ts'
import type { Entry } from './sense.ts'

/** Old towns, castles and markets. Words that other families know too ask here for what these can show of them. */
export const sceneBuilt: readonly Entry[] = [
  subject(
    'old town',
    'town, old town, small town, medieval town, townscape, half timbered house, timber framed house, cobblestone, cobbled street, cobblestone street, medieval street, old street',
    '城镇、小镇、古镇、老城、老镇、老街、古街、石板路、中世纪小镇、中世纪城镇',
    { ...home('town', 7.5) },
  ),
  subject('lane of a town', 'street, alley, alleyway', '街道、街', {
    within: { town: { composition: 'lane' }, market: { composition: 'street' } },
  }),
  subject('lane', 'lane, narrow lane, narrow street, cobbled lane, back lane', '小巷、巷子、巷', {
    ...home('town', 5.5, { composition: 'lane' }),
    within: { market: { composition: 'street' } },
  }),
  subject('square', 'square, town square, plaza, piazza, town hall, market square', '广场、市政厅、镇广场', {
    ...home('town', 6.6, { composition: 'square' }),
  }),
  subject('canal', 'canal, water town, venice, gondola, stone bridge', '运河、水乡、威尼斯、石桥', {
    ...home('town', 6.7, { composition: 'canal' }),
  }),
  subject(
    'riverside town',
    'river, riverside, riverbank, riverfront, riverside town, town by a river, town on a river, town across a river',
    '河、河流、江、河边、河畔、江边、江畔、河边小镇、河畔小镇、江边小镇',
    { within: { town: { composition: 'riverside' } } },
  ),
  subject('roofs', 'roof, tiled roof, rooftop', '屋顶、瓦片屋顶、屋瓦', {
    ...home('town', 4, { composition: 'roofs' }),
  }),
  subject(
    'castle',
    'castle, fortress, citadel, stronghold, chateau, palace, fairy tale castle, fairytale castle, 🏰',
    '城堡、要塞、堡垒、古堡、宫殿、童话城堡',
    { ...home('castle', 7.6) },
  ),
  subject('castle gate', 'drawbridge, moat, castle gate, gatehouse', '吊桥、护城河、城门', {
    ...home('castle', 7.1, { composition: 'gate' }),
  }),
  subject('courtyard', 'courtyard, castle courtyard, castle yard', '庭院、城堡庭院、院子、院子里、院落', {
    ...home('castle', 7.1, { composition: 'courtyard' }),
  }),
  subject('castle by water', 'lake, lakeside, lakeshore', '湖、湖泊、湖边、湖畔', { within: { castle: { composition: 'lake' } } }),
  subject(
    'castle by the sea',
    'sea, seaside, ocean, coast, coastline, cliff, sea cliff, shore, seashore, surf, headland, bay, beach, wave, waves, tide',
    '海、大海、海边、海岸、海滨、悬崖、海浪、海水、岬角、海湾',
    { within: { castle: { composition: 'sea' } } },
  ),
  subject('castle over clouds', 'above the clouds, sea of clouds', '云海之上、云端、云上', {
    within: { castle: { composition: 'clouds' } },
  }),
  subject('castle among clouds', 'in the clouds, among the clouds, amid the clouds', '云中、云里、云间', {
    within: { ...inFamilies('clouds'), castle: { composition: 'clouds' } },
  }),
  subject('castle on a hill', 'hill, hilltop, mountain, mountainside', '山、山丘、高山、山顶', {
    within: { castle: { composition: 'hill' } },
  }),
  subject(
    'market',
    'market, marketplace, street market, market street, market stall, stall, farmers market',
    '集市、市场、市集、菜市场、摊位、街市、庙会',
    { ...home('market', 7.7) },
  ),
  subject('night market', 'night market, lantern market, lantern festival', '夜市、灯会、灯市', {
    ...home('market', 7.8, { composition: 'night', time: 'night' }),
  }),
  subject('fish market', 'fish market, harbour market, harbor market', '鱼市、渔市、港口集市', {
    ...home('market', 7.8, { composition: 'harbour' }),
  }),
  subject('market by the sea', 'harbour, harbor, port, quay', '港口、港湾、海港', {
    ...home('market', 3, { composition: 'harbour' }),
    within: { market: { composition: 'harbour' } },
  }),
  subject(
    'village by the sea',
    'fishing village, seaside village, coastal village, village by the sea, village on the coast, fishing town, seaside town, coastal town, town by the sea, harbour town, port town',
    '渔村、海边村庄、海边的村庄、海边小镇、海边的小镇、海滨小镇、港口小镇',
    { ...home('market', 7.2, { composition: 'harbour' }), within: { market: { composition: 'harbour' } } },
  ),
  subject('bazaar', 'bazaar, souk, covered market', '巴扎、室内集市', { ...home('market', 7.8, { composition: 'bazaar' }) }),
  subject('medieval', 'medieval, middle ages', '中世纪', { within: among('town castle market'), leans: 'castle' }, 'setting'),
]
