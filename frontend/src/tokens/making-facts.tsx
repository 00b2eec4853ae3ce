import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatBytes, shortHex } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Hash } from '../ui/hash.tsx'
import { Section } from '../ui/section.tsx'
import { licenceText } from './licence-text.ts'

/** What the record says of the making, and the traits. */
export function MakingFacts({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const rows: [string, ReactNode][] = [
    [t('asset.made.prompt'), asset.prompt ? <q>{asset.prompt}</q> : <span className="mute">{t('asset.made.promptClosed')}</span>],
    [t('asset.made.engine'), asset.engine ? `${asset.engine.name} ${asset.engine.version}` : '–'],
    [t('asset.made.seed'), asset.seed],
    [t('asset.made.licence'), licenceText(t, asset.licence)],
    [t('asset.made.training'), asset.training ? t('asset.made.trainingYes') : t('asset.made.trainingNo')],
    [
      t('asset.made.files'),
      <span className="file-links" key="files">
        {asset.renditions.map((file) => (
          <a key={file.path} href={file.path} target="_blank" rel="noreferrer">
            {file.path.split('/').at(-1)}, {formatBytes(file.bytes)}
          </a>
        ))}
      </span>,
    ],
    [
      t('asset.made.token'),
      <Hash key="token" value={asset.tokenId}>
        {shortHex(asset.tokenId, 8, 6)}
      </Hash>,
    ],
    [
      t('asset.made.record'),
      <Hash key="record" value={asset.coreHash}>
        {shortHex(asset.coreHash, 10, 6)}
      </Hash>,
    ],
  ]
  if (asset.avatarAccount)
    rows.push([
      t('asset.made.account'),
      <Hash key="account" value={asset.avatarAccount}>
        {asset.avatarAccount}
      </Hash>,
    ])
  return (
    <Section title={t('asset.made')}>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {asset.traits.length ? (
        <>
          <h3 className="lab">{t('asset.traits')}</h3>
          <p className="chips">
            {asset.traits.map((trait) => (
              <Link
                key={`${trait.trait_type}:${trait.value}`}
                className="chip role"
                to="/"
                search={{ trait: { [trait.trait_type]: [String(trait.value)] } }}
              >
                <small>{trait.trait_type}</small>
                {trait.value}
              </Link>
            ))}
          </p>
        </>
      ) : null}
    </Section>
  )
}
