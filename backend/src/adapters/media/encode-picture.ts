import sharp from 'sharp'
import type { PictureEncoder } from '../../generation/ports.ts'

// Several pictures are encoded at once; one thread each keeps the service responsive.
sharp.concurrency(1)

const THUMBNAIL_WIDTH = 480

/**
 * XMP packet that says how the picture was made, for people and machines that never ask us: IPTC DigitalSourceType
 * (cv.iptc.org/newscodes/digitalsourcetype) and the implicit label of GB 45438-2025 (`AIGC`).
 */
const labelOf = (produceId: string) => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">\
<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia</Iptc4xmpExt:DigitalSourceType>\
<TC260:AIGC>{"Label":"1","ContentProducer":"Daedal","ProduceID":"${produceId}"}</TC260:AIGC>\
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`

/** Encodes a drawing as PNG and as WebP thumbnail. Same pixels, same bytes. */
export const encodePicture: PictureEncoder = async ({ data, width, height, renderSha256 }) => {
  const raw = { width, height, channels: 4 as const }
  const label = labelOf(renderSha256)
  const picture = () => sharp(data, { raw, limitInputPixels: 16_384 * 16_384 })
  const full = isOpaque(data) ? picture().removeAlpha() : picture()
  const [png, thumbnail] = await Promise.all([
    full.withXmp(label).png({ compressionLevel: 8, adaptiveFiltering: true, palette: false }).toBuffer(),
    picture()
      .resize({ width: THUMBNAIL_WIDTH, withoutEnlargement: true, kernel: 'lanczos3' })
      .withXmp(label)
      .webp({ quality: 82, effort: 4, smartSubsample: true })
      .toBuffer(),
  ])
  return { png: new Uint8Array(png), thumbnail: new Uint8Array(thumbnail) }
}

function isOpaque(data: Uint8Array): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false
  return true
}
