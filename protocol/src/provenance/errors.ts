import type { ErrorTable } from '../errors/table.ts'

/** Expected failures of records and stored content. */
export const provenanceErrors = {
  PROVENANCE_CORE_INVALID: { status: 422, en: 'The record does not match its schema.', zh: '记录不符合规范。' },
  PROVENANCE_SIGNATURE_INVALID: { status: 422, en: "The signature over the record is not the creator's.", zh: '记录签名不属于创作者。' },
  PROVENANCE_MINT_UNKNOWN: { status: 404, en: 'No record with this hash was prepared.', zh: '没有准备过这条记录。' },
  PROVENANCE_RECORD_UNREAD: { status: 409, en: 'Nobody has shown this record to the registry yet.', zh: '尚无人向登记合约提交该记录。' },
  PROVENANCE_RECORD_MALFORMED: {
    status: 422,
    en: 'This is no record, or it does not say what its asset decodes to.',
    zh: '这不是记录，或未注明资产的解码结果。',
  },
  PROVENANCE_RENDER_HASH_ZERO: { status: 422, en: 'The reproduction has no result.', zh: '复现缺少结果哈希。' },
  PROVENANCE_NOT_REEXECUTOR: { status: 403, en: 'This account is not a registered re-executor now.', zh: '该账户目前不是登记的复现方。' },
  PROVENANCE_REPRODUCTION_COUNTED: {
    status: 409,
    en: 'This re-executor is counted for the token already.',
    zh: '该复现方已为此资产计数。',
  },
  PROVENANCE_NOT_FROZEN: { status: 409, en: 'The content of this token can still change.', zh: '该资产的内容仍可更改。' },
  PROVENANCE_SIGNATURE_FOREIGN: { status: 422, en: "The signature is not the re-executor's.", zh: '签名并非出自该复现方。' },
  PROVENANCE_SIGNATURE_MALFORMED: { status: 422, en: 'This is not a signature.', zh: '签名格式不正确。' },
  PROVENANCE_BATCH_SIZE: { status: 422, en: 'Too many reproductions at once.', zh: '一次提交的复现过多。' },
  PROVENANCE_NOTHING_COUNTED: { status: 409, en: 'None of these reproductions can be counted.', zh: '没有可计数的复现。' },
  PROVENANCE_REEXECUTOR_KNOWN: { status: 409, en: 'This re-executor is registered already.', zh: '该复现方已登记。' },
  PROVENANCE_THRESHOLD_INVALID: { status: 422, en: 'Between 2 and 16 re-executors must agree.', zh: '须有 2 至 16 个复现方一致。' },
  PROVENANCE_GENERATOR_PUBLISHED: {
    status: 409,
    en: 'This account has published this engine or model before.',
    zh: '该账户已发布过此引擎或模型。',
  },
  PROVENANCE_GENERATOR_HASH_ZERO: { status: 422, en: 'The engine or model has no hash or no bundle.', zh: '引擎或模型缺少哈希或内容包。' },
  PROVENANCE_LICENCE_LENGTH: { status: 422, en: 'The licence is empty or too long.', zh: '许可证为空或过长。' },
  CONTENT_CID_MALFORMED: { status: 400, en: 'This is not a CID we can read.', zh: 'CID 格式不正确。' },
  CONTENT_CID_UNSUPPORTED: { status: 400, en: 'Only CIDv1 with sha2-256 and raw or dag-pb are served.', zh: '仅支持 sha2-256 的 CIDv1。' },
  CONTENT_PATH_INVALID: { status: 400, en: 'The path is not allowed.', zh: '路径不被允许。' },
  CONTENT_NOT_FOUND: { status: 404, en: 'There is no such content here.', zh: '没有这个内容。' },
  CONTENT_CORRUPT: {
    status: 500,
    en: 'The stored bytes do not match their hash and are not served.',
    zh: '存储的数据与哈希不符，拒绝提供。',
  },
  CONTENT_STORE_FULL: { status: 507, en: 'The content store is full.', zh: '内容存储已满。' },
  CONTENT_STORE_UNAVAILABLE: { status: 503, en: 'The content store does not answer.', zh: '内容存储无响应。' },
  CONTENT_TOO_LARGE: { status: 413, en: 'The content is larger than what is taken here.', zh: '内容超过允许的大小。' },
  CONTENT_FORMAT_UNKNOWN: { status: 400, en: 'The gateway answers as file, raw block or CAR.', zh: '网关仅支持文件、raw 或 car 格式。' },
  CONTENT_RANGE_INVALID: { status: 416, en: 'The range lies outside the file.', zh: '请求范围超出文件。' },
} as const satisfies ErrorTable
