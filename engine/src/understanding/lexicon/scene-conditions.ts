import { type Entry, scene } from './sense.ts'

/** Time of day and weather. */
export const sceneConditions: readonly Entry[] = [
  scene(
    'day',
    'time',
    'day, daytime, daylight, noon, midday, afternoon, high noon, in the sun, bright day, broad daylight',
    '白天、白昼、日间、正午、中午、午后、下午、大白天',
    { wish: { time: 'day' } },
  ),
  scene(
    'sunny',
    'weather',
    'sunny, sunlit, sunshine, sunlight, sun, sunny day, bright sun, 🌞, ☀',
    '晴朗、阳光、阳光明媚、晴天、艳阳、烈日、日光、太阳、明媚',
    { wish: { weather: 'clear' }, soft: { time: 'day' } },
  ),
  scene(
    'sunrise',
    'time',
    'sunrise, dawn, daybreak, morning, early morning, first light, break of day, morning light, rising sun, crack of dawn, pink sky, 🌅, 🌄',
    '日出、黎明、清晨、早晨、拂晓、破晓、晨光、晨曦、早上、曙光、朝阳、旭日、朝霞',
    { wish: { time: 'sunrise' } },
  ),
  scene(
    'dusk',
    'time',
    'dusk, sunset, sundown, evening, golden hour, setting sun, late afternoon, eventide, orange sky, red sky, fiery sky, golden light, evening light, 🌇, 🌆',
    '黄昏、日落、夕阳、傍晚、晚霞、落日、暮色、薄暮、日暮、余晖、黄金时刻、霞光',
    { wish: { time: 'dusk' } },
  ),
  scene(
    'blue hour',
    'time',
    'blue hour, twilight, nightfall, gloaming, after sunset, before dawn',
    '蓝调时刻、蓝色时刻、暮光、入夜、蓝调',
    { wish: { time: 'bluehour' } },
  ),
  scene(
    'night',
    'time',
    'night, nighttime, night time, midnight, nocturnal, night sky, moonlit, moonlight, moonlit night, night scene, nightscape, dead of night, 🌃, 🌙',
    '夜、夜晚、夜间、晚上、深夜、午夜、夜色、夜景、夜空、月夜、月光、月色、黑夜、夜里、子夜',
    { wish: { time: 'night' } },
  ),
  scene(
    'starry night',
    'time',
    'starry night, starry, starlit, starlight, under the stars, 🌌',
    '星夜、繁星、星空、满天星、星光、星空下、满天繁星',
    { wish: { time: 'night', features: ['stars'] } },
  ),
  scene('dark', 'mood', 'dark, darkness, shadowy, dim', '黑暗、昏暗、幽暗、暗黑', { soft: { time: 'night' } }),
  scene('bright', 'mood', 'bright, light filled, radiant, vivid, brilliant', '明亮、光明、灿烂', {
    soft: { time: 'day', weather: 'clear' },
  }),
  scene('clear', 'weather', 'clear, clear sky, blue sky, fair weather, good weather', '晴、晴空、蓝天、万里无云、天气晴朗、碧空', {
    wish: { weather: 'clear' },
  }),
  scene('cloudless', 'weather', 'cloudless, cloudless sky', '无云', { wish: { weather: 'clear', without: ['clouds'] } }),
  scene(
    'rain',
    'weather',
    'rain, rainy, raining, rainfall, drizzle, drizzly, downpour, shower, wet, puddle, rain soaked, in the rain, monsoon, 🌧, ☔',
    '雨、下雨、雨天、细雨、大雨、暴雨、雨夜、雨中、小雨、阴雨、湿漉漉、积水、水洼、烟雨',
    { wish: { weather: 'rain' } },
  ),
  scene(
    'snow',
    'weather',
    'snow, snowy, winter, wintry, winter wonderland, frost, frosty, frozen, ice, icy, arctic, polar, glacial, cold, christmas, ❄, ☃',
    '雪、雪天、冬天、冬季、寒冬、冬日、积雪、白雪、雪地、冰雪、冰、冰封、寒冷、霜、雪原、严寒',
    { wish: { weather: 'snow' }, leans: 'snow', nativeTo: 'snow' },
  ),
  scene(
    'snowfall',
    'weather',
    'snowing, snowfall, falling snow, snowflake, snowstorm, snow storm, blizzard, whiteout, 🌨',
    '下雪、飘雪、大雪、暴雪、暴风雪、雪花、风雪、飞雪',
    { wish: { weather: 'snow' }, leans: 'snow' },
  ),
  scene(
    'fog',
    'weather',
    'fog, foggy, mist, misty, haze, hazy, smog, low cloud, 🌫',
    '雾、大雾、薄雾、晨雾、迷雾、雾气、浓雾、雾霾、云雾、朦胧、雾中',
    { wish: { weather: 'fog' } },
  ),
  scene(
    'storm',
    'weather',
    'storm, stormy, thunderstorm, thunder, tempest, hurricane, typhoon, gale, squall, wild weather, windstorm, rainstorm, ⛈',
    '风暴、暴风雨、暴风、雷雨、雷暴、台风、飓风、狂风、打雷、雷声、雷鸣、狂风暴雨、惊涛骇浪',
    { wish: { weather: 'storm' }, leans: 'coast' },
  ),
]

/** Moods lean towards a time, a weather or a density. */
export const sceneMoods: readonly Entry[] = [
  scene('violent', 'mood', 'violent, raging, furious, fierce, howling', '猛烈、狂暴、汹涌', { soft: { weather: 'storm' } }),
  scene(
    'peaceful',
    'mood',
    'peaceful, calm, serene, quiet, tranquil, still, silent, gentle, idyllic, relaxing, harmonious, soothing',
    '宁静、平静、安静、祥和、静谧、恬静、安详、寂静、悠闲、和平、安宁',
    { soft: { weather: 'clear', density: 'sparse' } },
  ),
  scene(
    'gloomy',
    'mood',
    'gloomy, moody, ominous, grim, foreboding, bleak, dreary, sombre, somber, melancholic, melancholy, sad, scary, creepy, eerie, spooky, haunting',
    '阴沉、阴郁、阴森、忧郁、不祥、凄凉、恐怖、诡异、忧伤、悲伤、压迫感',
    { soft: { weather: 'fog', time: 'bluehour' } },
  ),
  scene(
    'mysterious',
    'mood',
    'mysterious, mystical, mystic, ethereal, dreamy, dreamlike, surreal, otherworldly, magical, magic, enchanted, fantasy, fantastic, fairytale, fairy tale',
    '神秘、梦幻、空灵、奇幻、幻想、魔幻、仙境、魔法、超现实、童话、如梦',
    { soft: { weather: 'fog', time: 'sunrise' } },
  ),
  scene(
    'dramatic',
    'mood',
    'dramatic, epic, majestic, grand, spectacular, awe inspiring, breathtaking, cinematic, stunning, sublime, magnificent, glorious',
    '壮观、宏伟、史诗、雄伟、壮丽、震撼、宏大、磅礴、电影感、气势恢宏、恢弘',
    { soft: { time: 'dusk' } },
  ),
  scene(
    'beautiful',
    'mood',
    'beautiful, pretty, lovely, gorgeous, picturesque, scenic, charming, wonderful, amazing, nice',
    '美丽、漂亮、优美、绝美、唯美、迷人、好看、如画、美',
    { soft: { time: 'dusk', weather: 'clear' } },
  ),
  scene('cosy', 'mood', 'cosy, cozy, homely, snug, inviting, warm, storybook', '温馨、舒适、温暖、惬意、暖', {
    soft: { time: 'bluehour' },
  }),
  scene('romantic', 'mood', 'romantic, nostalgic, wistful', '浪漫、怀旧', { soft: { time: 'dusk' } }),
  scene(
    'lonely',
    'mood',
    'lonely, lone, solitary, desolate, empty, deserted, abandoned, isolated, remote, forsaken, secluded, uninhabited',
    '孤独、孤寂、荒凉、空旷、寂寞、孤零零、偏远、无人、被遗弃、荒芜',
    { soft: { density: 'sparse' } },
  ),
  scene('hopeful', 'mood', 'hopeful, cheerful, joyful, happy, uplifting, optimistic, fresh', '希望、欢快、快乐、愉快、充满希望、清新', {
    soft: { time: 'sunrise', weather: 'clear' },
  }),
]
