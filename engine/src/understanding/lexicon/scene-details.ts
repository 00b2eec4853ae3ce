import type { SceneFamily, SceneFeature } from '@daedal/protocol/generation/scene-plan'
import { inFamilies } from '../scene-shows.ts'
import { type Entry, type Role, type SceneSense, type SceneWish, scene } from './sense.ts'

const among = (families: string, wish: SceneWish): Partial<Record<SceneFamily, SceneWish>> =>
  Object.fromEntries(families.split(' ').map((family) => [family, wish]))

const NATURE = 'lake mountain forest cabin desert coast islands sea space volcano swamp farm snow'

const feature = (name: SceneFeature, role: Role, en: string, zh: string, rest: Partial<SceneSense> = {}, concept: string = name): Entry =>
  scene(concept, role, en, zh, { within: inFamilies(name), ...rest })

/** Things in a scene, how many of them, and how it is framed. */
export const sceneDetails: readonly Entry[] = [
  feature(
    'flying-cars',
    'subject',
    'flying car, flying vehicle, hovercar, hover car, aerocar, sky car, air car, flying taxi, air taxi, airborne car, hover vehicle, flying traffic, air traffic, hovering car, spaceship, spacecraft, aircraft, drone, airship, vehicle, car, traffic, 🛸, 🚗',
    '飞行汽车、飞车、飞行器、空中汽车、悬浮车、悬浮汽车、飞行车、会飞的汽车、飞行的汽车、空中交通、车流、汽车、车辆、车、飞船、飞艇、无人机、浮空车、空中飞车、交通',
    { leans: 'city' },
    'flying cars',
  ),
  scene(
    'towering',
    'detail',
    'towering, tall, high, soaring, lofty, sky high, giant, gigantic, huge, massive, enormous, colossal, immense, big, large, vertical',
    '高耸、高耸入云、巍峨、高大、巨大、庞大、林立、参天、挺拔、大、高、耸立、雄壮',
    { within: { ...among('city', { features: ['towers'] }), ...among(NATURE, {}) } },
  ),
  feature(
    'neon',
    'detail',
    'neon light, neon sign, neon lit, glowing sign, billboard, hologram, holographic, led, signage, advertisement, city light, light, glowing, illuminated, luminous, fluorescent',
    '霓虹灯、招牌、广告牌、全息、全息投影、灯光、灯火、荧光、发光、灯火通明、万家灯火、流光溢彩',
    { within: among('city', { features: ['neon'] }), leans: 'city' },
  ),
  // signs where there are streets; elsewhere the picture itself glows
  scene('neon', 'detail', 'neon', '霓虹', {
    within: {
      ...among('lake mountain forest cabin desert coast islands sea space volcano swamp farm snow town castle ruins interior market', {
        style: 'neon',
      }),
      city: { features: ['neon'] },
    },
  }),
  scene(
    'glowing mushrooms',
    'detail',
    'mushroom, glowing mushroom, toadstool, bioluminescent, firefly, fireflies, 🍄',
    '蘑菇、发光蘑菇、荧光蘑菇、萤火虫',
    {
      within: {
        forest: { composition: 'clearing', features: ['neon'] },
        swamp: { composition: 'mushrooms' },
      },
      soft: { time: 'bluehour' },
    },
  ),
  feature(
    'bridge',
    'subject',
    'bridge, skybridge, sky bridge, walkway, viaduct, overpass, catwalk, footbridge, rope bridge, stone bridge, 🌉',
    '桥、桥梁、天桥、空中走廊、高架桥、大桥、栈桥、高架、木桥、吊桥、小桥',
  ),
  feature(
    'people',
    'subject',
    'person, people, pedestrian, crowd, human, citizen, passer by, passerby, figure, walker, guest, patron, customer, bystander, 🚶, 👥',
    '人、人们、行人、人群、路人、市民、人影、人物、游客、客人、顾客',
  ),
  feature(
    'trees',
    'subject',
    'tree, pine, pine tree, maple, willow, fir, spruce, conifer, oak, birch, vegetation, greenery, foliage, shrub, bush, plant, 🎄',
    '树、树木、松树、大树、绿树、植被、绿植、灌木、草木、杉树、枞树、橡树、白桦、枫树、柳树、绿化、植物',
    { leans: 'forest' },
  ),
  feature('trees', 'subject', 'palm, palm tree, coconut palm, coconut tree, 🌴', '棕榈、棕榈树、椰子树、椰树', { leans: 'coast' }, 'palms'),
  feature(
    'birds',
    'subject',
    'bird, seagull, gull, flock, flock of birds, crow, raven, swallow, 🐦, 🕊',
    '鸟、飞鸟、鸟群、海鸥、乌鸦、燕子、鸟儿',
  ),
  feature(
    'clouds',
    'weather',
    'cloud, cloudy, overcast, sea of cloud, cloudscape, billowing cloud, heavy cloud, dark cloud, storm cloud, cumulus, ☁, ⛅',
    '云、云彩、云朵、白云、云海、多云、乌云、阴天、云层',
  ),
  feature(
    'stars',
    'detail',
    'star, galaxy, milky way, constellation, cosmos, nebula, ⭐, 🌟',
    '星、星星、银河、星河、星辰、群星、星云、宇宙',
    { soft: { time: 'night' } },
  ),
  feature('aurora', 'weather', 'aurora, aurora borealis, northern light, polar light', '极光、北极光', {
    soft: { time: 'night', weather: 'clear' },
    leans: 'snow',
  }),
  feature('lightning', 'weather', 'lightning, lightning bolt, thunderbolt, bolt, ⚡, 🌩', '闪电、雷电、电光、雷', {
    soft: { weather: 'storm' },
    leans: 'coast',
  }),
  feature('waterfall', 'subject', 'waterfall, cascade, cataract, fall of water', '瀑布、飞瀑', {
    home: { family: 'lake', rank: 3.3, wish: { composition: 'falls', features: ['waterfall'] } },
  }),
  feature(
    'autumn',
    'detail',
    'autumn, maple leaf, maple forest, autumnal, fall foliage, fall colours, fall colors, golden leaves, red leaves, october, november, 🍁, 🍂',
    '秋天、秋季、秋、秋色、红叶、枫叶、枫林、枫树林、金秋、落叶、深秋',
  ),
  feature(
    'blossom',
    'detail',
    'spring, springtime, cherry blossom, sakura, blossom, blossoming, blooming, cherry tree, 🌸',
    '春天、春季、春、春日、樱花、桃花、开花、花开、樱花树、樱树、桃树',
  ),
  feature(
    'flowers',
    'detail',
    'flower, flowery, poppy, lavender, daisy, tulip, rose, 🌼, 🌻, 🌷, 🌹',
    '花、花丛、花朵、鲜花、郁金香、玫瑰',
  ),
  scene('summer', 'detail', 'summer, summery', '夏天、夏季、夏日、夏', {
    within: among('lake mountain forest islands farm', {}),
    soft: { time: 'day', weather: 'clear' },
  }),
  scene('boat', 'subject', 'boat, rowing boat, rowboat, fishing boat, canoe, dinghy', '小船、船、渔船、木船、独木舟、小舟', {
    within: {
      lake: { composition: 'pier', features: ['boat'] },
      coast: { composition: 'beach', features: ['boat'] },
      swamp: { composition: 'deadwood', features: ['boat'] },
      sea: { composition: 'sail', features: ['boat'] },
      market: { composition: 'harbour', features: ['boat'] },
      town: { composition: 'canal', features: ['boat'] },
      castle: { composition: 'lake', features: ['boat'] },
      mountain: { composition: 'river', features: ['boat'] },
    },
    home: { family: 'coast', rank: 2.2, wish: { composition: 'beach', features: ['boat'] } },
  }),
  scene(
    'ship',
    'subject',
    'ship, sailing ship, sailboat, galleon, pirate ship, tall ship, schooner, frigate, sail, ⛵',
    '帆船、海盗船、大船、船只、航船、战船',
    {
      within: { coast: { composition: 'ship', features: ['boat'] }, snow: { composition: 'icefield', features: ['boat'] } },
      home: { family: 'sea', rank: 5.5, wish: { composition: 'sail', features: ['boat'] } },
    },
  ),
  scene('reflection', 'detail', 'reflection, reflected, mirror, mirrored, reflective', '倒影、反射、映照、倒映、镜面', {
    within: { lake: {}, city: {}, coast: {}, swamp: {}, snow: { composition: 'frozen' }, sea: { composition: 'icebergs' } },
  }),
  scene(
    'glass and steel',
    'material',
    'glass, steel, chrome, metal, metallic, concrete, window',
    '玻璃、钢铁、金属、混凝土、玻璃幕墙、钢、窗户',
    { within: among('city', {}) },
  ),
  scene('small', 'detail', 'small, little, tiny, humble', '小、小小、微小', { within: among('cabin coast islands lake farm swamp', {}) }),
  scene('wooden', 'material', 'wooden, timber, wood built, wood plank, 木制、木质、木头', '', {
    within: among('cabin lake forest coast farm swamp', {}),
  }),
  scene('rocky', 'material', 'rocky, stone, rock, boulder, stony, craggy, 岩石、石头、巨石、嶙峋', '', {
    within: among('lake mountain desert coast islands forest space volcano ruins', {}),
  }),
  scene(
    'ruined',
    'detail',
    'ruined, crumbling, destroyed, ancient, old, overgrown, weathered, forgotten, lost, post apocalyptic, apocalyptic',
    '破败、古老、远古、荒废、坍塌、残破、末日、失落、被遗忘',
    { within: among('desert', { features: ['ruins'] }) },
  ),
  scene(
    'dense',
    'count',
    'dense, crowded, busy, bustling, packed, teeming, thick, lush, sprawling, many, several, numerous, countless, multiple, hundred, thousand, dozen, full, filled',
    '密集、拥挤、繁忙、繁华、茂密、密密麻麻、许多、很多、众多、无数、热闹、熙熙攘攘、人来人往、车水马龙、成百上千、充满、布满、大量、多',
    { wish: { density: 'dense' } },
  ),
  scene(
    'sparse',
    'count',
    'sparse, scattered, few, a few, minimalist, minimal, minimalistic, simple',
    '稀疏、零星、稀少、极简、简约、少量、几个',
    {
      wish: { density: 'sparse' },
    },
  ),
]
