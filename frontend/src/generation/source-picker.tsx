import { type GeneratedKind, generatedKinds, licences } from '@daedal/protocol/generation/api'
import { allowsDerivatives } from '@daedal/protocol/generation/derivative-licences'
import type { Source } from '@daedal/protocol/generation/origin'
import type { AssetQuery } from '@daedal/protocol/tokens/api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useSettled } from '../lib/use-settled.ts'
import { assets } from '../tokens/assets.ts'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/choice.tsx'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { useAccount } from '../wallet/account.ts'
import { isSameSource, writeSource } from './draft-origin.ts'
import { useEarlierJobs } from './earlier-jobs.ts'
import { generations } from './generations.ts'

const places = ['all', 'yours', 'earlier'] as const
type Place = (typeof places)[number]
/** Something to pick. */
type Offer = { source: Source; name: string; image: string }
type PickProps = { kind: GeneratedKind | null; other: Source; onPick: (source: Source) => void }

const open = licences.filter(allowsDerivatives)
const PAUSE_MS = 350
const JOBS = 7

/** Picks a second source: an asset that others may build upon, one of one's own, or a picture of an earlier job of this browser. */
export function SourcePicker({ how, onClose, ...rest }: PickProps & { how: 'mix' | 'restyle'; onClose: () => void }) {
  const t = useText()
  const [place, setPlace] = useState<Place>('all')
  const [words, setWords] = useState('')
  const q = useSettled(words.trim(), PAUSE_MS)
  const { address } = useAccount()
  const kind = rest.kind ?? [...generatedKinds]
  return (
    <Dialog title={t(`create.pick.${how}`)} closeLabel={t('act.close')} onClose={onClose} sheet>
      <DialogBody>
        <Segmented
          label={t('create.pick.where')}
          value={place}
          options={places.map((value) => ({ value, text: t(`create.pick.${value}`) }))}
          onValue={setPlace}
        />
        {place === 'earlier' ? null : (
          <Field type="search" label={t('create.pick.search')} value={words} onValue={setWords} maxLength={200} autoComplete="off" />
        )}
        {place === 'earlier' ? (
          <EarlierPictures {...rest} />
        ) : place === 'yours' && !address ? (
          <p className="note">{t('create.pick.account')}</p>
        ) : (
          <FoundAssets
            {...rest}
            query={{
              ...(q ? { q } : {}),
              kind,
              ...(place === 'yours' && address ? { owner: address } : { licence: open }),
              sort: q ? 'relevance' : 'newest',
              limit: 18,
            }}
          />
        )}
      </DialogBody>
    </Dialog>
  )
}

function FoundAssets({ query, other, onPick }: PickProps & { query: AssetQuery }) {
  const t = useText()
  const language = useLanguage()
  const found = useInfiniteQuery(assets.list(query))
  const offers = found.data?.pages
    .flatMap((page) => page.data)
    .map(({ id, name, image }): Offer => ({ source: { asset: id }, name, image }))
    .filter(({ source }) => !isSameSource(source, other))
  return (
    <>
      <AsyncList
        items={offers}
        failed={found.isError}
        loading={<p role="status">{t('app.loading')}</p>}
        error={<ErrorBanner {...describeProblem(found.error, language)} retryLabel={t('act.retry')} onRetry={() => void found.refetch()} />}
        empty={<p className="note">{t('create.pick.none')}</p>}
      >
        {(items) => <Offers offers={items} onPick={onPick} />}
      </AsyncList>
      {found.hasNextPage ? (
        <Button small busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('act.more')}
        </Button>
      ) : null}
    </>
  )
}

function EarlierPictures({ kind, other, onPick }: PickProps) {
  const t = useText()
  const language = useLanguage()
  const ids = useEarlierJobs()
    .filter(({ thumbnail }) => thumbnail)
    .slice(0, JOBS)
    .map(({ id }) => id)
  const jobs = useQuery(generations.jobs(ids))
  const offers = jobs.data
    ?.filter((job) => kind === null || job.kind === kind)
    .flatMap((job) =>
      job.variations.flatMap(({ state, thumbnail, index }): Offer[] =>
        state === 'done' && thumbnail
          ? [
              {
                source: { generation: job.id, variation: index },
                name: t('create.from.picture', { number: index + 1, prompt: job.prompt }),
                image: thumbnail,
              },
            ]
          : [],
      ),
    )
    .filter(({ source }) => !isSameSource(source, other))
  return (
    <AsyncList
      items={offers}
      failed={jobs.isError}
      loading={<p role="status">{t('app.loading')}</p>}
      error={<ErrorBanner {...describeProblem(jobs.error, language)} retryLabel={t('act.retry')} onRetry={() => void jobs.refetch()} />}
      empty={<p className="note">{t('create.pick.noEarlier')}</p>}
    >
      {(items) => <Offers offers={items} onPick={onPick} />}
    </AsyncList>
  )
}

function Offers({ offers, onPick }: { offers: readonly Offer[]; onPick: (source: Source) => void }) {
  const t = useText()
  return (
    <ul className="offers">
      {offers.map(({ source, name, image }) => (
        <li key={writeSource(source)}>
          <button type="button" aria-label={t('create.pick.use', { name })} onClick={() => onPick(source)}>
            <img src={image} alt="" loading="lazy" />
            <span>{name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
