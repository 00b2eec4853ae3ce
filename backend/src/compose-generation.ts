import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { assetRef } from '@daedal/protocol/chains/caip'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import type { PublicClient } from 'viem'
import { createReadPayees } from './adapters/chain/read-payees.ts'
import type { Database } from './adapters/database/database.ts'
import { createDrawPool } from './adapters/jobs/draw-pool.ts'
import { createJobs } from './adapters/jobs/jobs.ts'
import { encodePicture } from './adapters/media/encode-picture.ts'
import { createCheckSignature } from './adapters/signing/check-signature.ts'
import { openDataKey } from './adapters/signing/data-key.ts'
import { createEstimateGas } from './adapters/signing/estimate-gas.ts'
import { createSealer } from './adapters/signing/sealer.ts'
import type { Config } from './config.ts'
import { createCancelGeneration } from './generation/cancel-generation.ts'
import { createChatWithPersona } from './generation/chat-with-persona.ts'
import { createCreatePersona } from './generation/create-persona.ts'
import { embeddedPlanner } from './generation/embedded-planner.ts'
import { embeddedSpeaker } from './generation/embedded-speaker.ts'
import { createFindPicture } from './generation/find-picture.ts'
import { createFindSources } from './generation/find-sources.ts'
import { createPersonaStore } from './generation/persona-store.ts'
import type { Draughtsman, Planner, Speaker } from './generation/ports.ts'
import { createProgressBoard } from './generation/progress-board.ts'
import { createReadAsk } from './generation/read-ask.ts'
import { createReadGeneration } from './generation/read-generation.ts'
import { createCheckInputs, createReadLineage } from './generation/read-lineage.ts'
import { refusedBy } from './generation/read-prompt.ts'
import { createRunGeneration, GENERATION_JOB } from './generation/run-generation.ts'
import { createShowOrigin } from './generation/show-origin.ts'
import { createStartGeneration } from './generation/start-generation.ts'
import { createGenerationStore } from './generation/store.ts'
import { createTidyGenerations } from './generation/tidy-generations.ts'
import { sentenceOf, wordingOf } from './generation/word-plan.ts'
import { createEngineCode } from './provenance/engine-code.ts'
import type { ContentStore } from './provenance/ports.ts'
import { createPrepareMint } from './provenance/prepare-mint.ts'
import { createSignMint } from './provenance/sign-mint.ts'
import { createMintStore } from './provenance/store.ts'
import { createFindToken } from './tokens/find-token.ts'

export type GenerationParts = {
  config: Config
  db: Database
  content: ContentStore
  deployment: Deployment
  client: PublicClient
  log: { info(details: object, message: string): void; warn(details: object, message: string): void }
  /** Draws in threads of this process when left out. */
  draughtsman?: Draughtsman
  /** The embedded engine when left out. */
  planner?: Planner
}

/** Tries after which a job's picture counts as failed. */
const RETRIES = 4

/** Builds generation, records and personas. Nothing runs before `start`. */
export async function composeGeneration({
  config,
  db,
  content,
  deployment,
  client,
  log,
  draughtsman: given,
  planner = embeddedPlanner,
}: GenerationParts) {
  const now = () => new Date()
  const sealer = createSealer(await openDataKey(join(config.DATA_DIR, 'keys')))
  const board = createProgressBoard()
  const jobs = createJobs({ databaseUrl: config.DATABASE_URL, log })
  const store = createGenerationStore(db)
  const mints = createMintStore(db)
  const personas = createPersonaStore(db)
  const draughtsman =
    given ??
    createDrawPool({
      worker: new URL('./adapters/jobs/draw-worker.ts', import.meta.url),
      threads: config.GENERATION_WORKERS || availableParallelism(),
      timeoutMs: config.GENERATION_TIMEOUT_SECONDS * 1_000,
      memoryMb: config.GENERATION_MEMORY_MB,
    })

  const nearest = async (bits: `0x${string}`) => {
    const found = await mints.nearest(bits)
    return found && { asset: assetRef(found.chainId, found.collection, BigInt(found.tokenId)), distance: found.distance }
  }
  const run = createRunGeneration({ store, draughtsman, encode: encodePicture, content, nearest, board, now })
  jobs.define({
    name: GENERATION_JOB,
    // Four pictures a job: enough jobs that no hand is idle, few enough that the oldest is finished first.
    concurrency: Math.ceil(draughtsman.hands / 4) + 1,
    retries: RETRIES,
    seconds: config.GENERATION_TIMEOUT_SECONDS * 10,
    run,
  })
  const tidy = createTidyGenerations({
    store,
    days: config.GENERATION_DAYS,
    inQueue: (ids) => jobs.alive(GENERATION_JOB, ids),
    now,
  })
  jobs.every('tidy', '*/10 * * * *', async () => {
    const { expired, ended } = await tidy()
    const records = await mints.expire(new Date(Date.now() - config.GENERATION_DAYS * 86_400_000))
    if (expired.length || ended || records) log.info({ expired: expired.length, ended, records }, 'Old pictures and records were forgotten')
  })

  const engineCode = createEngineCode({ content })
  const speakers = await speakersOf(config)
  const collection = { chainId: deployment.chainId, address: deployment.assetCollection }
  const tokens = { store, findToken: createFindToken({ db }), signedOf: mints.signedOf }
  const readAsk = createReadAsk({ planner, findSources: createFindSources({ ...tokens, collection }) })
  const reading = createReadGeneration({ store, sealer, board, showOrigin: createShowOrigin(tokens) })
  return {
    generation: {
      readAsk,
      start: createStartGeneration({
        store,
        planner,
        readAsk,
        sealer,
        limits: { total: config.GENERATION_QUEUE, perRequester: config.GENERATION_JOBS_PER_CLIENT },
        enqueue: (id, transaction) => jobs.add(GENERATION_JOB, id, {}, transaction),
        wake: () => jobs.wake(GENERATION_JOB),
        now,
      }),
      cancel: createCancelGeneration({ store, board, dequeue: (id) => jobs.cancel(GENERATION_JOB, id), now }),
      reading,
      board,
    },
    records: {
      prepare: createPrepareMint({
        findPicture: createFindPicture({ store, sealer }),
        readLineage: createReadLineage(tokens),
        store: mints,
        sealer,
        engineCode,
        describe: ({ plan }) => sentenceOf(plan),
        refusedBy,
        collection,
        now,
      }),
      sign: createSignMint({
        store: mints,
        content,
        checkSignature: createCheckSignature(client),
        checkInputs: createCheckInputs(tokens),
        estimateGas: createEstimateGas(client),
        readPayees: createReadPayees(client, deployment),
        markMinted: (id) => store.markMinted(id, now()),
        now,
      }),
      store: mints,
      sealer,
    },
    personas: {
      store: personas,
      create: createCreatePersona({ store: personas, now }),
      chat: createChatWithPersona({ store: personas, speakers }),
      speakers: speakers.map(({ name }) => name),
    },
    /** What a record's plan shows, for the search. */
    wordingOf,
    tidy,
    /** Starts drawing; resolves when jobs can be taken, or after five seconds with the queue still trying. */
    async start() {
      jobs.start()
      await Promise.race([jobs.ready(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())])
    },
    async stop() {
      await jobs.stop()
      await draughtsman.close()
    },
  }
}

/** A provider speaks when one is configured; the embedded engine always can. */
async function speakersOf(config: Config): Promise<Speaker[]> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = config
  if (!apiKey && !baseUrl) return [embeddedSpeaker]
  // The client library takes half a second to load; a service without a provider starts without it.
  const { createOpenAiSpeaker } = await import('./adapters/providers/openai.ts')
  return [createOpenAiSpeaker({ apiKey, baseUrl, model, timeoutMs: config.OPENAI_TIMEOUT_SECONDS * 1_000 }), embeddedSpeaker]
}
