import type { ModelFile } from '@daedal/protocol/generation/model-file'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import type { ReactNode } from 'react'
import { formatBytes } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { ModelStage } from '../models/model-stage.tsx'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { Patches } from '../ui/patches.tsx'
import { licenceText } from './licence-text.ts'

/** The model of an asset behind its picture, with its file and licence. */
export function AssetModel({ asset, picture }: { asset: AssetDetail & { model: ModelFile }; picture: ReactNode }) {
  const t = useText()
  return (
    <ModelStage
      model={asset.model}
      name={asset.name}
      how={t(`asset.how.${asset.disclosure}`)}
      picture={picture}
      licence={licenceText(t, asset.licence)}
    />
  )
}

/** The line of what was measured in a picture. */
export function AssetCaption({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const original = asset.renditions.find((file) => file.role === 'image')
  return (
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
  )
}
