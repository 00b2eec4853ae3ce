import { licences, type PrepareMint, type Variation } from '@daedal/protocol/generation/api'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatBps, formatBytes, formatCount, formatWei, shortHex } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import type { TextKey } from '../lib/text/en.ts'
import { useText } from '../lib/text/use-text.ts'
import { assets } from '../tokens/assets.ts'
import { Button } from '../ui/button.tsx'
import { WordChoice } from '../ui/choice.tsx'
import { Checkbox, Field, SelectField } from '../ui/field.tsx'
import { Range } from '../ui/range.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { MINT_GAS, mintCost } from './mint-cost.ts'

type Licence = PrepareMint['licence']
type Privacy = PrepareMint['prompt']

/** Under which terms a picture becomes a token, what that costs, and the act itself. */
export function TermsForm({
  job,
  title,
  chosen,
  parents,
}: {
  job: string
  title: string
  chosen: Variation | null
  /** Ids of the tokens that it is made from. */
  parents: readonly string[]
}) {
  const t = useText()
  const [name, setName] = useState<string | null>(null)
  const [licence, setLicence] = useState<Licence>('CC-BY-4.0')
  const [royaltyBps, setRoyalty] = useState(750)
  const [remixBps, setRemix] = useState(1_000)
  const [privacy, setPrivacy] = useState<Privacy>('committed')
  const [training, setTraining] = useState(false)
  const [tried, setTried] = useState(false)
  const { data: config } = useQuery(configQuery)
  const cost = useQuery(mintCost(config))
  const shown = name ?? title
  const nameError = tried && !shown.trim() ? t('terms.name.required') : null
  const number = chosen ? chosen.index + 1 : 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!chosen || !shown.trim()) return
    startFlow(
      {
        kind: 'mint',
        generation: job,
        body: { variation: chosen.index, name: shown.trim(), licence, royaltyBps, remixBps, prompt: privacy, training },
      },
      { title: shown.trim(), image: chosen.thumbnail, asset: null, price: null, unit: null },
    )
  }

  return (
    <form className="terms" onSubmit={submit} noValidate>
      <div className="terms-first">
        <Field label={t('terms.title')} value={shown} onValue={setName} maxLength={120} error={nameError} />
        <SelectField
          label={t('terms.licence')}
          value={licence}
          onValue={setLicence}
          options={licences.map((id) => ({ value: id, text: t(`licence.${id}` as TextKey) }))}
        />
      </div>
      <Range
        label={t('terms.royalty')}
        reading={t('terms.royalty.reading', { percent: formatBps(royaltyBps) })}
        value={royaltyBps}
        min={0}
        max={1_000}
        step={50}
        onValue={setRoyalty}
      />
      <Range
        label={t('terms.remix')}
        reading={t('terms.remix.reading', { percent: formatBps(remixBps) })}
        value={remixBps}
        min={0}
        max={5_000}
        step={250}
        onValue={setRemix}
      />
      <p className="lab">{t('terms.prompt')}</p>
      <WordChoice
        label={t('terms.prompt')}
        value={privacy}
        onValue={setPrivacy}
        options={[
          { value: 'committed', text: t('terms.prompt.committed') },
          { value: 'public', text: t('terms.prompt.public') },
        ]}
      />
      <p className="note">{t(privacy === 'public' ? 'terms.prompt.publicText' : 'terms.prompt.committedText')}</p>
      <Checkbox checked={training} onChecked={setTraining}>
        {t('terms.training')}
      </Checkbox>
      <p className="lab terms-costs">
        {t('terms.costs')} <small>{t('terms.costs.before')}</small>
      </p>
      <table className="where">
        <caption className="vh">{t('terms.costs')}</caption>
        <tbody>
          <tr>
            <th scope="row">{t('terms.costs.network', { gas: formatCount(MINT_GAS) })}</th>
            <td className="num">{cost.data === undefined ? '–' : `~${formatWei(cost.data, { round: true })}`}</td>
          </tr>
          <tr>
            <th scope="row">
              {chosen?.bytes
                ? t('terms.costs.storage', { size: formatBytes(chosen.bytes + (chosen.model?.bytes ?? 0)) })
                : t('terms.costs.storageUnknown')}
            </th>
            <td className="num">0</td>
          </tr>
          <tr className="sum">
            <th scope="row">{t('terms.costs.pay')}</th>
            <td className="num">{cost.data === undefined ? '–' : `~${formatWei(cost.data, { round: true })}`}</td>
          </tr>
        </tbody>
      </table>
      {parents.map((parent) => (
        <ParentShare key={parent} asset={parent} />
      ))}
      <div className="acts one">
        <Button look="main" type="submit" why={chosen ? null : t('terms.mint.why.none')}>
          {chosen ? t('terms.mint', { number }) : t('terms.mintEmpty')}
        </Button>
      </div>
      <p className="note">{t('terms.mint.note')}</p>
    </form>
  )
}

/** What something made of an asset pays to its creator. */
function ParentShare({ asset }: { asset: string }) {
  const t = useText()
  const { data } = useQuery(assets.detail(asset))
  if (!data) return null
  const { name, remixBps, creator } = data
  return (
    <p className="note">
      {remixBps ? t('terms.parent', { name, share: formatBps(remixBps), creator: shortHex(creator) }) : t('terms.parent.nothing', { name })}
    </p>
  )
}
