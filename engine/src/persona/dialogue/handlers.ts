import { conversationHandlers } from './handlers/conversation.ts'
import { feelingHandlers } from './handlers/feelings.ts'
import { followUpHandlers } from './handlers/follow-up.ts'
import { playerHandlers } from './handlers/player.ts'
import { safetyHandlers } from './handlers/safety.ts'
import { selfHandlers } from './handlers/self.ts'
import { openTalk, subjectHandlers } from './handlers/subjects.ts'
import { tradeHandlers } from './handlers/trade.ts'
import type { Handler } from './turn.ts'

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...conversationHandlers,
    ...feelingHandlers,
    ...followUpHandlers,
    ...playerHandlers,
    ...safetyHandlers,
    ...selfHandlers,
    ...subjectHandlers,
    ...tradeHandlers,
  }),
)

/** Who answers an intent; open talk where nobody does. */
export const handlerOf = (intent: string | null): Handler => (intent === null ? undefined : handlers.get(intent)) ?? openTalk

/** The intents that have a handler of their own. */
export const handledIntents: ReadonlySet<string> = new Set(handlers.keys())
