import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { home, subject } from './scene-subject.ts'
import { type Entry, type SceneWish, scene } from './sense.ts'

const RUINS: SceneWish = { features: ['ruins'] }

/** A word that asks for one composition of ruins, where ruins are drawn. */
const part = (concept: string, en: string, zh: string, seen: Partial<Record<SceneFamily, string>>): Entry =>
  scene(concept, 'detail', en, zh, { seen })

/** What is left of great buildings. In deserts and on floating islands they stand there. */
export const sceneRuins: readonly Entry[] = [
  subject(
    'ruins',
    'ruin, ruins, lost city, ancient city, ruined city, remains, relic, monolith, ancient ruins, abandoned city, old ruins, old temple',
    '遗迹、废墟、古城、失落之城、残垣、断壁、遗址、古迹、断壁残垣、古代遗迹',
    { ...home('ruins', 3.5, RUINS), within: { desert: { composition: 'ruins', ...RUINS }, ruins: RUINS } },
  ),
  subject(
    'temple',
    'temple, ancient temple, ruined temple, lost temple, overgrown temple, shrine, sanctuary, pavilion',
    '神庙、寺庙、庙宇、神殿、古庙、古神庙',
    {
      ...home('ruins', 3.4, RUINS),
      within: { desert: { composition: 'ruins', ...RUINS }, islands: { composition: 'temple' } },
      seen: { ruins: 'temple jungle' },
    },
  ),
  subject('dome', 'dome', '圆顶', { within: { islands: { composition: 'temple' } } }),
  subject(
    'Greek temple',
    'greek temple, roman temple, parthenon, acropolis, greek ruin, roman ruin, greek ruins, roman ruins',
    '希腊神庙、罗马神庙、帕特农神庙、卫城、希腊遗迹、罗马遗迹',
    { ...home('ruins', 3.7, { composition: 'temple' }) },
  ),
  subject('column', 'column, pillar, colonnade, broken column, ancient column', '石柱、柱子、柱廊、断柱、古柱', {
    ...home('ruins', 3.2),
    within: { desert: RUINS },
    seen: { ruins: 'temple abbey', interior: 'throne' },
  }),
  subject('arch', 'archway, arch, stone arch', '拱门、石拱、拱', {
    ...home('ruins', 3.1),
    within: { desert: RUINS, islands: { composition: 'arch' } },
    seen: { ruins: 'abbey aqueduct' },
  }),
  subject(
    'abbey',
    'abbey, priory, cloister, nave, ruined abbey, ruined church, ruined cathedral, roofless church, church ruin, abbey ruin, cathedral ruin',
    '修道院、修道院废墟、修道院遗址、教堂废墟、教堂遗址、大教堂废墟、残破的教堂',
    { ...home('ruins', 5.6, { composition: 'abbey' }) },
  ),
  subject(
    'jungle ruins',
    'step pyramid, stepped pyramid, ziggurat, mayan, maya, aztec, inca, khmer, angkor, mayan temple, aztec temple, jungle temple, jungle ruins, temple in the jungle, mayan pyramid',
    '阶梯金字塔、玛雅、阿兹特克、吴哥、吴哥窟、玛雅神庙、丛林神庙、丛林遗迹、玛雅金字塔',
    { ...home('ruins', 3.6, { composition: 'jungle' }) },
  ),
  subject('jungle round ruins', 'jungle, rainforest', '丛林、雨林、热带雨林', {
    within: { ruins: { composition: 'jungle' } },
  }),
  subject(
    'aqueduct',
    'aqueduct, roman aqueduct, broken aqueduct, ruined aqueduct, ruined bridge',
    '水道桥、高架水渠、古罗马水道、渡槽、古水道',
    {
      ...home('ruins', 5.7, { composition: 'aqueduct' }),
    },
  ),
  subject(
    'colossus',
    'colossus, colossal statue, giant statue, stone giant, fallen statue, broken statue, stone head, giant head, stone face, statue head, ozymandias',
    '巨像、巨石像、石像、巨人石像、石头巨像、倒塌的雕像、巨大的雕像、石雕头像',
    { ...home('ruins', 3.8, { composition: 'colossus' }), within: { ruins: { composition: 'colossus' } } },
  ),
  part(
    'ruined',
    'ruined, crumbling, destroyed, ancient, overgrown, weathered, forgotten, lost, abandoned',
    '破败、古老、远古、荒废、残破、失落、被遗忘',
    { ruins: '' },
  ),
  part('Greek', 'greek, hellenic, classical, antique, antiquity', '希腊、古希腊、古典', { ruins: 'temple' }),
  part('Roman', 'roman, rome, ancient rome', '罗马、古罗马', { ruins: 'temple aqueduct' }),
  part('Gothic', 'gothic, tracery, rose window', '哥特、哥特式、玫瑰窗', { ruins: 'abbey' }),
  part('marble', 'marble', '大理石', { ruins: 'temple' }),
  part('stone face', 'carved face, stone faces', '石脸', { ruins: 'jungle colossus' }),
  part('wildflower', 'wildflower, wild flower, meadow', '野花、草地', { ruins: 'temple abbey aqueduct colossus' }),
  part('stone hand', 'stone hand', '石手', { ruins: 'colossus' }),
]
