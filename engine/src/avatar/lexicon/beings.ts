import type { AvatarBeing } from '@daedal/protocol/generation/avatar-plan'
import { type AvatarWord, word } from './avatar-sense.ts'

const being = (being: AvatarBeing, en: string, zh: string): AvatarWord => word('subject', being, en, zh, { wish: { being }, slot: 'skin' })

/** Those who are drawn with a head of their own. */
const creatures: readonly AvatarWord[] = [
  being('elf', 'elf, elven, elvish, 🧝', '精灵、精灵族'),
  being('orc', 'orc, ogre, goblin, troll, 👹', '兽人、食人魔、哥布林、地精'),
  being('vampire', 'vampire, dracula, 🧛', '吸血鬼'),
  being('zombie', 'zombie, undead, 🧟', '僵尸、丧尸'),
  being('robot', 'robot, android, cyborg, droid, automaton, mech, 🤖', '机器人、仿生人、机械人'),
  being('alien', 'alien, extraterrestrial, martian, 👽', '外星人、火星人'),
  being('ghost', 'ghost, spirit, phantom, spectre, specter, 👻', '幽灵、鬼、鬼魂'),
  being('dragon', 'dragon, drake, wyvern, 🐉, 🐲', '龙、巨龙、飞龙'),
  being('unicorn', 'unicorn, 🦄', '独角兽'),
  being('cat', 'cat, kitten, kitty, feline, tabby, 🐱, 🐈, 😺', '猫、小猫、猫咪'),
  being('dog', 'dog, puppy, pup, hound, corgi, beagle, labrador, retriever, 🐶, 🐕', '狗、小狗、狗狗、犬、柯基'),
  being('fox', 'fox, vixen, kitsune, 🦊', '狐狸、狐、小狐狸'),
  being('wolf', 'wolf, werewolf, husky, 🐺', '狼、狼人、哈士奇'),
  being('bear', 'bear, grizzly, teddy bear, teddy, 🐻', '熊、小熊、棕熊、泰迪熊'),
  being('polar-bear', 'polar bear', '北极熊、白熊'),
  being('panda', 'panda, 🐼', '熊猫、大熊猫'),
  being('rabbit', 'rabbit, bunny, hare, 🐰, 🐇', '兔子、兔、小兔子、小白兔'),
  being('mouse', 'mouse, rat, hamster, 🐭, 🐹', '老鼠、鼠、仓鼠'),
  being('koala', 'koala, 🐨', '考拉、树袋熊'),
  being('lion', 'lion, lioness, 🦁', '狮子、狮'),
  being('tiger', 'tiger, tigress, 🐯, 🐅', '老虎、虎'),
  being('pig', 'pig, piglet, hog, 🐷', '猪、小猪'),
  being('cow', 'cow, bull, ox, calf, 🐮, 🐄', '牛、奶牛、公牛'),
  being('sheep', 'sheep, lamb, ram, 🐑', '羊、绵羊、小羊'),
  being('goat', 'goat, 🐐', '山羊'),
  being('deer', 'deer, stag, doe, fawn, reindeer, moose, elk, 🦌', '鹿、小鹿、驯鹿、麋鹿'),
  being('horse', 'horse, pony, stallion, mare, foal, 🐴', '马、小马、骏马'),
  being('monkey', 'monkey, ape, chimp, chimpanzee, gorilla, 🐵, 🐒', '猴子、猴、猩猩、大猩猩'),
  being('raccoon', 'raccoon, racoon, red panda, badger, 🦝', '浣熊、小熊猫、獾'),
  being('otter', 'otter, beaver, seal, 🦦', '水獭、海獭、河狸、海豹'),
  being('hedgehog', 'hedgehog, porcupine, 🦔', '刺猬、豪猪'),
  being('elephant', 'elephant, mammoth, 🐘', '大象、象、猛犸'),
  being('frog', 'frog, toad, 🐸', '青蛙、蛙、蟾蜍'),
  being('turtle', 'turtle, tortoise, 🐢', '乌龟、海龟、龟'),
  being('octopus', 'octopus, squid, kraken, 🐙', '章鱼、乌贼、鱿鱼'),
  being('owl', 'owl, 🦉', '猫头鹰'),
  being('penguin', 'penguin, 🐧', '企鹅'),
  being('chick', 'chick, chicken, hen, canary, 🐤, 🐥, 🐔', '小鸡、鸡、母鸡'),
  being('duck', 'duck, duckling, goose, swan, 🦆', '鸭子、鸭、小鸭、鹅、天鹅'),
  being('eagle', 'eagle, hawk, falcon, 🦅', '老鹰、鹰、雄鹰、猎鹰'),
  being('parrot', 'parrot, macaw, cockatoo, 🦜', '鹦鹉'),
]

/** People by age and presentation. */
const people: readonly AvatarWord[] = [
  word('subject', 'person', 'person, human, individual, adult, someone, 🧑', '人、人类、成年人', {
    soft: { being: 'person' },
    slot: 'skin',
  }),
  word(
    'subject',
    'woman',
    'woman, lady, female, mother, mum, mom, aunt, wife, sister, madam, 👩',
    '女人、女子、美女、女性、女士、妇女、妈妈、母亲、姐姐、阿姨',
    {
      wish: { presentation: 'feminine' },
      slot: 'skin',
    },
  ),
  word(
    'subject',
    'man',
    'man, male, guy, father, dad, uncle, husband, brother, sir, fellow, 👨',
    '男人、男子、帅哥、男性、男士、先生、爸爸、父亲、哥哥、叔叔',
    {
      wish: { presentation: 'masculine' },
      slot: 'skin',
    },
  ),
  word('subject', 'girl', 'girl, daughter, schoolgirl, 👧', '女孩、女孩子、小女孩、女儿、姑娘、女童', {
    wish: { presentation: 'feminine' },
    soft: { age: 'child' },
    slot: 'skin',
  }),
  word('subject', 'young woman', 'young woman, young lady, young girl, maiden', '少女、年轻女子、年轻女人', {
    wish: { presentation: 'feminine', age: 'young' },
    slot: 'skin',
  }),
  word('subject', 'boy', 'boy, son, schoolboy, 👦', '男孩、男孩子、小男孩、儿子、男童', {
    wish: { presentation: 'masculine' },
    soft: { age: 'child' },
    slot: 'skin',
  }),
  word('subject', 'young man', 'young man, lad', '少年、小伙子、年轻男子', {
    wish: { presentation: 'masculine', age: 'young' },
    slot: 'skin',
  }),
  word('subject', 'child', 'child, kid, toddler, baby, infant, 👶, 🧒', '孩子、小孩、儿童、婴儿、宝宝', {
    wish: { age: 'child' },
    slot: 'skin',
  }),
  word('subject', 'grandmother', 'grandmother, grandma, granny, nana, old lady, old woman, 👵', '奶奶、外婆、祖母、老奶奶、老太太、姥姥', {
    wish: { presentation: 'feminine', age: 'old' },
    slot: 'skin',
  }),
  word('subject', 'grandfather', 'grandfather, grandpa, granddad, old man, 👴', '爷爷、外公、祖父、老爷爷、老头、老人', {
    wish: { presentation: 'masculine', age: 'old' },
    slot: 'skin',
  }),
  word('detail', 'androgynous', 'androgynous, nonbinary, non binary, genderless, genderfluid', '中性、非二元', {
    wish: { presentation: 'androgynous' },
  }),
  word('detail', 'feminine', 'feminine', '女', { wish: { presentation: 'feminine' } }),
  word('detail', 'masculine', 'masculine, macho', '男', { wish: { presentation: 'masculine' } }),
  word('detail', 'old', 'old, elderly, aged, ancient, senior, wise', '老、年老、年迈、老年、苍老', { wish: { age: 'old' } }),
  word('detail', 'middle-aged', 'middle aged, middle age, mature', '中年', { wish: { age: 'middle' } }),
  word('detail', 'young', 'young, youthful, teen, teenage, teenager', '年轻、青年、少', { wish: { age: 'young' } }),
  word('detail', 'years', 'year old, years old', '', {}),
  word('detail', 'little', 'little, small, tiny', '小、年幼', { wish: { age: 'child' } }),
]

export const beingWords: readonly AvatarWord[] = [...creatures, ...people]
