import type { AvatarBackdrop, AvatarStyle } from '@daedal/protocol/generation/avatar-plan'
import { type AvatarWord, word } from './avatar-sense.ts'

const style = (style: AvatarStyle, en: string, zh: string): AvatarWord => word('style', style, en, zh, { wish: { style } })
const backdrop = (backdrop: AvatarBackdrop, en: string, zh: string): AvatarWord => word('setting', backdrop, en, zh, { wish: { backdrop } })

/** Words that say outright that a portrait is wanted. */
export const PORTRAIT_WORDS =
  'portrait, avatar, headshot, head shot, profile picture, pfp, selfie, bust, mugshot, 肖像、头像、人像、自画像、半身像、肖像画'

export const mannerWords: readonly AvatarWord[] = [
  word('detail', 'portrait', PORTRAIT_WORDS, '', {}),
  style(
    'toy',
    'toy, vinyl, vinyl toy, clay, plastic, figurine, 3d render, 3d, cartoon, pixar, cgi',
    '玩具、公仔、黏土、手办、三维、卡通、动画',
  ),
  style(
    'print',
    'print, woodcut, linocut, engraving, ink, comic, etching, line art, screen print, manga',
    '版画、木刻、墨水、漫画、线描、水墨',
  ),
  style(
    'gouache',
    'gouache, painting, painted, painterly, watercolour, watercolor, oil painting, brushstroke',
    '水粉、绘画、油画、水彩、手绘',
  ),
  style('pixel', 'pixel, pixel art, pixel style, pixelated, 8 bit, 8bit, 16 bit, retro game', '像素、像素风、像素画、像素艺术'),
  backdrop(
    'night',
    'night, at night, midnight, moonlight, starry, starlight, dark background, black background',
    '夜、夜晚、星空、月光、黑色背景',
  ),
  backdrop('amber', 'sunset, golden hour, orange background', '日落、黄昏、橙色背景'),
  backdrop('sky', 'sky, blue sky, blue background', '天空、蓝天、蓝色背景'),
  backdrop('lagoon', 'sea, ocean, lagoon, teal background', '海、大海、海洋、青色背景'),
  backdrop('meadow', 'meadow, green background', '草地、草原、绿色背景'),
  backdrop('sand', 'desert, sand, beach, yellow background', '沙漠、沙滩、黄色背景'),
  backdrop('rose', 'pink background, red background', '粉色背景、红色背景'),
  backdrop('violet', 'purple background', '紫色背景'),
  backdrop('paper', 'paper, white background, plain background', '白色背景、纯色背景'),
]
