import { itemStyleWords } from '../../item/lexicon/adjectives.ts'
import type { Entry } from './sense.ts'

const further: Readonly<Record<string, string>> = {
  photo:
    'photography, photo realistic, photorealism, hyperrealistic, realism, 3d render, cgi, octane render, unreal engine, hdr, lifelike, detailed, highly detailed, ultra detailed, 摄影、真实、超写实、实拍、细节丰富、三维',
  painterly:
    'oil paint, impressionist, impressionism, brushstroke, brush stroke, acrylic, fresco, canvas, concept art, digital painting, matte painting, monet, van gogh, 印象派、厚涂、笔触、丙烯、原画',
  ink: 'ink wash, ink drawing, ink painting, pen and ink, line art, lineart, linework, pencil, pencil sketch, etching, cross hatching, crosshatching, charcoal, graphic novel, manga, sumi e, 水墨、水墨画、国画、线稿、铅笔、钢笔画、炭笔、速写、版画',
  pixel: '8bit, 16bit, pixels, pixel style, retro game, sprite art, 像素艺术、像素风格、复古游戏',
  'low-poly': 'low polygon, polygon art, faceted style, geometric style, 低面、多边形风格、几何风格',
  neon: 'neon outline, neon outlines, neon art, neon glow style, retrowave, outrun, vaporwave, 霓虹轮廓、合成波、蒸汽波',
  storybook:
    'story book, picture book page, children s book, childrens book, fairy tale illustration, coloured pencil, colored pencil, colour pencil, crayon, beatrix potter, 彩铅、彩色铅笔、蜡笔、儿童插画、童话插画、绘本风格',
}

/** Ways of drawing; they mean the same in scenes and items. */
export const styleEntries: readonly Entry[] = itemStyleWords.flatMap(({ en, zh, concept }) => {
  const words = [...en, ...zh, ...(further[concept] ?? '').split(/[,、]\s*/)]
  return [
    { words, sense: { domain: 'scene', role: 'style', concept, wish: { style: concept } } },
    { words, sense: { domain: 'item', role: 'style', concept, wish: { style: concept } } },
  ] satisfies Entry[]
})
