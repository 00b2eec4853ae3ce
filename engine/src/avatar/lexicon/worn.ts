import type { AvatarClothes, AvatarFeature, AvatarHeadwear } from '@daedal/protocol/generation/avatar-plan'
import { type AvatarWord, word } from './avatar-sense.ts'

const clothes = (clothes: AvatarClothes, en: string, zh: string): AvatarWord =>
  word('detail', clothes, en, zh, {
    wish: { clothes },
    slot: 'clothesColour',
    // people who wear nothing else wear a plain shirt
    ...(clothes !== 't-shirt' && { without: { clothes: 'none' } }),
  })
const headwear = (headwear: AvatarHeadwear, en: string, zh: string): AvatarWord =>
  word('detail', headwear, en, zh, { wish: { headwear }, slot: 'headwearColour', without: { headwear: 'none' } })
const feature = (feature: AvatarFeature, en: string, zh: string): AvatarWord =>
  word('detail', feature, en, zh, { wish: { features: [feature] } })

export const wornWords: readonly AvatarWord[] = [
  clothes('t-shirt', 't-shirt, t shirt, tshirt, tee, shirt, top', 'T恤、短袖、衬衫、上衣、衣服'),
  clothes('stripes', 'striped shirt, stripes, striped, breton', '条纹衫、条纹、海魂衫'),
  clothes('sweater', 'sweater, jumper, pullover, cardigan, turtleneck, knitwear', '毛衣、针织衫、高领毛衣'),
  clothes('hoodie', 'hoodie, sweatshirt', '连帽衫、卫衣、帽衫'),
  clothes('scarf', 'scarf, shawl, muffler, 🧣', '围巾、披肩'),
  clothes('suit', 'suit, tuxedo, tie, necktie, blazer, 👔', '西装、西服、领带、礼服'),
  clothes(
    'jacket',
    'jacket, leather jacket, leather coat, raincoat, overcoat, trench coat, trenchcoat, winter coat, parka, anorak, windbreaker',
    '夹克、皮夹克、皮衣、外套、雨衣、大衣、风衣',
  ),
  clothes('overalls', 'overalls, dungarees, apron', '背带裤、工装裤、围裙'),
  clothes('dress', 'dress, gown, frock, 👗', '连衣裙、裙子、长裙'),
  clothes('robe', 'robe, cloak, cape, cassock, toga', '长袍、斗篷、法袍、袍子、披风'),
  clothes('hanfu', 'hanfu, qipao, cheongsam', '汉服、旗袍、唐装、古装'),
  clothes('kimono', 'kimono, yukata', '和服、浴衣'),
  clothes('sari', 'sari, saree', '纱丽'),
  clothes('armour', 'armour, armor, armoured, plate armour, plate armor', '盔甲、铠甲'),
  clothes('spacesuit', 'spacesuit, space suit', '宇航服、太空服、航天服'),
  headwear('headscarf', 'headscarf, hijab, head scarf, veil, head covering, 🧕', '头巾、希贾布、面纱、盖头'),
  headwear('turban', 'turban, dastar, pagri, 👳', '缠头巾、缠头、头巾帽'),
  headwear('kippah', 'kippah, yarmulke, skullcap', '小圆帽、基帕'),
  headwear('bandana', 'bandana, headband, kerchief', '印花头巾、头带、发带'),
  headwear('beanie', 'beanie, knit cap, woolly hat, knitted hat, bobble hat', '毛线帽、针织帽、冷帽'),
  headwear('cap', 'cap, baseball cap, hat, 🧢', '棒球帽、鸭舌帽、帽子'),
  headwear('beret', 'beret', '贝雷帽'),
  headwear('straw-hat', 'straw hat, sun hat, sunhat, 👒', '草帽、遮阳帽'),
  headwear('cowboy-hat', 'cowboy hat, stetson, fedora', '牛仔帽、毡帽'),
  headwear('top-hat', 'top hat, tophat, bowler hat, bowler, 🎩', '礼帽、高帽、大礼帽'),
  headwear('wizard-hat', 'wizard hat, witch hat, pointed hat, pointy hat, wizards hat', '巫师帽、尖帽、魔法帽'),
  headwear('chef-hat', 'chef hat, chefs hat, toque', '厨师帽'),
  headwear('crown', 'crown, headdress, 👑', '王冠、皇冠'),
  headwear('tiara', 'tiara, diadem', '头冠、凤冠'),
  headwear('helmet', 'helmet, helm', '头盔'),
  headwear('flowers', 'flower crown, flowers in hair, flower, floral crown, wreath, garland, flowers, 🌸', '花环、花冠、花、鲜花'),
  headwear('horns', 'horns, horned, horn', '角、犄角'),
  headwear('halo', 'halo', '光环'),
  feature('glasses', 'glasses, spectacles, eyeglasses, goggles, 👓, 🤓', '眼镜、戴眼镜'),
  feature('sunglasses', 'sunglasses, shades, sunnies, 🕶, 😎', '墨镜、太阳镜'),
  feature('monocle', 'monocle, 🧐', '单片眼镜、单片镜'),
  feature('eyepatch', 'eyepatch, eye patch', '眼罩'),
  feature('freckles', 'freckles, freckled, freckle', '雀斑'),
  feature('vitiligo', 'vitiligo', '白癜风、白斑'),
  feature('scar', 'scar, scarred', '伤疤、疤痕、刀疤、疤'),
  feature('beauty-mark', 'beauty mark, mole, beauty spot', '美人痣、痣'),
  feature('bindi', 'bindi, tilak', '眉心红点、宾迪、吉祥痣'),
  feature('face-paint', 'face paint, war paint, facepaint, warpaint, tattoo', '面部彩绘、战纹、脸部彩绘'),
  feature('lipstick', 'lipstick, makeup, make up, red lips, 💄', '口红、化妆、妆容、红唇'),
  feature('earrings', 'earrings, earring, ear rings', '耳环、耳坠、耳饰'),
  feature('nose-ring', 'nose ring, septum ring, piercing, nose piercing', '鼻环、鼻钉'),
  feature('necklace', 'necklace, pendant, amulet, chain', '项链、吊坠、护身符'),
  feature('headphones', 'headphones, headset, earphones, 🎧', '头戴耳机、耳机'),
  feature('hearing-aid', 'hearing aid, cochlear implant, deaf, hard of hearing, 🦻, 🧏', '助听器、人工耳蜗、听障、失聪'),
  feature('wheelchair', 'wheelchair, in a wheelchair, wheelchair user, disabled, paraplegic, 👨‍🦽, 👩‍🦽, 🦽, ♿', '轮椅、坐轮椅、残疾'),
  feature(
    'prosthetic-arm',
    'prosthetic arm, prosthesis, prosthetic, bionic arm, robot arm, artificial arm, robotic arm, amputee, prosthetic hand, 🦾',
    '义肢、假肢、机械臂、仿生手、机械手',
  ),
  feature('waving', 'waving, wave, waving hand, hello, greeting, hand, 👋', '挥手、招手、打招呼'),
]
