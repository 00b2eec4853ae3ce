import type { ErrorTable } from '../errors/table.ts'

/** Expected failures of generation and personas. */
export const generationErrors = {
  GENERATION_PROMPT_EMPTY: { status: 422, en: 'The prompt is empty.', zh: '描述为空。' },
  GENERATION_PROMPT_TOO_LONG: { status: 422, en: 'The prompt is longer than 2,000 characters.', zh: '描述超过 2000 个字符。' },
  GENERATION_PROMPT_CONTROL_CHARACTERS: { status: 422, en: 'The prompt holds control characters.', zh: '描述中含有控制字符。' },
  GENERATION_PROMPT_REFUSED: { status: 422, en: 'The prompt asks for something that is not made here.', zh: '该描述的内容不予生成。' },
  GENERATION_NOTHING_UNDERSTOOD: { status: 422, en: 'No word of the prompt could be understood.', zh: '描述中没有可理解的词。' },
  GENERATION_PLAN_INVALID: { status: 422, en: 'The plan does not match its schema.', zh: '绘制方案不符合规范。' },
  GENERATION_QUEUE_FULL: { status: 429, en: 'Too many pictures are being made. Try again shortly.', zh: '排队任务过多，请稍后再试。' },
  GENERATION_TOO_MANY_JOBS: { status: 429, en: 'You have too many jobs running.', zh: '您的进行中任务过多。' },
  GENERATION_UNKNOWN: { status: 404, en: 'There is no such job.', zh: '没有这个任务。' },
  GENERATION_VARIATION_NOT_READY: { status: 409, en: 'This variation is not finished.', zh: '该变体尚未完成。' },
  GENERATION_TIMED_OUT: { status: 504, en: 'Drawing took too long and was stopped.', zh: '绘制超时，已停止。' },
  GENERATION_WORKER_FAILED: { status: 500, en: 'Drawing failed.', zh: '绘制失败。' },
  GENERATION_WORLD_UNWALKABLE: {
    status: 422,
    en: 'No layout of this world could be walked from its entrance to everything in it.',
    zh: '该世界的任何布局都无法从入口步行到达各处。',
  },
  GENERATION_MODEL_TOO_LARGE: { status: 422, en: 'The model is larger than what is stored here.', zh: '模型超过允许存储的大小。' },
  GENERATION_CANCELLED: { status: 409, en: 'The job was cancelled.', zh: '任务已取消。' },
  PERSONA_UNKNOWN: { status: 404, en: 'There is no such persona.', zh: '没有这个角色。' },
  PERSONA_CARD_INVALID: { status: 422, en: 'The character card does not match its specification.', zh: '角色卡不符合规范。' },
  PERSONA_MESSAGE_EMPTY: { status: 422, en: 'The message is empty.', zh: '消息为空。' },
  PERSONA_PROVIDER_UNAVAILABLE: { status: 503, en: 'The model provider does not answer.', zh: '模型服务无响应。' },
  PERSONA_PROVIDER_RATE_LIMITED: { status: 429, en: 'The model provider asks us to wait.', zh: '模型服务限流，请稍后再试。' },
  PERSONA_PROVIDER_REFUSED: { status: 502, en: 'The model provider refused to answer.', zh: '模型服务拒绝回答。' },
} as const satisfies ErrorTable
