import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { Link } from '@tanstack/react-router'
import { formatBps } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Section } from '../ui/section.tsx'

type Kin = AssetDetail['parents'][number]
const HEIGHT = 160

/** Made from, this, remixed into. The lines carry the share that is paid. */
export function Lineage({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const { parents, children } = asset
  const share = asset.remixBps ? t('asset.lineage.share', { share: formatBps(asset.remixBps) }) : t('asset.lineage.noShare')
  return (
    <Section title={t('asset.lineage')} aside={t('asset.lineage.royalty', { royalty: formatBps(asset.royaltyBps) })}>
      {parents.length || children.length ? (
        <div className="tree">
          <KinList title={t('asset.lineage.from')} kin={parents} />
          <Flow count={parents.length} to="right" />
          <div className="node self">
            <img src={asset.image} alt="" />
            <span>
              <b>{asset.name}</b>
              <span className="mute">{share}</span>
            </span>
          </div>
          <Flow count={children.length} to="left" />
          <KinList title={t('asset.lineage.into')} kin={children} />
        </div>
      ) : (
        <p className="mute">
          {t('asset.lineage.nothing')} {share}
          {t('asset.stop')}
        </p>
      )}
    </Section>
  )
}

function KinList({ title, kin }: { title: string; kin: readonly Kin[] }) {
  if (!kin.length) return <div className="kin" />
  return (
    <div className="kin">
      <p className="small mute">{title}</p>
      {kin.map((node) => (
        <Link key={node.id} className="node" to="/assets/$" params={{ _splat: node.id }}>
          <img src={node.image} alt="" loading="lazy" />
          <span>
            <b>{node.name}</b>
          </span>
        </Link>
      ))}
    </div>
  )
}

function Flow({ count, to }: { count: number; to: 'left' | 'right' }) {
  const middle = HEIGHT / 2
  return (
    <svg className="flow" viewBox={`0 0 70 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => {
        const outer = ((index + 0.5) / count) * HEIGHT
        const [from, end] = to === 'right' ? [outer, middle] : [middle, outer]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line a place
          <path key={index} d={`M2 ${from}C40 ${from} 30 ${end} 68 ${end}`} fill="none" stroke="var(--pass)" strokeWidth="4" />
        )
      })}
    </svg>
  )
}
