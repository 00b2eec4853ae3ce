const byExtension: Record<string, string> = {
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  glb: 'model/gltf-binary',
  vrm: 'model/gltf-binary',
  gltf: 'model/gltf+json',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  wasm: 'application/wasm',
}

/** Types a browser would run or render as a document. They leave as attachments. */
const active = /^(text\/(html|xml|javascript|css)|image\/svg|application\/(xhtml|xml|pdf|javascript|wasm))/

export const isActive = (type: string): boolean => active.test(type)

/** The type that a file's name says, or null when it says none we know. */
export function typeOfName(name: string): string | null {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
  return extension !== undefined && Object.hasOwn(byExtension, extension) ? (byExtension[extension] as string) : null
}

/** The type that the first bytes show. Text that could be a document is not guessed: it is a stream of bytes. */
export function typeOfBytes(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('GIF8')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WAVE') return 'audio/wav'
  if (head.slice(4, 8) === 'ftyp') return head.slice(8, 12) === 'avif' ? 'image/avif' : 'video/mp4'
  if (head.startsWith('\x1aE\xdf\xa3')) return 'video/webm'
  if (head.startsWith('ID3')) return 'audio/mpeg'
  if (head.startsWith('glTF')) return 'model/gltf-binary'
  if (head.startsWith('%PDF')) return 'application/pdf'
  return 'application/octet-stream'
}
