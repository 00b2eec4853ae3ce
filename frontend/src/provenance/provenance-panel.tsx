import { proofKinds } from '@daedal/protocol/provenance/disclosure'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { formatAge, formatSeconds } from '../lib/format.ts'
import { useSentenceOf } from '../lib/sentences.ts'
import { configQuery } from '../lib/status.ts'
import { useStore } from '../lib/store.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { rungOf } from '../tokens/asset-card.tsx'
import { LinkButton } from '../ui/button.tsx'
import { CheckList, ProofLadder, Tally } from '../ui/check-list.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { CommandLine } from '../ui/hash.tsx'
import { Section } from '../ui/section.tsx'
import type { MarkState } from '../ui/state-mark.tsx'
import { checkSentence } from './check-sentence.ts'
import { type Check, createVerification, type Verification } from './verification.ts'

const markOf = (state: Check['state']): MarkState => (state === 'checking' ? 'run' : state)
const states = ['pass', 'weak', 'none', 'fail', 'checking'] as const

/** How it was made, checked again here and now, each check with its reading. */
export function ProvenancePanel({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const { data: config } = useQuery(configQuery)
  const [verification] = useState(createVerification)
  const state = useStore(verification.store)
  const section = useRef<HTMLDivElement>(null)
  const check = useCallback(() => {
    if (!config) return
    verification.start({
      assetId: asset.id,
      baseUrl: location.origin,
      rpcUrl: new URL(config.chain.rpcUrl, location.origin).href,
      chainId: config.chain.id,
    })
  }, [asset.id, config, verification])

  useEffect(() => verification.stop, [verification])
  useEffect(() => {
    const element = section.current
    if (!config || !element || verification.store.get().state !== 'idle') return
    // Checking costs a second of one core: it begins when the panel is looked at.
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      seen.disconnect()
      check()
    })
    seen.observe(element)
    return () => seen.disconnect()
  }, [config, check, verification])

  return (
    <div ref={section} data-verification={state.state}>
      <Section title={t('provenance.title')} aside={<Aside state={state} onCheck={check} />}>
        <Ladder asset={asset} />
        <Checks state={state} />
        {state.failure ? <Failure failure={state.failure} onRetry={check} /> : null}
        <CommandLine command={`npx daedal verify ${asset.id}`} copyLabel={t('act.copy')} copiedLabel={t('act.copied')} />
        <p className="note">
          {t('provenance.why')}{' '}
          <a href={`/ipfs/${asset.cid}?format=car`} download>
            {t('provenance.car')}
          </a>
        </p>
      </Section>
    </div>
  )
}

function Aside({ state, onCheck }: { state: Verification; onCheck: () => void }) {
  const t = useText()
  const language = useLanguage()
  if (state.state === 'running') return t('provenance.checking')
  const again = <LinkButton onClick={onCheck}>{t(state.state === 'idle' ? 'provenance.check' : 'provenance.checkAgain')}</LinkButton>
  if (state.state !== 'done' || state.endedAt === null || state.milliseconds === null) return again
  return (
    <>
      {t('provenance.checked', { age: formatAge(state.endedAt, language), seconds: formatSeconds(state.milliseconds) })} {again}
    </>
  )
}

function Ladder({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const rung = rungOf(asset.proof)
  const notes = [
    t('provenance.ladder.claimed'),
    t('provenance.ladder.attested'),
    t('provenance.ladder.reproduced'),
    t('provenance.ladder.none'),
    t('provenance.ladder.none'),
  ]
  return (
    <ProofLadder
      rung={rung}
      label={t('provenance.ladder', { rung, word: t(`proof.${asset.proof}`) })}
      rungs={proofKinds.map((proof, index) => ({ word: t(`proof.${proof}`), note: notes[index] ?? '' }))}
    />
  )
}

function Checks({ state }: { state: Verification }) {
  const t = useText()
  if (!state.checks.length)
    return <p className="tally mute">{state.state === 'running' ? t('provenance.checking') : t('provenance.notChecked')}</p>
  const counts = states
    .map((name) => ({ name, count: state.checks.filter((check) => check.state === name).length }))
    .filter(({ count }) => count)
    .map(({ name, count }) => ({ state: markOf(name), text: t(`provenance.tally.${name}`, { count }) }))
  return (
    <>
      <Tally counts={counts} />
      <CheckList
        label={t('provenance.summary')}
        rows={state.checks.map((check) => ({
          id: check.id,
          state: markOf(check.state),
          sentence: checkSentence(t, check.id),
          word: t(`provenance.state.${check.state}`),
          reading: check.reading,
        }))}
      />
    </>
  )
}

function Failure({ failure, onRetry }: { failure: NonNullable<Verification['failure']>; onRetry: () => void }) {
  const t = useText()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  return (
    <ErrorBanner
      sentence={t('provenance.failed')}
      detail={(failure.code && sentenceOf(failure.code, language)) ?? failure.message}
      code={failure.code ?? undefined}
      retryLabel={t('act.retry')}
      onRetry={onRetry}
    />
  )
}
