import type { AvatarExpression, AvatarHair } from '@daedal/protocol/generation/avatar-plan'
import { type AvatarWord, word } from './avatar-sense.ts'

/** Hair of those who are said to have no such hair, where it is not short. */
const UNLIKE: Partial<Record<AvatarHair, AvatarHair>> = {
  crop: 'long',
  buzz: 'long',
  bald: 'crop',
  braids: 'long',
  cornrows: 'long',
  ponytail: 'long',
  bun: 'long',
  'space-buns': 'long',
  fringe: 'long',
}

const hair = (hair: AvatarHair, en: string, zh: string): AvatarWord =>
  word('detail', hair, en, zh, { wish: { hair }, slot: 'hairColour', without: { hair: UNLIKE[hair] ?? 'crop' } })
const mood = (expression: AvatarExpression, en: string, zh: string): AvatarWord =>
  word('mood', expression, en, zh, { wish: { expression }, without: { expression: 'calm' } })

const hairs: readonly AvatarWord[] = [
  word('detail', 'hair', 'hair, hairstyle, haircut, curls, locks', '头发、发型、发色、发', {
    slot: 'hairColour',
    without: { hair: 'bald' },
  }),
  hair('bald', 'bald, bald head, baldhead, hairless', '光头、秃头、秃顶'),
  hair('buzz', 'buzz cut, buzzcut, shaved head, crew cut, shaved', '寸头、平头'),
  hair('crop', 'short hair, cropped hair, pixie cut', '短发、短头发'),
  hair('side-part', 'parted hair, side part, side parting, combed', '侧分、分头、偏分'),
  hair('quiff', 'quiff, pompadour', '飞机头、蓬巴杜'),
  hair('slick', 'slick hair, slicked, slicked back, slicked back hair', '背头、油头'),
  hair('spiky', 'spiky, spiky hair, spikes, anime hair', '刺猬头、刺头'),
  hair('mohawk', 'mohawk, iroquois', '莫霍克、莫西干'),
  hair('curly', 'curly, curly hair, frizzy, ringlets', '卷发、卷毛、鬈发、卷'),
  hair('afro', 'afro', '爆炸头、非洲爆炸头'),
  hair('locs', 'locs, dreadlocks, dreads', '脏辫、脏辫发型'),
  hair('cornrows', 'cornrows, box braids', '地垄沟、玉米辫'),
  hair('bob', 'bob, bob cut', '波波头、学生头'),
  hair('fringe', 'fringe, bangs', '刘海、齐刘海'),
  hair('long', 'long hair, long haired, flowing hair, straight hair', '长发、长头发、直发'),
  hair('wavy', 'wavy, wavy hair, waves', '波浪发、大波浪、波浪'),
  hair('bun', 'bun, topknot, top knot, chignon', '发髻、丸子头、盘发'),
  hair('space-buns', 'space buns, two buns, double buns', '双丸子头、双丸子'),
  hair('ponytail', 'ponytail, pony tail', '马尾、马尾辫'),
  hair('braids', 'braid, plait, pigtail', '辫子、麻花辫、双马尾'),
  hair('undercut', 'undercut, fade', '铲青、渐变短发'),
  word('detail', 'beard', 'beard, bearded, full beard, facial hair, 🧔', '胡子、胡须、络腮胡、大胡子', {
    wish: { beard: 'full' },
    slot: 'hairColour',
    without: { beard: 'none' },
  }),
  word('detail', 'long beard', 'long beard', '长胡子、长须', { wish: { beard: 'long' }, slot: 'hairColour', without: { beard: 'none' } }),
  word('detail', 'stubble', 'stubble, unshaven', '胡茬、胡渣', { wish: { beard: 'stubble' }, without: { beard: 'none' } }),
  word('detail', 'goatee', 'goatee', '山羊胡', { wish: { beard: 'goatee' }, slot: 'hairColour', without: { beard: 'none' } }),
  word('detail', 'moustache', 'moustache, mustache, moustached', '小胡子、八字胡、髭', {
    wish: { beard: 'moustache' },
    slot: 'hairColour',
    without: { beard: 'none' },
  }),
  word('detail', 'clean-shaven', 'clean shaven, beardless, clean shaved', '无须、没胡子', { wish: { beard: 'none' } }),
  word('detail', 'long', 'long', '长', {
    of: { hair: { hair: 'long' }, beard: { beard: 'long' }, nose: { nose: 'long' }, face: { head: 'long' } },
  }),
  word('detail', 'short', 'short', '短', { of: { hair: { hair: 'crop' }, nose: { nose: 'small' }, beard: { beard: 'full' } } }),
]

const shapes: readonly AvatarWord[] = [
  word('detail', 'face', 'face, head', '脸、脸型、面孔、头', {}),
  word('detail', 'skin', 'skin, complexion, skinned, fur, coat, feather, scale, shell', '皮肤、肤色、皮、毛、毛色、羽毛', { slot: 'skin' }),
  word('detail', 'eyes', 'eye, iris, gaze', '眼睛、眼、双眼、眼眸、瞳', { slot: 'eyes' }),
  // the screens of robots shine by themselves
  word('detail', 'glowing', 'glowing, luminous, shining, lit', '发光、闪光', { of: { eyes: { being: 'robot' } } }),
  word('detail', 'nose', 'nose', '鼻子、鼻', {}),
  word('detail', 'mouth', 'mouth, lips, lip', '嘴、嘴巴、嘴唇', {}),
  word('detail', 'round', 'round, oval, chubby, plump', '圆、圆脸、胖', { of: { face: { head: 'round' } }, soft: { head: 'round' } }),
  word('detail', 'square', 'square, angular, strong, chiselled, rugged, muscular', '方、方脸、强壮、硬朗', {
    of: { face: { head: 'square' } },
    soft: { head: 'square' },
  }),
  word('detail', 'heart-shaped', 'heart shaped, delicate, v shaped', '瓜子脸、心形脸、尖脸', { wish: { head: 'heart' } }),
  word('detail', 'heavy', 'heavy, fat, stout, burly, heavyset, double chin', '肥胖、魁梧、壮、国字脸', { wish: { head: 'heavy' } }),
  word('detail', 'thin', 'thin, slim, slender, gaunt, lean, narrow', '瘦、消瘦、瘦长、长脸', {
    of: { mouth: { mouth: 'thin' } },
    soft: { head: 'long' },
  }),
  word('detail', 'big', 'big, large, huge', '大', { of: { nose: { nose: 'long' }, mouth: { mouth: 'wide' } } }),
  word('detail', 'wide', 'wide, broad, flat', '宽', { of: { nose: { nose: 'broad' }, mouth: { mouth: 'wide' } } }),
  word('detail', 'full', 'full, plump', '厚', { of: { mouth: { mouth: 'full' }, beard: { beard: 'full' } } }),
  word('detail', 'aquiline', 'aquiline, hooked, roman, hook nose', '鹰钩鼻、鹰钩', { wish: { nose: 'aquiline' } }),
  word('detail', 'button nose', 'button nose, snub nose, upturned nose', '翘鼻', { wish: { nose: 'button' } }),
]

const moods: readonly AvatarWord[] = [
  mood(
    'happy',
    'happy, smile, smiling, smiley, friendly, kind, cheerful, joyful, content, warm, pleased, cute, 😊, 🙂',
    '微笑、笑、开心、快乐、高兴、友好、和善、可爱、慈祥',
  ),
  mood('laughing', 'laugh, laughing, grin, grinning, excited, delighted, ecstatic, 😂, 😄', '大笑、欢笑、兴奋、哈哈大笑'),
  mood('sad', 'sad, crying, unhappy, melancholy, gloomy, lonely, worried, 😢, 😭', '悲伤、难过、伤心、哭泣、忧郁、忧伤、担忧'),
  mood('angry', 'angry, furious, fierce, grumpy, mad, scowling, evil, 😠, 😡', '愤怒、生气、凶猛、凶恶、邪恶、暴躁'),
  mood('surprised', 'surprised, shocked, astonished, amazed, scared, 😮, 😱', '惊讶、吃惊、震惊、害怕'),
  mood('sly', 'sly, smug, cunning, mischievous, smirk, smirking, cheeky, clever, 😏', '狡黠、狡猾、调皮、得意、坏笑'),
  mood('sleepy', 'sleepy, tired, drowsy, bored, dreamy, 😴', '困、困倦、疲倦、疲惫、慵懒'),
  mood(
    'determined',
    'determined, serious, stern, confident, brave, bold, focused, heroic, proud, cool',
    '坚定、严肃、自信、勇敢、英勇、专注、骄傲、酷',
  ),
  mood('wink', 'wink, winking, 😉', '眨眼、挤眼'),
  mood('calm', 'calm, neutral, peaceful, relaxed, gentle, quiet, serene', '平静、冷静、温柔、安静、沉稳'),
]

export const faceWords: readonly AvatarWord[] = [...hairs, ...shapes, ...moods]
