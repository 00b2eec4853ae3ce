import { home, subject } from './scene-subject.ts'
import { type Entry, scene } from './sense.ts'

/** Something in a room: `seen` names the compositions that show it. */
const part = (concept: string, en: string, zh: string, seen: string): Entry =>
  scene(concept, 'detail', en, zh, { seen: { interior: seen } })

const room = (concept: string, en: string, zh: string, rank: number, composition: string): Entry =>
  subject(concept, en, zh, home('interior', rank, { composition }))

/** Rooms seen from inside, and what is in them. */
export const sceneInterior: readonly Entry[] = [
  room(
    'library',
    'library, old library, grand library, ancient library, library hall, reading room, study, book room, bookshop, bookstore, archive',
    '图书馆、藏书室、书房、书店、阅览室、古老的图书馆、藏经阁',
    7,
    'library',
  ),
  room(
    'tavern',
    'tavern, inn, pub, alehouse, taproom, medieval tavern, tavern interior, old tavern',
    '酒馆、客栈、旅店、酒吧、小酒馆、旅馆',
    7,
    'tavern',
  ),
  room(
    'throne room',
    'throne room, throne hall, great hall, royal hall, banquet hall, audience hall, castle hall, castle interior, palace hall, hall',
    '王座厅、王座大厅、王座室、大殿、大厅、王宫大厅、宫殿大厅、宴会厅、城堡大厅',
    7.9,
    'throne',
  ),
  room(
    'bedroom',
    'bedroom, bed chamber, bedchamber, cosy bedroom, cozy bedroom, cosy room, cozy room, warm room, snug room, living room, cabin interior, cosy cabin interior, cozy cabin interior',
    '卧室、房间里、寝室、起居室、客厅、温馨的房间、温馨的卧室、小屋内部、温暖的房间',
    7,
    'bedroom',
  ),
  subject('room', 'room, chamber, cosy interior, cozy interior, room interior', '房间、屋内、温馨室内', home('interior', 6.6)),
  subject('fireplace', 'fireplace, hearth, open fire, log fire, fireside, crackling fire', '壁炉、炉火、火炉、炉边', {
    ...home('interior', 3),
    seen: { interior: 'tavern bedroom' },
  }),
  subject('castle of the hall', 'castle, palace', '城堡、宫殿、王宫', { within: { interior: { composition: 'throne' } } }),
  part('bookshelf', 'bookshelf, bookshelves, bookcase, shelf, book, books, tome', '书架、书柜、书籍、书本、书', 'library'),
  part('ladder', 'ladder', '梯子、木梯', 'library'),
  part('globe', 'globe', '地球仪', 'library'),
  part('desk lamp', 'desk lamp, reading lamp, green lamp', '台灯、阅读灯', 'library bedroom'),
  part('gallery', 'balcony, railing', '栏杆、阳台', 'library'),
  part('chandelier', 'chandelier', '吊灯、枝形吊灯、烛台', 'library tavern throne'),
  part('candle', 'candle, candlelight, candlelit, candle light', '蜡烛、烛光', 'library tavern throne bedroom'),
  part('carpet', 'carpet, rug, red carpet', '地毯、红毯', ''),
  part('throne', 'throne, royal', '王座、宝座、皇家', 'throne'),
  part('light shaft', 'sunbeam, light shaft, shaft of light, sun ray, light ray, ray of light', '光束、阳光照进、光柱', 'library throne'),
  part('beam', 'beam, wooden beam, timbered, wooden ceiling', '木梁、横梁', 'tavern bedroom library'),
  part('barrel', 'barrel, keg, cask', '木桶、酒桶', 'tavern'),
  part('bottle', 'bottle, mug, tankard, beer, ale', '酒瓶、酒杯、啤酒', 'tavern'),
  part('bar', 'bar, bar counter, counter', '吧台、柜台', 'tavern'),
  part('table', 'table', '桌子', 'tavern library'),
  part('chair', 'chair, bench, stool', '椅子、长凳、凳子', 'tavern library'),
  part('armchair', 'armchair, sofa chair', '扶手椅、沙发椅', 'bedroom library'),
  part('bed', 'bed, quilt, pillow, blanket', '床、被子、枕头', 'bedroom'),
  part('curtain', 'curtain', '窗帘', 'bedroom'),
  part('wooden floor', 'wooden floor, floorboard', '木地板', 'tavern library bedroom'),
  part('indoors', 'indoor, indoors, cosy, cozy, warm, homely, inside', '室内、温馨、温暖、舒适', ''),
]
