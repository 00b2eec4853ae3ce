import { verifyAsset } from '@daedal/sdk/verify'
import type { VerifyMessage, VerifyRequest } from './verification.ts'

const answer = (message: VerifyMessage) => postMessage(message)

addEventListener('message', async ({ data }: MessageEvent<VerifyRequest>) => {
  const startedAt = performance.now()
  try {
    await verifyAsset(
      {
        source: { kind: 'gateway', baseUrl: data.baseUrl },
        chain: { rpcUrl: data.rpcUrl },
        assetId: data.assetId,
      },
      ({ id, state, reading }) => answer({ type: 'check', check: { id, state, reading } }),
    )
    answer({ type: 'done', milliseconds: Math.round(performance.now() - startedAt) })
  } catch (cause) {
    const code = (cause as { code?: unknown } | null)?.code
    answer({
      type: 'failed',
      code: typeof code === 'string' ? code : null,
      message: cause instanceof Error ? cause.message : String(cause),
    })
  }
})
