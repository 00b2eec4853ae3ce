import { type CharacterCard, PersonaCardError, parseCharacterCard } from './character-card.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A picture that cannot carry or does not carry a card. `PERSONA_PICTURE_NOT_PNG`, `PERSONA_PICTURE_DAMAGED`, `PERSONA_CARD_ABSENT`. */
export class PersonaPictureError extends Error {
  override readonly name = 'PersonaPictureError'
  readonly code: 'PERSONA_PICTURE_NOT_PNG' | 'PERSONA_PICTURE_DAMAGED' | 'PERSONA_CARD_ABSENT'

  constructor(code: PersonaPictureError['code'], message: string) {
    super(message)
    this.code = code
  }
}

type Chunk = { readonly type: string; readonly data: Uint8Array }

/**
 * The picture with the card in it: tEXt chunks `ccv3` (version 3) and `chara` (version 2, for older applications), both base64 of JSON.
 * Cards that were in it are replaced; pixels and other chunks stay as they are.
 */
export function embedCard(png: Uint8Array, card: CharacterCard): Uint8Array {
  const chunks = chunksOf(png).filter((chunk) => !isCardChunk(chunk))
  const end = chunks.findIndex(({ type }) => type === 'IEND')
  const legacy = { spec: 'chara_card_v2', spec_version: '2.0', data: card.data }
  const cards = [textChunk('chara', JSON.stringify(legacy)), textChunk('ccv3', JSON.stringify(card))]
  return written([...chunks.slice(0, end), ...cards, ...chunks.slice(end)])
}

/** The card in a picture, `ccv3` before `chara`. Throws {@link PersonaPictureError}, or PersonaCardError when the card itself is wrong. */
export function extractCard(png: Uint8Array): CharacterCard {
  const texts = new Map(
    chunksOf(png)
      .filter(isCardChunk)
      .map((chunk) => [keywordOf(chunk), chunk.data]),
  )
  const found = texts.get('ccv3') ?? texts.get('chara')
  if (!found) throw new PersonaPictureError('PERSONA_CARD_ABSENT', 'The picture holds neither a ccv3 nor a chara chunk.')
  return parseCharacterCard(jsonOf(found))
}

function chunksOf(png: Uint8Array): Chunk[] {
  if (png.length < 8 || signature.some((byte, at) => png[at] !== byte))
    throw new PersonaPictureError(
      'PERSONA_PICTURE_NOT_PNG',
      `The picture does not begin with the PNG signature but with ${[...png.slice(0, 8)].join(' ')}.`,
    )
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let at = 8
  while (at + 12 <= png.length) {
    const length = view.getUint32(at)
    if (at + 12 + length > png.length) throw damaged(`chunk at byte ${at} says it has ${length} bytes`)
    const body = png.subarray(at + 4, at + 8 + length)
    if (crc32(body) !== view.getUint32(at + 8 + length)) throw damaged(`chunk at byte ${at} has a wrong checksum`)
    const type = String.fromCharCode(...body.subarray(0, 4))
    chunks.push({ type, data: body.subarray(4) })
    at += 12 + length
    if (type === 'IEND') return chunks
  }
  throw damaged('there is no end chunk')
}

const damaged = (what: string) => new PersonaPictureError('PERSONA_PICTURE_DAMAGED', `The picture is damaged: ${what}.`)

/** What stands before the zero byte of a tEXt chunk. */
function keywordOf({ data }: Chunk): string {
  const end = data.subarray(0, 80).indexOf(0)
  return end < 0 ? '' : String.fromCharCode(...data.subarray(0, end))
}

const isCardChunk = (chunk: Chunk): boolean => chunk.type === 'tEXt' && (keywordOf(chunk) === 'ccv3' || keywordOf(chunk) === 'chara')

function textChunk(keyword: string, json: string): Chunk {
  const text = `${keyword}\0${base64(new TextEncoder().encode(json))}`
  return { type: 'tEXt', data: Uint8Array.from(text, (character) => character.charCodeAt(0)) }
}

function jsonOf(data: Uint8Array): string {
  const encoded = new TextDecoder('latin1').decode(data.subarray(data.indexOf(0) + 1))
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new PersonaCardError('PERSONA_CARD_NOT_JSON', `The card in the picture is not base64 of UTF-8: ${(cause as Error).message}.`)
  }
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(binary)
}

function written(chunks: readonly Chunk[]): Uint8Array {
  const png = new Uint8Array(8 + chunks.reduce((sum, { data }) => sum + 12 + data.length, 0))
  const view = new DataView(png.buffer)
  png.set(signature)
  let at = 8
  for (const { type, data } of chunks) {
    view.setUint32(at, data.length)
    for (let index = 0; index < 4; index++) png[at + 4 + index] = type.charCodeAt(index)
    png.set(data, at + 8)
    view.setUint32(at + 8 + data.length, crc32(png.subarray(at + 4, at + 8 + data.length)))
    at += 12 + data.length
  }
  return png
}

/** Checksum of PNG chunks (PNG specification, annex D), bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
