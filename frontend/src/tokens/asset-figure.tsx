import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { formatBytes } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { Patches } from '../ui/patches.tsx'
import { MattedPlate } from '../ui/plate.tsx'

/** The picture on its mat, and the line of what was measured in it. */
export function AssetFigure({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const original = asset.renditions.find((file) => file.role === 'image')
  return (
    <figure>
      <MattedPlate src={original?.path ?? asset.image} alt={asset.description} width={asset.width} height={asset.height} />
      <figcaption className="control">
        <Patches colours={asset.palette} label={t('asset.palette')} />
        <span>
          {t('asset.facts', {
            width: asset.width,
            height: asset.height,
            type: original?.mime.replace(/^image\//, '').toUpperCase() ?? '',
            size: original ? formatBytes(original.bytes) : '',
            seed: asset.seed,
          })}
        </span>
        {asset.fingerprint ? (
          <span className="fingerprint">
            <span>
              {t('asset.fingerprint')}
              <br />
              {t('asset.fingerprintKind')}
            </span>
            <Fingerprint bits={asset.fingerprint} label={t('asset.fingerprintLabel')} />
          </span>
        ) : null}
      </figcaption>
    </figure>
  )
}
