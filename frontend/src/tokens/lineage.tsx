import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatBps } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { assets } from './assets.ts'

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
          <KinList title={t('asset.lineage.from')} kin={parents} says={(parent) => <ParentShare parent={parent} />} />
          <Flow kin={parents} to="right" />
          <div className="node self">
            <img src={asset.image} alt="" />
            <span>
              <b>{asset.name}</b>
              <span className="mute">{share}</span>
            </span>
          </div>
          <Flow kin={children} to="left" />
          <KinList
            title={t('asset.lineage.into')}
            kin={children}
            says={({ relation }) => (relation === 'inspiredBy' ? t('asset.lineage.inspired') : null)}
          />
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

function KinList({ title, kin, says }: { title: string; kin: readonly Kin[]; says: (node: Kin) => ReactNode }) {
  if (!kin.length) return <div className="kin" />
  return (
    <div className="kin">
      <p className="small mute">{title}</p>
      {kin.map((node) => (
        <Link key={node.id} className="node" to="/assets/$" params={{ _splat: node.id }}>
          <img src={node.image} alt="" loading="lazy" />
          <span>
            <b>{node.name}</b>
            <span className="mute">{says(node)}</span>
          </span>
        </Link>
      ))}
    </div>
  )
}

/** What a parent gets of the royalty; what only gave a look is not paid. */
function ParentShare({ parent: { id, relation } }: { parent: Kin }) {
  const t = useText()
  const { data } = useQuery(assets.detail(id))
  if (relation === 'inspiredBy') return t('asset.lineage.inspired')
  if (!data) return null
  return data.remixBps ? t('asset.lineage.paid', { share: formatBps(data.remixBps) }) : t('asset.lineage.unpaid')
}

function Flow({ kin, to }: { kin: readonly Kin[]; to: 'left' | 'right' }) {
  const middle = HEIGHT / 2
  const count = kin.length
  return (
    <svg className="flow" viewBox={`0 0 70 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {kin.map(({ id, relation }, index) => {
        const outer = ((index + 0.5) / count) * HEIGHT
        const [from, end] = to === 'right' ? [outer, middle] : [middle, outer]
        const path = `M2 ${from}C40 ${from} 30 ${end} 68 ${end}`
        return relation === 'inspiredBy' ? (
          <path key={id} d={path} fill="none" stroke="var(--edge)" strokeWidth="2" strokeDasharray="4 4" />
        ) : (
          <path key={id} d={path} fill="none" stroke="var(--pass)" strokeWidth="4" />
        )
      })}
    </svg>
  )
}
