import { steer } from '../telling.ts'
import { type Handler, push, type Turn } from '../turn.ts'
import { say } from '../wording.ts'

const disclose = (turn: Turn, key: 'ai' | 'asksModel') => {
  turn.plain = true
  push(turn, say(turn, key === 'ai' ? 'ai' : 'aiModel'), say(turn, 'aiTail'))
}

/** Refusals, help in need, and the truth about being an AI. They ask nothing back unless it is for the player's safety. */
export const safetyHandlers: Readonly<Record<string, Handler>> = {
  selfHarm: (turn) => {
    turn.plain = true
    push(turn, say(turn, 'selfharm'))
    turn.questions.push(say(turn, 'selfharmTail'))
  },
  unsafe: (turn) => push(turn, say(turn, 'unsafe'), say(turn, 'unsafeTail')),
  sexual: (turn) => push(turn, say(turn, 'sexual')),
  injection: (turn) => push(turn, say(turn, 'inject'), steer(turn)),
  asksModel: (turn) => disclose(turn, 'asksModel'),
  asksWhetherAi: (turn) => disclose(turn, 'ai'),
}
