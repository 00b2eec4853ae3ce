import type { ErrorTable } from '../errors/table.ts'

/** Expected failures around the registry of worlds. */
export const worldErrors = {
  WORLDS_REGISTERED: { status: 409, en: 'This world is registered already.', zh: '该世界已登记。' },
  WORLDS_UNKNOWN: { status: 404, en: 'There is no such world.', zh: '没有这个世界。' },
  WORLDS_NOT_OPERATOR: { status: 403, en: 'Only the operator of the world can do this.', zh: '只有该世界的运营者可以执行此操作。' },
  WORLDS_MANIFEST_ZERO: { status: 422, en: 'The world has no manifest.', zh: '该世界缺少清单。' },
  WORLDS_COLLECTION_ZERO: { status: 422, en: 'This is no collection.', zh: '这不是合集。' },
  WORLDS_TOO_MANY_COLLECTIONS: { status: 422, en: 'Too many collections at once.', zh: '一次提交的合集过多。' },
  WORLDS_OPERATOR_INVALID: { status: 422, en: 'The next operator must be another account.', zh: '接任的运营者必须是另一个账户。' },
  WORLDS_NO_HANDOVER: { status: 409, en: 'No handover was announced.', zh: '没有待进行的移交。' },
  WORLDS_NOT_SUCCESSOR: { status: 403, en: 'This account is not the one to take over.', zh: '该账户不是指定的接任者。' },
  WORLDS_HANDOVER_NOT_DUE: { status: 409, en: 'The handover cannot be accepted yet.', zh: '移交尚未到可接受的时间。' },
} as const satisfies ErrorTable
