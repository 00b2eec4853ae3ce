import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { type Entry, type SceneWish, scene } from './sense.ts'

const among = (families: string, wish: SceneWish): Partial<Record<SceneFamily, SceneWish>> =>
  Object.fromEntries(families.split(' ').map((family) => [family, wish]))

const EVERYWHERE = 'city lake mountain forest cabin desert coast islands'
const NATURE = 'lake mountain forest cabin desert coast islands'

/** Things in a scene, how many of them, and how it is framed. */
export const sceneDetails: readonly Entry[] = [
  scene(
    'flying cars',
    'subject',
    'flying car, flying vehicle, hovercar, hover car, aerocar, sky car, air car, flying taxi, air taxi, airborne car, hover vehicle, flying traffic, air traffic, hovering car, spaceship, spacecraft, aircraft, drone, airship, vehicle, car, traffic, 🛸, 🚗',
    '飞行汽车、飞车、飞行器、空中汽车、悬浮车、悬浮汽车、飞行车、会飞的汽车、飞行的汽车、空中交通、车流、汽车、车辆、车、飞船、飞艇、无人机、浮空车、空中飞车、交通',
    { within: among('city', { features: ['flying-cars'] }), leans: 'city' },
  ),
  scene(
    'towering',
    'detail',
    'towering, tall, high, soaring, lofty, sky high, giant, gigantic, huge, massive, enormous, colossal, immense, big, large, vertical',
    '高耸、高耸入云、巍峨、高大、巨大、庞大、林立、参天、挺拔、大、高、耸立、雄壮',
    { within: { ...among('city', { features: ['towers'] }), ...among(NATURE, {}) } },
  ),
  scene(
    'neon',
    'detail',
    'neon, neon light, neon sign, neon lit, glowing sign, billboard, hologram, holographic, led, signage, advertisement, city light, light, glowing, illuminated, luminous, fluorescent',
    '霓虹、霓虹灯、招牌、广告牌、全息、全息投影、灯光、灯火、荧光、发光、灯火通明、万家灯火、流光溢彩',
    { within: among('city', { features: ['neon'] }), leans: 'city' },
  ),
  scene(
    'bridge',
    'subject',
    'bridge, skybridge, sky bridge, walkway, viaduct, overpass, catwalk, 🌉',
    '桥、桥梁、天桥、空中走廊、高架桥、大桥、栈桥、高架',
    { within: among('city', { features: ['bridge'] }) },
  ),
  scene(
    'people',
    'subject',
    'person, people, pedestrian, crowd, human, citizen, passer by, passerby, man, woman, figure, walker, traveller, traveler, hiker, 🚶, 👥',
    '人、人们、行人、人群、路人、市民、人影、旅人、人物、游客',
    { within: among('city', { features: ['people'] }) },
  ),
  scene(
    'trees',
    'subject',
    'tree, pine, pine tree, fir, spruce, conifer, oak, birch, palm, palm tree, vegetation, greenery, foliage, shrub, bush, 🌴, 🎄',
    '树、树木、松树、大树、绿树、植被、绿植、棕榈、棕榈树、灌木、草木、杉树、枞树、橡树、白桦、绿化',
    { within: among('lake mountain forest cabin islands', { features: ['trees'] }) },
  ),
  scene(
    'birds',
    'subject',
    'bird, seagull, gull, flock, flock of birds, eagle, hawk, crow, raven, swallow, 🐦, 🦅, 🕊',
    '鸟、飞鸟、鸟群、海鸥、鹰、雄鹰、乌鸦、燕子、鸟儿',
    { within: among(EVERYWHERE, { features: ['birds'] }) },
  ),
  scene(
    'clouds',
    'weather',
    'cloud, cloudy, overcast, sea of cloud, cloudscape, billowing cloud, cumulus, ☁, ⛅',
    '云、云彩、云朵、白云、云海、多云、乌云、阴天、云层',
    { within: among(EVERYWHERE, { features: ['clouds'] }) },
  ),
  scene(
    'stars',
    'detail',
    'star, galaxy, milky way, constellation, cosmos, nebula, ⭐, 🌟',
    '星、星星、银河、星河、星辰、群星、星云、宇宙',
    { within: among(EVERYWHERE, { features: ['stars'] }), soft: { time: 'night' } },
  ),
  scene('aurora', 'detail', 'aurora, aurora borealis, northern light, polar light', '极光、北极光', {
    within: among(EVERYWHERE, { features: ['aurora'] }),
    soft: { time: 'night' },
  }),
  scene('lightning', 'weather', 'lightning, lightning bolt, thunderbolt, bolt, ⚡, 🌩', '闪电、雷电、电光、雷', {
    within: among(EVERYWHERE, { features: ['lightning'] }),
    soft: { weather: 'storm' },
  }),
  scene('waterfall', 'subject', 'waterfall, cascade, cataract', '瀑布、飞瀑', {
    within: among('islands mountain forest', { features: ['waterfall'] }),
  }),
  scene('reflection', 'detail', 'reflection, reflected, mirror, mirrored, reflective', '倒影、反射、映照、倒映、镜面', {
    within: { lake: {}, city: { composition: 'waterfront' }, coast: {} },
  }),
  scene(
    'glass and steel',
    'material',
    'glass, steel, chrome, metal, metallic, concrete, window',
    '玻璃、钢铁、金属、混凝土、玻璃幕墙、钢、窗户',
    { within: among('city', {}) },
  ),
  scene(
    'ruined',
    'detail',
    'ruined, crumbling, destroyed, ancient, old, overgrown, weathered, forgotten, lost, post apocalyptic, apocalyptic',
    '破败、古老、远古、荒废、坍塌、残破、末日、失落、被遗忘',
    { within: among('desert forest mountain islands', { features: ['ruins'] }) },
  ),
  scene(
    'dense',
    'count',
    'dense, crowded, busy, bustling, packed, teeming, thick, lush, sprawling, many, several, numerous, countless, multiple, hundred, thousand, dozen, full, filled',
    '密集、拥挤、繁忙、繁华、茂密、密密麻麻、许多、很多、众多、无数、热闹、熙熙攘攘、成百上千、充满、布满、大量、多',
    { wish: { density: 'dense' } },
  ),
  scene(
    'sparse',
    'count',
    'sparse, scattered, few, a few, minimalist, minimal, minimalistic, simple',
    '稀疏、零星、稀少、极简、简约、少量、几个',
    { wish: { density: 'sparse' } },
  ),
]
