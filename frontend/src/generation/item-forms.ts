import type { ItemKind } from '@daedal/protocol/generation/item-plan'

/** Named forms of each item, the plainest first, with their names: `form english/chinese`. The engine's own list is beside their drawings. */
const FORMS: Readonly<Record<ItemKind, string>> = {
  sword: 'straight straight/直刃, broad broad/阔刃, leaf leaf-shaped/叶形刃, wavy wavy/波刃, sabre sabre/弯刀, rapier rapier/刺剑',
  dagger:
    'straight straight/直刃, curved curved/弯刃, wavy wavy/波刃, stiletto stiletto/锥形匕首, leaf leaf-shaped/叶形刃, kukri kukri/廓尔喀刀',
  axe: 'single single-bladed/单刃, double double-bladed/双刃, bearded bearded/胡须斧, hatchet hatchet/手斧, spiked spiked/尖刺斧',
  hammer: 'war war hammer/战锤, maul maul/大锤, beaked beaked/鸦喙锤, claw claw hammer/羊角锤, mallet mallet/木槌, spiked spiked/刺锤',
  spear:
    'leaf leaf-shaped head/叶形矛头, trident three-pronged/三叉矛头, winged winged/翼矛, partisan partisan/阔刃戟, halberd halberd/斧戟, glaive glaive/偃月刀, harpoon harpoon/鱼叉',
  staff: 'claw claw/爪托, crook crook/弯头, sceptre sceptre/权杖',
  bow: 'recurve recurve/反曲弓, long longbow/长弓, horse horseman’s bow/骑弓, elven elven/精灵弓, compound compound bow/复合弓',
  shield:
    'heater heater/骑士盾, round round/圆盾, kite kite/鸢形盾, tower tower/塔盾, oval oval/椭圆盾, tilting tilting/比武盾, crescent crescent/月牙盾',
  helmet:
    'horned horned/带角, crested crested/带冠羽, visored with a visor/带面甲, great great helm/桶盔, kettle kettle hat/宽檐盔, corinthian Corinthian/科林斯盔, conical with mail/锁甲尖盔, kabuto kabuto/武士兜',
  potion: 'round round flask/圆瓶, conical conical flask/锥形瓶, straight straight bottle/直筒瓶, heart heart-shaped/心形',
  crystal: 'cluster cluster/晶簇, spire spire/晶柱, fan fan/扇形',
  ring: 'milled milled/滚花, plain plain/光面, signet signet/印戒, band wedding band/婚戒',
  amulet: 'knobbed knobbed/珠饰, plain plain/素面',
  crown:
    'pearled pearled/珍珠冠, fleury with lilies/百合冠, band band/头箍, arched arched/拱顶冠, spiked spiked/尖刺冠, laurel laurel wreath/桂冠, tiara tiara/发冠',
  coin: 'star with a star/星纹, ring with a ring/环纹, cross with a cross/十字纹',
  book: 'emblem with an emblem/带徽记, plain plain/素面, locked with a lock/带锁, bound bound with metal/铁箍, open open/打开, stack stack/一摞书',
  scroll: 'written written/文书, map map/地图',
  key: 'trefoil trefoil/三叶形, rings rings/环形',
  lantern:
    'six six posts/六柱, four four-sided/四面, storm storm lantern/马灯, pierced pierced/镂空, paper paper/纸灯笼, stone of stone/石灯笼',
  candle: 'tall tall/高烛, stub stub/残烛, stick in a candlestick/烛台, candelabrum candelabrum/枝形烛台, cluster several candles/一组蜡烛',
  compass: 'rose compass rose/罗盘玫瑰, watch pocket watch/怀表',
  hourglass: 'half half run/流过一半, late nearly run out/将尽',
  chest:
    'domed domed/拱盖, flat flat/平盖, open open/打开, iron strongbox/铁箱, casket jewel casket/珠宝盒, trunk travelling trunk/旅行箱, crate crate/板条箱',
  goblet:
    'chalice chalice/圣杯, tulip tulip-shaped/郁金香形, coupe shallow coupe/浅碟杯, beaker beaker/直身杯, thistle thistle-shaped/蓟花形, covered with a lid/带盖',
  vase: 'melon melon-shaped/瓜棱瓶, amphora amphora/双耳瓶, bottle bottle/长颈瓶',
  boots: 'tall tall/长筒, ankle ankle-high/短筒',
  lute: 'lute lute/鲁特琴',
  drum: 'side side drum/小军鼓, deep deep/深鼓',
  mushroom:
    'domed domed/圆顶, pointed pointed/尖顶, flat flat/平顶, bell bell-shaped/钟形, bolete bolete/牛肝菌, chanterelle chanterelle/鸡油菌, morel morel/羊肚菌',
  flower:
    'rose rose/玫瑰, daisy daisy/雏菊, tulip tulip/郁金香, sunflower sunflower/向日葵, lily lily/百合, lotus lotus/莲花, poppy poppy/虞美人',
  apple: 'apple apple/苹果, pear pear/梨',
  loaf: 'batard long loaf/长面包, round round loaf/圆面包',
  cheese: 'wedge wedge/楔形, half half wheel/半轮',
  armillary: 'six six rings/六环, four four rings/四环',
  crossbow: 'hunting hunting/猎弩, repeating repeating/连弩',
  katana: 'drawn drawn/出鞘, rack on a rack/架上',
  mace: 'flanged flanged/翼棱, star morning star/晨星, flail flail/链枷',
  scythe: 'reaper scythe/长柄镰, sickle sickle/短镰',
  trident: 'sea of the sea/海神戟, pitchfork pitchfork/草叉',
  shuriken: 'star star/星形, hooked hooked/钩形, square square/方形',
  pistol: 'flintlock flintlock/燧发枪, blunderbuss blunderbuss/喇叭枪',
  cannon: 'ship ship’s cannon/舰炮, field field gun/野战炮',
  breastplate: 'knight knight’s/骑士甲, muscle muscled/肌肉甲, laced laced/系带甲',
  gauntlet: 'plate plated/板甲, claw clawed/带爪, bracer bracer/护腕',
  cloak: 'hooded hooded/连帽, royal royal/王袍, robe robe/长袍',
  mask: 'masquerade masquerade/假面舞会, plague plague doctor/瘟疫医生, oni oni/鬼面',
  backpack: 'pack pack/行囊, satchel satchel/挎包',
  quiver: 'round round/圆筒, flat flat/扁筒',
  wand: 'wood wooden/木杖, crystal crystal-tipped/水晶头, star star-tipped/星形头',
  orb: 'claw on a claw/爪座, pedestal on a pedestal/底座, pillow on a pillow/软垫',
  pickaxe: 'miner miner’s/矿镐, mattock mattock/鹤嘴锄, ice ice axe/冰镐',
  shovel: 'spade spade/铁锹, square square/方锹, trowel trowel/小铲',
  saw: 'hand hand saw/手锯, bow bow saw/弓锯, crosscut crosscut saw/双人锯',
  wrench: 'spanner spanner/开口扳手, adjustable adjustable/活动扳手, pipe pipe wrench/管钳',
  gear: 'wheel one wheel/单齿轮, train several wheels/齿轮组',
  anvil: 'london with one horn/单角砧, double with two horns/双角砧',
  telescope: 'spyglass spyglass/单筒望远镜, tripod on a tripod/三脚架',
  magnifier: 'turned turned handle/木柄, cast cast handle/铸柄',
  rope: 'coil coil/绳圈, grapple grappling hook/抓钩',
  bell: 'hand hand bell/手铃, tower tower bell/钟楼钟, jingle jingle bell/铃铛',
  horn: 'war war horn/战号, post post horn/邮号',
  violin: 'varnished varnished/清漆, electric electric/电小提琴',
  guitar:
    'acoustic acoustic/木吉他, electric electric/电吉他, archtop archtop/爵士吉他, resonator resonator/共鸣器吉他, ukulele ukulele/尤克里里, bass bass/贝斯',
  harp: 'frame frame harp/竖琴, lyre lyre/里拉琴',
  flute: 'concert concert flute/长笛, recorder recorder/竖笛, pan pan pipes/排箫',
  gramophone: 'horn with a horn/喇叭式, portable portable/便携式',
  chair: 'ladderback ladderback/梯背椅, armchair armchair/扶手椅, stool stool/凳子, cushioned with a cushion/带坐垫',
  table: 'farm farm table/农家桌, pedestal pedestal table/独脚桌, trestle trestle table/支架桌',
  throne: 'royal royal/王座, stone stone/石座',
  bed: 'cottage cottage bed/农舍床, canopy canopy bed/华盖床',
  clock: 'alarm alarm clock/闹钟, longcase longcase clock/落地钟',
  mirror: 'hand hand mirror/手镜, standing standing mirror/立镜',
  barrel: 'cask cask/大桶, keg keg/小桶',
  lamp: 'desk desk lamp/台灯, table table lamp/桌灯',
  cake: 'layer layer cake/夹层蛋糕, birthday birthday cake/生日蛋糕, cupcake cupcake/纸杯蛋糕, slice slice/切片蛋糕, wedding wedding cake/婚礼蛋糕, bundt ring cake/环形蛋糕, roll Swiss roll/瑞士卷',
  pie: 'lattice lattice/格纹派, slice slice/一角派, raised raised pie/高壁派',
  fish: 'trout trout/鳟鱼, reef reef fish/礁鱼, bones bones/鱼骨, served on a dish/盘中鱼',
  meat: 'steak steak/牛排, ham ham/火腿, drumstick drumstick/鸡腿',
  wine: 'claret claret bottle/波尔多瓶, burgundy burgundy bottle/勃艮第瓶, champagne champagne/香槟',
  teapot: 'porcelain porcelain/瓷壶, iron iron/铁壶',
  cup: 'tea teacup/茶杯, mug mug/马克杯',
  pumpkin: 'field whole/完整, carved carved/雕刻',
  carrot: 'single one/一根, bunch bunch/一束',
  cherries: 'pair pair/一对, bowl in a bowl/一碗',
  banana: 'hand bunch/一串, peeled peeled/剥开',
  egg: 'dragon dragon’s egg/龙蛋, nest in a nest/巢中, jewelled jewelled/镶宝石',
  cat: 'sitting sitting/坐着, curled curled up/蜷着, lucky lucky cat/招财猫',
  dog: 'sitting sitting/坐着, standing standing/站着, lying lying/趴着',
  rabbit: 'crouching crouching/蹲着, lop lop-eared/垂耳, upright upright/直立',
  owl: 'horned horned owl/角鸮, barn barn owl/仓鸮, snowy snowy owl/雪鸮',
  turtle: 'tortoise tortoise/陆龟, sea sea turtle/海龟',
  dragon: 'whelp whelp/幼龙, hoard on its hoard/守宝',
  robodog: 'toy toy/玩具, scout scout/侦察',
  fishbowl: 'bowl bowl/圆缸, tank tank/方缸',
  car: 'vintage vintage/老爷车, sports sports car/跑车, truck truck/卡车',
  ship: 'galleon galleon/盖伦船, longship longship/长船, sloop sloop/单桅船',
  rocket: 'comic of comics/漫画火箭, launcher launcher/运载火箭',
  train: 'steam steam engine/蒸汽机车, express express/特快机车',
  bicycle: 'town town bicycle/城市自行车, penny penny-farthing/大小轮自行车',
  balloon: 'balloon hot-air balloon/热气球, airship airship/飞艇',
  skull: 'human human/人头骨, horned horned/带角',
  cactus: 'saguaro saguaro/柱形, globe globe/球形, pads prickly pear/掌形',
  umbrella: 'open open/撑开, rolled rolled/收拢, parasol parasol/阳伞',
  trophy: 'cup cup/奖杯, star star/星形',
  die: 'six six-sided/六面, twenty twenty-sided/二十面',
  feather: 'plume plume/羽饰, peacock peacock/孔雀羽, quill quill/羽毛笔',
  camera: 'film film camera/胶片相机, bellows bellows camera/皮腔相机',
}

/** The named forms of an item and what they are called. */
export const formsOf = (item: ItemKind): ReadonlyMap<string, { en: string; zh: string }> =>
  new Map(
    FORMS[item].split(', ').map((line) => {
      const space = line.indexOf(' ')
      const form = line.slice(0, space)
      const [en = form, zh = form] = line.slice(space + 1).split('/')
      return [form, { en, zh }]
    }),
  )
